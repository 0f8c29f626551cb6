namespace Lms.Web.Features.Media;

using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;

/// <summary>The files of a lesson, for the partial view that shows its parts.</summary>
public sealed record LessonFiles(IReadOnlyDictionary<PublicCode, MediaFile> Known)
{
    /// <summary>Null where the library has lost the file, or none was chosen yet: the page leaves it out rather than showing a broken picture.</summary>
    public MediaFile? Find(string? code) => PublicCode.TryParse(code, out var parsed) ? Known.GetValueOrDefault(parsed) : null;

    public static IReadOnlyList<PublicCode> CodesOf(IEnumerable<LessonPart> parts) => [.. parts.SelectMany(Codes)
        .Select(c => PublicCode.TryParse(c, out var code) ? code : (PublicCode?)null).OfType<PublicCode>().Distinct()];

    private static IEnumerable<string?> Codes(LessonPart part) => part switch
    {
        ImageLessonPart image => [image.Media],
        VideoLessonPart video => [video.Media, video.Captions],
        FileLessonPart file => [file.Media],
        _ => [],
    };
}

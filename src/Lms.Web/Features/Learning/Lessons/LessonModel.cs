namespace Lms.Web.Features.Learning.Lessons;

using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;
using Lms.Training.Progress;

public sealed record LessonModel(MyLesson Mine, IReadOnlyDictionary<PublicCode, MediaFile> Media)
{
    public int DoneInModule => Mine.Module.Lessons.Count(l => Mine.LessonsDone.Contains(l.Id));

    /// <summary>Null where the library has lost the file: the page leaves it out rather than showing a broken picture.</summary>
    public MediaFile? File(string? code) => PublicCode.TryParse(code, out var parsed) ? Media.GetValueOrDefault(parsed) : null;

    public static IReadOnlyList<PublicCode> MediaOf(LessonContent lesson) => [.. lesson.Parts.SelectMany(Codes)
        .Select(c => PublicCode.TryParse(c, out var code) ? code : (PublicCode?)null).OfType<PublicCode>().Distinct()];

    private static IEnumerable<string?> Codes(LessonPart part) => part switch
    {
        ImageLessonPart image => [image.Media],
        VideoLessonPart video => [video.Media, video.Captions],
        FileLessonPart file => [file.Media],
        _ => [],
    };
}

using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Web.Features.Media;

namespace Lms.Web.Features.Authoring.Lesson;

/// <param name="Files">What a part may show, newest first.</param>
/// <param name="Preview">The lesson as typed, where its author asked to see it.</param>
public sealed record LessonPage(Guid CourseKey, CourseContent Course, LessonContent Lesson, LessonForm Form, IReadOnlyList<MediaFile> Files, LessonFiles? Preview)
{
    public string Address => $"~/authoring/courses/{CourseKey}/lessons/{Lesson.Id}";

    public MediaFile? File(string? code) => Files.FirstOrDefault(f => f.Code.Value == code);

    public IEnumerable<MediaFile> FilesFor(PartKind kind) => kind switch
    {
        PartKind.Text => [],
        PartKind.Image => Files.Where(IsImage),
        PartKind.Video => Files.Where(IsVideo),
        PartKind.File => Files.Where(f => !IsImage(f) && !IsVideo(f) && !IsCaptions(f)),
    };

    public IEnumerable<MediaFile> CaptionFiles => Files.Where(IsCaptions);

    public static bool Fits(PartKind kind, MediaFile file) => kind switch
    {
        PartKind.Text => false,
        PartKind.Image => IsImage(file),
        PartKind.Video => IsVideo(file),
        PartKind.File => true,
    };

    public static string Accepts(PartKind kind) => kind switch
    {
        PartKind.Text => "",
        PartKind.Image => Uploads.Images,
        PartKind.Video => Uploads.Videos,
        PartKind.File => Uploads.Papers,
    };

    public static bool IsImage(MediaFile file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);
    public static bool IsVideo(MediaFile file) => file.ContentType.StartsWith("video/", StringComparison.Ordinal);
    public static bool IsCaptions(MediaFile file) => file.ContentType == "text/vtt";
}

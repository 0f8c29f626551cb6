using System.Text.Json.Serialization;

namespace Lms.Content.Courses;

/// <summary>The document of one course: what a draft holds and a version freezes. Ids are stable over versions.</summary>
public sealed record CourseContent
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public string TitleEn { get; init; } = "";
    public string Summary { get; init; } = "";
    public string SummaryEn { get; init; } = "";
    public int Hours { get; init; }
    public IReadOnlyList<string> Objectives { get; init; } = [];
    public IReadOnlyList<ModuleContent> Modules { get; init; } = [];

    /// <summary>All lessons in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<LessonContent> Lessons => Modules.SelectMany(m => m.Lessons);
}

public sealed record ModuleContent
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";
    public IReadOnlyList<LessonContent> Lessons { get; init; } = [];
}

public sealed record LessonContent
{
    /// <summary>Unique in the course, at most 40 characters; progress is kept under it.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public int Minutes { get; init; }
    public IReadOnlyList<LessonPart> Parts { get; init; } = [];
}

/// <summary>A piece of a lesson. The discriminator carries Orchard Core's content type names.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ContentType")]
[JsonDerivedType(typeof(MarkdownLessonPart), "MarkdownBody")]
[JsonDerivedType(typeof(ImageLessonPart), "Image")]
[JsonDerivedType(typeof(VideoLessonPart), "Video")]
[JsonDerivedType(typeof(FileLessonPart), "File")]
public abstract record LessonPart;

/// <param name="Markdown">CommonMark with tables; raw HTML is shown as text, never as HTML.</param>
public sealed record MarkdownLessonPart(string Markdown) : LessonPart;
/// <param name="Media">Public code of a file in the media library.</param>
public sealed record ImageLessonPart(string Media, string Alt, string Caption) : LessonPart;
/// <param name="Captions">Public code of a WebVTT file, or null.</param>
public sealed record VideoLessonPart(string Media, string Title, string? Captions) : LessonPart;
public sealed record FileLessonPart(string Media, string Title) : LessonPart;

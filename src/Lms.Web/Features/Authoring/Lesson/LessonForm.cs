using Lms.Content.Courses;

namespace Lms.Web.Features.Authoring.Lesson;

public enum PartKind { Text, Image, Video, File }

/// <summary>A lesson as its editor sends it: every button of the page sends the whole of it.</summary>
public sealed class LessonForm
{
    public int Revision { get; set; }
    public string? Title { get; set; }
    public int? Minutes { get; set; }
    public List<PartForm> Parts { get; set; } = [];

    public static LessonForm Of(LessonContent lesson, int revision) => new()
    {
        Revision = revision, Title = lesson.Title, Minutes = lesson.Minutes, Parts = [.. lesson.Parts.Select(PartForm.Of)],
    };

    public LessonContent ApplyTo(LessonContent lesson) => lesson with
    {
        Title = Title?.Trim() ?? "", Minutes = Minutes ?? 0, Parts = [.. Parts.Select(p => p.ToPart())],
    };
}

/// <summary>One part; which of the fields it uses, its kind says.</summary>
public sealed class PartForm
{
    public PartKind Kind { get; set; }
    public string? Markdown { get; set; }
    /// <summary>Code of a file in the library; an uploaded file takes its place.</summary>
    public string? Media { get; set; }
    public string? Alt { get; set; }
    public string? Caption { get; set; }
    public string? Title { get; set; }
    public string? Captions { get; set; }
    public IFormFile? Upload { get; set; }
    public IFormFile? CaptionsUpload { get; set; }

    public static PartForm Of(LessonPart part) => part switch
    {
        MarkdownLessonPart text => new() { Kind = PartKind.Text, Markdown = text.Markdown },
        ImageLessonPart image => new() { Kind = PartKind.Image, Media = image.Media, Alt = image.Alt, Caption = image.Caption },
        VideoLessonPart video => new() { Kind = PartKind.Video, Media = video.Media, Title = video.Title, Captions = video.Captions },
        FileLessonPart file => new() { Kind = PartKind.File, Media = file.Media, Title = file.Title },
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public LessonPart ToPart() => Kind switch
    {
        // Browsers send CR LF; a version's hash should not depend on who typed it.
        PartKind.Text => new MarkdownLessonPart(Markdown?.ReplaceLineEndings("\n") ?? ""),
        PartKind.Image => new ImageLessonPart(Media ?? "", Alt?.Trim() ?? "", Caption?.Trim() ?? ""),
        PartKind.Video => new VideoLessonPart(Media ?? "", Title?.Trim() ?? "", string.IsNullOrEmpty(Captions) ? null : Captions),
        PartKind.File => new FileLessonPart(Media ?? "", Title?.Trim() ?? ""),
    };
}

/// <summary>What a button of the editor does besides sending the form.</summary>
public enum LessonChange { Save, Preview, AddText, AddImage, AddVideo, AddFile, Up, Down, Delete }

/// <param name="Part">Which part it is done to.</param>
public sealed record LessonButton(LessonChange Change, int Part)
{
    /// <summary>"Up:2"; anything else than a button of ours saves.</summary>
    public static LessonButton Parse(string? text) =>
        text?.Split(':') is [var change, ..] words && Enum.TryParse<LessonChange>(change, out var known)
            ? new(known, words.Length > 1 && int.TryParse(words[1], out var part) ? part : -1)
            : new(LessonChange.Save, -1);

    /// <summary>The part to look at afterwards.</summary>
    public int ApplyTo(List<PartForm> parts)
    {
        switch (Change)
        {
            case LessonChange.AddText: return Add(parts, PartKind.Text);
            case LessonChange.AddImage: return Add(parts, PartKind.Image);
            case LessonChange.AddVideo: return Add(parts, PartKind.Video);
            case LessonChange.AddFile: return Add(parts, PartKind.File);
            case LessonChange.Up when Part > 0 && Part < parts.Count: return Swap(parts, Part - 1);
            case LessonChange.Down when Part >= 0 && Part < parts.Count - 1: return Swap(parts, Part + 1);
            case LessonChange.Delete when Part >= 0 && Part < parts.Count:
                parts.RemoveAt(Part);
                return Math.Min(Part, parts.Count - 1);
            case LessonChange.Save or LessonChange.Preview or LessonChange.Up or LessonChange.Down or LessonChange.Delete:
            default: return -1;
        }
    }

    private static int Add(List<PartForm> parts, PartKind kind)
    {
        parts.Add(new PartForm { Kind = kind });
        return parts.Count - 1;
    }

    private int Swap(List<PartForm> parts, int with)
    {
        (parts[Part], parts[with]) = (parts[with], parts[Part]);
        return with;
    }
}

namespace Lms.Content.Courses;

/// <summary>What a draft must always satisfy, and what it must satisfy on top before others are asked to read it.</summary>
internal static class CourseRules
{
    public const int LongestCode = 40, LongestId = 40, LongestTitle = 200, LongestSummary = 4000, LongestMarkdown = 100_000, MostHours = 1000, MostMinutes = 24 * 60;

    /// <summary>A draft may be unfinished, but what it names must be nameable.</summary>
    public static List<CourseProblem> ProblemsOfDraft(CourseContent course) =>
    [
        .. Text("Code", course.Code, LongestCode, required: true),
        .. Text("Title", course.Title, LongestTitle, required: true),
        .. Text("TitleEn", course.TitleEn, LongestTitle),
        .. Text("Summary", course.Summary, LongestSummary),
        .. Text("SummaryEn", course.SummaryEn, LongestSummary),
        .. Range("Hours", course.Hours, MostHours),
        .. course.Objectives.SelectMany((o, i) => Text($"Objectives[{i}]", o, LongestTitle * 2)),
        .. course.Modules.SelectMany((m, i) => OfModule($"Modules[{i}]", m)),
        .. Duplicates(course.Modules.Select((m, i) => ($"Modules[{i}].Id", m.Id))),
        .. Duplicates(AllLessons(course).Select(l => ($"{l.Path}.Id", l.Lesson.Id))),
    ];

    /// <summary>What a trainee would stumble over.</summary>
    /// <param name="media">The codes of files that exist.</param>
    public static List<CourseProblem> ProblemsOfPublication(CourseContent course, IReadOnlySet<string> media) =>
    [
        .. ProblemsOfDraft(course),
        .. course.Modules.Count == 0 ? [new CourseProblem("Modules", CourseProblemKind.NoModules)] : Array.Empty<CourseProblem>(),
        .. course.Modules.Index().Where(m => m.Item.Lessons.Count == 0).Select(m => new CourseProblem($"Modules[{m.Index}].Lessons", CourseProblemKind.NoLessons)),
        .. AllLessons(course).Where(l => l.Lesson.Parts.Count == 0).Select(l => new CourseProblem($"{l.Path}.Parts", CourseProblemKind.NoParts)),
        .. AllLessons(course).SelectMany(l => l.Lesson.Parts.SelectMany((p, i) => OfPublishedPart($"{l.Path}.Parts[{i}]", p, media))),
    ];

    public static IEnumerable<string> MediaOf(CourseContent course) =>
        course.Lessons.SelectMany(l => l.Parts).SelectMany(MediaOf).Select(m => m.Code);

    private static IEnumerable<CourseProblem> OfModule(string path, ModuleContent module) =>
    [
        .. Text($"{path}.Id", module.Id, LongestId, required: true),
        .. Text($"{path}.Title", module.Title, LongestTitle, required: true),
        .. Text($"{path}.Summary", module.Summary, LongestSummary),
        .. module.Lessons.SelectMany((l, i) => OfLesson($"{path}.Lessons[{i}]", l)),
    ];

    private static IEnumerable<CourseProblem> OfLesson(string path, LessonContent lesson) =>
    [
        .. Text($"{path}.Id", lesson.Id, LongestId, required: true),
        .. Text($"{path}.Title", lesson.Title, LongestTitle, required: true),
        .. Range($"{path}.Minutes", lesson.Minutes, MostMinutes),
        .. lesson.Parts.SelectMany((p, i) => OfPart($"{path}.Parts[{i}]", p)),
    ];

    private static IEnumerable<CourseProblem> OfPart(string path, LessonPart part) => part switch
    {
        MarkdownLessonPart text => Text($"{path}.Markdown", text.Markdown, LongestMarkdown),
        ImageLessonPart image => [.. Text($"{path}.Alt", image.Alt, LongestTitle * 2), .. Text($"{path}.Caption", image.Caption, LongestTitle * 2)],
        VideoLessonPart video => Text($"{path}.Title", video.Title, LongestTitle),
        FileLessonPart file => Text($"{path}.Title", file.Title, LongestTitle),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static IEnumerable<CourseProblem> OfPublishedPart(string path, LessonPart part, IReadOnlySet<string> media) =>
    [
        .. part switch
        {
            MarkdownLessonPart text => Required($"{path}.Markdown", text.Markdown),
            // Whoever cannot see the picture is told what it shows.
            ImageLessonPart image => Required($"{path}.Alt", image.Alt),
            VideoLessonPart video => Required($"{path}.Title", video.Title),
            FileLessonPart file => Required($"{path}.Title", file.Title),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        },
        .. MediaOf(part).Where(m => !media.Contains(m.Code)).Select(m => new CourseProblem($"{path}.{m.Field}", CourseProblemKind.UnknownMedia)),
    ];

    private static IEnumerable<(string Field, string Code)> MediaOf(LessonPart part) => part switch
    {
        MarkdownLessonPart => [],
        ImageLessonPart image => [("Media", image.Media)],
        VideoLessonPart { Captions: { Length: > 0 } captions } video => [("Media", video.Media), ("Captions", captions)],
        VideoLessonPart video => [("Media", video.Media)],
        FileLessonPart file => [("Media", file.Media)],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static IEnumerable<(string Path, LessonContent Lesson)> AllLessons(CourseContent course) =>
        course.Modules.SelectMany((m, i) => m.Lessons.Select((l, j) => ($"Modules[{i}].Lessons[{j}]", l)));

    private static IEnumerable<CourseProblem> Duplicates(IEnumerable<(string Field, string Id)> ids) =>
        ids.GroupBy(i => i.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)).Select(i => new CourseProblem(i.Field, CourseProblemKind.DuplicateId));

    private static IEnumerable<CourseProblem> Text(string field, string? text, int longest, bool required = false) =>
        required && string.IsNullOrWhiteSpace(text) ? [new(field, CourseProblemKind.Required)]
        : text?.Length > longest ? [new(field, CourseProblemKind.TooLong)] : [];

    private static IEnumerable<CourseProblem> Required(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, CourseProblemKind.Required)] : [];

    private static IEnumerable<CourseProblem> Range(string field, int value, int most) =>
        value < 0 || value > most ? [new(field, CourseProblemKind.OutOfRange)] : [];
}

using System.Text.Json;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Publishing;

namespace Lms.Web.Seeds.Demo;

/// <summary>What one course folder under Seeds/Demo/Courses has become in the database.</summary>
internal sealed record SeededCourse(string Code, Guid CourseKey, Guid BankKey, Guid PaperKey, Guid InstitutionKey);

/// <summary>Reads the course folders (course.json, lessons in Markdown, media, questions.json) and publishes them through the authors' faces.</summary>
internal sealed class DemoCourses(Courses courses, MediaLibrary media, QuestionBanks banks, Papers papers, DemoPractice practice)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Seeds", "Demo", "Courses");

    public static IReadOnlyList<string> Folders() => [.. Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal)];

    /// <summary>The key of the course's institution by its name as the folder gives it.</summary>
    public static async Task<string> InstitutionNameAsync(string folder) => (await ReadAsync<CourseFile>(folder, "course.json")).Institution;

    public async Task<SeededCourse> PublishAsync(string folder, Guid institutionKey, Guid author, Guid reviewer)
    {
        var file = await ReadAsync<CourseFile>(folder, "course.json");
        var content = await ContentAsync(folder, file, institutionKey, author);
        var (outcome, courseKey, problems) = await courses.CreateAsync(institutionKey, content, author);
        Expect(outcome == DraftOutcome.Done, file.Code, string.Join(", ", problems));
        await courses.MoveAsync(courseKey, PublishAction.Submitted, null, author);
        await courses.MoveAsync(courseKey, PublishAction.Published, null, reviewer);

        var bankKey = await PublishBankAsync(folder, institutionKey, author, reviewer);
        var questions = await ReadAsync<QuestionsFile>(folder, "questions.json");
        var paperKey = await PublishPaperAsync(file, questions, bankKey, institutionKey, author, reviewer);
        if (file.Code == DemoPractice.CourseCode)
        {
            var ecomap = await StoreAsync(Path.Combine(Root, "quan-ly-truong-hop"), "so-do-sinh-thai.png", institutionKey, author);
            await practice.PublishAsync(bankKey, $"/media/{ecomap}/so-do-sinh-thai.png", institutionKey, author, reviewer);
        }

        return new SeededCourse(file.Code, courseKey, bankKey, paperKey, institutionKey);
    }

    private async Task<CourseContent> ContentAsync(string folder, CourseFile file, Guid institutionKey, Guid author)
    {
        var modules = new List<ModuleContent>();
        foreach (var (module, index) in file.Modules.Select((m, i) => (m, i)))
        {
            var lessons = new List<LessonContent>();
            foreach (var lesson in module.Lessons)
                lessons.Add(new LessonContent { Id = lesson.Id, Title = lesson.Title, Minutes = lesson.Minutes, Parts = await PartsAsync(folder, lesson.File, institutionKey, author) });
            modules.Add(new ModuleContent { Id = $"{index + 1}", Title = module.Title, Summary = module.Summary, Lessons = lessons });
        }

        return new CourseContent
        {
            Code = file.Code, Title = file.Title, TitleEn = file.TitleEn, Summary = file.Summary, SummaryEn = file.SummaryEn,
            Hours = file.Hours, Objectives = file.Objectives, Modules = modules,
        };
    }

    /// <summary>A line "::image file | alt | caption" (or ::video, ::file) stands between two pieces of text.</summary>
    private async Task<List<LessonPart>> PartsAsync(string folder, string lessonFile, Guid institutionKey, Guid author)
    {
        var parts = new List<LessonPart>();
        var text = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, lessonFile)))
        {
            if (!line.StartsWith("::", StringComparison.Ordinal))
            {
                text.Add(line);
                continue;
            }

            FlushText();
            var words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            var fields = words[1].Split('|', StringSplitOptions.TrimEntries);
            var code = await StoreAsync(folder, fields[0], institutionKey, author);
            parts.Add(words[0] switch
            {
                "::image" => new ImageLessonPart(code, fields[1], fields[2]),
                "::video" => new VideoLessonPart(code, fields[1], fields.Length > 2 ? await StoreAsync(folder, fields[2], institutionKey, author) : null),
                "::file" => new FileLessonPart(code, fields[1]),
                var unknown => throw new InvalidDataException($"{lessonFile}: {unknown} is neither ::image, ::video nor ::file."),
            });
        }

        FlushText();
        return parts;

        void FlushText()
        {
            var markdown = string.Join('\n', text).Trim();
            text.Clear();
            if (markdown.Length > 0) parts.Add(new MarkdownLessonPart(markdown));
        }
    }

    private async Task<string> StoreAsync(string folder, string name, Guid institutionKey, Guid author)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, "media", name));
        var (outcome, file) = await media.StoreAsync(name, stream, institutionKey, author);
        Expect(outcome == StoreOutcome.Stored, name, outcome.ToString());
        return file!.Code.Value;
    }

    private async Task<Guid> PublishBankAsync(string folder, Guid institutionKey, Guid author, Guid reviewer)
    {
        var file = await ReadAsync<QuestionsFile>(folder, "questions.json");
        var bankKey = await banks.CreateAsync(file.Title, institutionKey, author);
        var (outcome, keys, problems) = await banks.AddAsync(bankKey, [.. file.Questions.Select(q => q.Draft())], author);
        Expect(outcome == QuestionOutcome.Done, file.Title, string.Join(", ", problems));
        await banks.MoveAsync(keys, PublishAction.Submitted, null, author);
        await banks.MoveAsync(keys, PublishAction.Published, null, reviewer);
        return bankKey;
    }

    /// <summary>Twenty questions of half a point, spread over the bank's categories: ten points, as every Vietnamese exam.</summary>
    private async Task<Guid> PublishPaperAsync(CourseFile course, QuestionsFile bank, Guid bankKey, Guid institutionKey, Guid author, Guid reviewer)
    {
        const int questions = 20;
        var categories = bank.Categories;
        var content = new PaperContent
        {
            Title = $"Bài kiểm tra cuối khóa: {course.Title}",
            Instructions = "Bài kiểm tra gồm 20 câu, mỗi câu 0,5 điểm, làm trong 30 phút. Mỗi câu trả lời được lưu ngay khi anh/chị chọn. Anh/chị có thể quay lại sửa trước khi nộp bài.",
            TimeLimitMinutes = 30, PassMarkPercent = 50, AttemptsAllowed = 2, QuestionsPerPage = 5,
            Sections = [new PaperSection { Draws = [.. categories.Select((category, i) => new PaperDraw(bankKey, category, null, questions / categories.Count + (i < questions % categories.Count ? 1 : 0), Points.Of(0.5m)))] }],
            Review = new ReviewPolicy { WhileOpen = ReviewDetail.Score | ReviewDetail.Responses | ReviewDetail.Correctness | ReviewDetail.Feedback, AfterClosing = ReviewDetail.All },
        };
        var (outcome, paperKey, problems) = await papers.CreateAsync(institutionKey, content, author);
        Expect(outcome == PaperOutcome.Done, content.Title, string.Join(", ", problems));
        await papers.MoveAsync(paperKey, PublishAction.Submitted, null, author);
        var (published, reasons) = await papers.MoveAsync(paperKey, PublishAction.Published, null, reviewer);
        Expect(published == PaperOutcome.Done, content.Title, string.Join(", ", reasons));
        return paperKey;
    }

    private static void Expect(bool done, string what, string why)
    {
        if (!done) throw new InvalidDataException($"The demo's {what} was refused: {why}.");
    }

    private static async Task<T> ReadAsync<T>(string folder, string name)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, name));
        return await JsonSerializer.DeserializeAsync<T>(stream, Json) ?? throw new InvalidDataException($"{name} is empty.");
    }

    private sealed record CourseFile(string Slug, string Code, string Title, string TitleEn, string Summary, string SummaryEn, int Hours, string Institution, List<string> Objectives, List<ModuleFile> Modules);
    private sealed record ModuleFile(string Title, string Summary, List<LessonFile> Lessons);
    private sealed record LessonFile(string Id, string File, string Title, int Minutes);
    private sealed record QuestionsFile(string Title, List<string> Categories, List<QuestionFile> Questions);
    private sealed record OptionFile(string Text, bool Correct, string Feedback);

    private sealed record QuestionFile(string Id, string Type, string Category, int Difficulty, string Outcome, string Prompt, List<OptionFile>? Options, JsonElement Correct, List<string>? Answers, string Feedback, string? Lesson)
    {
        public QuestionDraft Draft() => new(Category, Difficulty, Outcome, Type switch
        {
            "singleChoice" => new SingleChoice { Prompt = Prompt, Feedback = Feedback, Options = ChoiceOptions() },
            "multipleResponse" => new MultipleResponse { Prompt = Prompt, Feedback = Feedback, Options = ChoiceOptions() },
            "trueFalse" => new TrueFalse { Prompt = Prompt, Feedback = Feedback, Correct = Correct.GetBoolean() },
            "shortText" => new ShortText { Prompt = Prompt, Feedback = Feedback, Answers = [.. (Answers ?? []).Select(a => new TextAnswer(a))] },
            _ => throw new InvalidDataException($"{Id}: unknown question type {Type}."),
        }) { Tags = [.. Subjects.Where(s => Prompt.Contains(s, StringComparison.OrdinalIgnoreCase))], Level = Difficulty switch { 1 => CognitiveLevel.Remember, 2 => CognitiveLevel.Understand, _ => CognitiveLevel.Apply }, Source = Lesson is null ? "" : $"Bài {Lesson.Replace('-', '.')} của khóa học" };

        /// <summary>What the questions are about across their categories, by the word they use.</summary>
        private static readonly string[] Subjects = ["trẻ em", "bảo mật", "bạo lực", "người cao tuổi", "khuyết tật", "kế hoạch", "hồ sơ", "kiểm huấn", "lắng nghe", "nguy cơ"];

        private List<ChoiceOption> ChoiceOptions() =>
            [.. (Options ?? []).Select((o, i) => new ChoiceOption(((char)('a' + i)).ToString(), o.Text, o.Correct, o.Feedback ?? ""))];
    }
}

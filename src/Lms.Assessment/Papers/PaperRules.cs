using Lms.Assessment.Scoring;

namespace Lms.Assessment.Papers;

/// <summary>What a paper must be: always, and before it may go to review or be published.</summary>
internal static class PaperRules
{
    private const int LongestTitle = 300, LongestInstructions = 20_000, LongestTimeLimit = 600, LongestSectionInstructions = 20_000, MostAttempts = 50, LongestAppeal = 90, LongestCoolingOff = 24 * 60, MostQuestions = 300, MostPoints = 100_00;

    /// <summary>Draws with the path that a form can show: "Sections[1].Draws[0]".</summary>
    public static IEnumerable<(string Field, PaperDraw Draw)> Draws(PaperContent content) =>
        content.Sections.SelectMany((s, i) => s.Draws.Select((d, j) => ($"Sections[{i}].Draws[{j}]", d)));

    /// <summary>Likewise those that everybody is asked: "Sections[1].Questions[0]".</summary>
    public static IEnumerable<(string Field, FixedQuestion Question)> Questions(PaperContent content) =>
        content.Sections.SelectMany((s, i) => s.Questions.Select((q, j) => ($"Sections[{i}].Questions[{j}]", q)));

    /// <summary>An unfinished paper may be kept, a malformed one may not.</summary>
    public static List<PaperProblem> OfDraft(PaperContent content) =>
    [
        .. When(string.IsNullOrWhiteSpace(content.Title), "Title", PaperProblemKind.Required),
        .. When(content.Title.Length > LongestTitle, "Title", PaperProblemKind.TooLong),
        .. When(content.Instructions.Length > LongestInstructions, "Instructions", PaperProblemKind.TooLong),
        .. When(content.TimeLimitMinutes is < 1 or > LongestTimeLimit, "TimeLimitMinutes", PaperProblemKind.OutOfRange),
        .. When(content.PassMarkPercent is < 0 or > 100, "PassMarkPercent", PaperProblemKind.OutOfRange),
        .. When(content.AttemptsAllowed is < 1 or > MostAttempts, "AttemptsAllowed", PaperProblemKind.OutOfRange),
        .. When(content.CoolingOffHours is < 0 or > LongestCoolingOff, "CoolingOffHours", PaperProblemKind.OutOfRange),
        .. When(!Enum.IsDefined(content.Result), "Result", PaperProblemKind.OutOfRange),
        .. When(content.AttemptsToAvoid is < 0 or > MostAttempts, "AttemptsToAvoid", PaperProblemKind.OutOfRange),
        .. When(content.QuestionsPerPage is < 1 or > MostQuestions, "QuestionsPerPage", PaperProblemKind.OutOfRange),
        .. When(content.AppealDays is < 0 or > LongestAppeal, "AppealDays", PaperProblemKind.OutOfRange),
        .. When(content.Marking.Markers is < 1 or > 2, "Markers", PaperProblemKind.OutOfRange),
        .. When(content.Marking.TolerancePercent is < 0 or > 100, "TolerancePercent", PaperProblemKind.OutOfRange),
        .. content.Sections.SelectMany((s, i) => When(s.Title.Length > LongestTitle, $"Sections[{i}].Title", PaperProblemKind.TooLong)),
        .. content.Sections.SelectMany((s, i) => When(s.Instructions.Length > LongestSectionInstructions, $"Sections[{i}].Instructions", PaperProblemKind.TooLong)),
        .. content.Sections.SelectMany((s, i) => When(s.MinimumPercent is < 0 or > 100, $"Sections[{i}].MinimumPercent", PaperProblemKind.OutOfRange)),
        .. content.Sections.SelectMany((s, i) => When(s.TimeLimitMinutes is < 1 or > LongestTimeLimit, $"Sections[{i}].TimeLimitMinutes", PaperProblemKind.OutOfRange)),
        .. When(content.PassMarkPoints is { Hundredths: < 0 or > MostPoints * MostQuestions }, "PassMarkPoints", PaperProblemKind.OutOfRange),
        .. Questions(content).SelectMany(q => When(q.Question.Points.Hundredths is < 1 or > MostPoints, $"{q.Field}.Points", PaperProblemKind.OutOfRange)),
        .. Questions(content).SelectMany((q, n) => When(Questions(content).Take(n).Any(before => before.Question.QuestionKey == q.Question.QuestionKey), q.Field, PaperProblemKind.AskedTwice)),
        .. Draws(content).SelectMany(d => OfDraw(d.Field, d.Draw)),
        .. When(Draws(content).Sum(d => (long)d.Draw.Count) + Questions(content).Count() > MostQuestions, "Sections", PaperProblemKind.OutOfRange),
    ];

    /// <summary>See <see cref="PaperPool"/> for what depends on the banks.</summary>
    public static List<PaperProblem> OfFinished(PaperContent content)
    {
        var draws = Draws(content).ToList();
        var empty = Enumerable.Range(0, content.Sections.Count).Where(i => content.Sections[i] is { Draws.Count: 0, Questions.Count: 0 }).ToList();
        return
        [
            .. OfDraft(content),
            .. When(empty.Count == content.Sections.Count, "Sections", PaperProblemKind.NoDraws),
            .. empty.Where(_ => empty.Count < content.Sections.Count).SelectMany(i => When(true, $"Sections[{i}].Draws", PaperProblemKind.NoDraws)),
            .. When(content.PassMarkPoints > Maximum(content), "PassMarkPoints", PaperProblemKind.OutOfRange),
            .. content.Sections.SelectMany((s, i) => When(s.TimeLimitMinutes is null && content.Sections.Any(other => other.TimeLimitMinutes is not null), $"Sections[{i}].TimeLimitMinutes", PaperProblemKind.SectionUntimed)),
            .. When(content.TimesSections() && content.Sections.Sum(s => s.TimeLimitMinutes) != content.TimeLimitMinutes, "TimeLimitMinutes", PaperProblemKind.NotSumOfSections),
        ];
    }

    private static Points Maximum(PaperContent content) =>
        new(Draws(content).Sum(d => d.Draw.Count * d.Draw.PointsEach.Hundredths) + Questions(content).Sum(q => q.Question.Points.Hundredths));

    private static IEnumerable<PaperProblem> OfDraw(string field, PaperDraw draw) =>
    [
        .. When(draw.Count is < 1 or > MostQuestions, $"{field}.Count", PaperProblemKind.OutOfRange),
        .. When(draw.PointsEach.Hundredths is < 1 or > MostPoints, $"{field}.PointsEach", PaperProblemKind.OutOfRange),
        .. When(draw.Difficulty is < 1 or > 3, $"{field}.Difficulty", PaperProblemKind.OutOfRange),
        .. When(draw.Level is { } level && !Enum.IsDefined(level), $"{field}.Level", PaperProblemKind.OutOfRange),
    ];

    private static IEnumerable<PaperProblem> When(bool broken, string field, PaperProblemKind kind) => broken ? [new(field, kind)] : [];
}

namespace Lms.Assessment.Papers;

/// <summary>What a paper must be: always, and before it may go to review or be published.</summary>
internal static class PaperRules
{
    private const int LongestTitle = 300, LongestInstructions = 20_000, LongestTimeLimit = 600, MostAttempts = 50, LongestAppeal = 90, MostQuestions = 300, MostPoints = 100_00;

    /// <summary>Draws with the path that a form can show: "Sections[1].Draws[0]".</summary>
    public static IEnumerable<(string Field, PaperDraw Draw)> Draws(PaperContent content) =>
        content.Sections.SelectMany((s, i) => s.Draws.Select((d, j) => ($"Sections[{i}].Draws[{j}]", d)));

    /// <summary>An unfinished paper may be kept, a malformed one may not.</summary>
    public static List<PaperProblem> OfDraft(PaperContent content) =>
    [
        .. When(string.IsNullOrWhiteSpace(content.Title), "Title", PaperProblemKind.Required),
        .. When(content.Title.Length > LongestTitle, "Title", PaperProblemKind.TooLong),
        .. When(content.Instructions.Length > LongestInstructions, "Instructions", PaperProblemKind.TooLong),
        .. When(content.TimeLimitMinutes is < 1 or > LongestTimeLimit, "TimeLimitMinutes", PaperProblemKind.OutOfRange),
        .. When(content.PassMarkPercent is < 0 or > 100, "PassMarkPercent", PaperProblemKind.OutOfRange),
        .. When(content.AttemptsAllowed is < 1 or > MostAttempts, "AttemptsAllowed", PaperProblemKind.OutOfRange),
        .. When(content.QuestionsPerPage is < 1 or > MostQuestions, "QuestionsPerPage", PaperProblemKind.OutOfRange),
        .. When(content.AppealDays is < 0 or > LongestAppeal, "AppealDays", PaperProblemKind.OutOfRange),
        .. When(content.Marking.Markers is < 1 or > 2, "Markers", PaperProblemKind.OutOfRange),
        .. When(content.Marking.TolerancePercent is < 0 or > 100, "TolerancePercent", PaperProblemKind.OutOfRange),
        .. content.Sections.SelectMany((s, i) => When(s.Title.Length > LongestTitle, $"Sections[{i}].Title", PaperProblemKind.TooLong)),
        .. Draws(content).SelectMany(d => OfDraw(d.Field, d.Draw)),
        .. When(Draws(content).Sum(d => (long)d.Draw.Count) > MostQuestions, "Sections", PaperProblemKind.OutOfRange),
    ];

    /// <summary>One question must not come twice, so no two draws may share a pool; see <see cref="PaperPool"/> for what depends on the banks.</summary>
    public static List<PaperProblem> OfFinished(PaperContent content)
    {
        var draws = Draws(content).ToList();
        return
        [
            .. OfDraft(content),
            .. When(draws.Count == 0, "Sections", PaperProblemKind.NoDraws),
            .. content.Sections.SelectMany((s, i) => When(draws.Count > 0 && s.Draws.Count == 0, $"Sections[{i}].Draws", PaperProblemKind.NoDraws)),
            .. draws.SelectMany((d, n) => When(draws.Take(n).Any(before => Overlap(before.Draw, d.Draw)), d.Field, PaperProblemKind.OverlappingDraws)),
        ];
    }

    private static IEnumerable<PaperProblem> OfDraw(string field, PaperDraw draw) =>
    [
        .. When(draw.Count is < 1 or > MostQuestions, $"{field}.Count", PaperProblemKind.OutOfRange),
        .. When(draw.PointsEach.Hundredths is < 1 or > MostPoints, $"{field}.PointsEach", PaperProblemKind.OutOfRange),
        .. When(draw.Difficulty is < 1 or > 3, $"{field}.Difficulty", PaperProblemKind.OutOfRange),
    ];

    private static bool Overlap(PaperDraw a, PaperDraw b) =>
        a.BankKey == b.BankKey
        && (a.Category is null || b.Category is null || a.Category == b.Category)
        && (a.Difficulty is null || b.Difficulty is null || a.Difficulty == b.Difficulty);

    private static IEnumerable<PaperProblem> When(bool broken, string field, PaperProblemKind kind) => broken ? [new(field, kind)] : [];
}

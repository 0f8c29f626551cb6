using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions.Types;

internal static class WrittenRules
{
    private const int MostWords = 20_000, MostFiles = 20;
    private const long MostBytes = 100_000_000;

    public static IEnumerable<QuestionProblem> Of(string at, Essay question) =>
    [
        .. When(question.FewestWords is < 0 or > MostWords, $"{at}.FewestWords", QuestionProblemKind.OutOfRange),
        .. When(question.MostWords is < 1 or > MostWords || question.MostWords < question.FewestWords, $"{at}.MostWords", QuestionProblemKind.OutOfRange),
        .. Text($"{at}.Template", question.Template, QuestionRules.LongestPrompt, required: false),
        .. Text($"{at}.MarkingNotes", question.MarkingNotes, QuestionRules.LongestPrompt, required: false),
        .. Rubric($"{at}.Rubric", question.Rubric),
    ];

    public static IEnumerable<QuestionProblem> Of(string at, FileUpload question) =>
    [
        .. When(question.MostFiles is < 1 or > MostFiles, $"{at}.MostFiles", QuestionProblemKind.OutOfRange),
        .. When(question.MostBytes is < 1 or > MostBytes, $"{at}.MostBytes", QuestionProblemKind.OutOfRange),
        .. Text($"{at}.MarkingNotes", question.MarkingNotes, QuestionRules.LongestPrompt, required: false),
        .. Rubric($"{at}.Rubric", question.Rubric),
    ];

    private static IEnumerable<QuestionProblem> Rubric(string field, IReadOnlyList<RubricCriterion> rubric) =>
    [
        .. When(rubric.Count > QuestionRules.MostOptions, field, QuestionProblemKind.TooManyOptions),
        .. Distinct(field, rubric, c => c.Id, c => c.Text),
        .. rubric.SelectMany((c, i) => When(c.Weight is <= 0m or > 1000m, $"{field}[{i}].Weight", QuestionProblemKind.OutOfRange)
            .Concat(When(c.Levels.Count < 2, $"{field}[{i}].Levels", QuestionProblemKind.TooFewOptions))
            .Concat(When(c.Levels.Any(l => l.Fraction is < 0m or > 1m), $"{field}[{i}].Levels", QuestionProblemKind.OutOfRange))),
    ];
}

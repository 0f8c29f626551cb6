using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions.Types;

internal static class ArrangementRules
{
    public static IEnumerable<QuestionProblem> Of(string at, Matching question) =>
    [
        .. When(question.Left.Count < 1, $"{at}.Left", QuestionProblemKind.TooFewOptions),
        .. When(question.Left.Count > QuestionRules.MostOptions, $"{at}.Left", QuestionProblemKind.TooManyOptions),
        .. When(question.Right.Count < 2, $"{at}.Right", QuestionProblemKind.TooFewOptions),
        .. When(question.Right.Count > QuestionRules.MostOptions, $"{at}.Right", QuestionProblemKind.TooManyOptions),
        .. Distinct($"{at}.Left", question.Left, l => l.Id, l => l.Text),
        .. Distinct($"{at}.Right", question.Right, r => r.Id, r => r.Text),
        .. question.Left.SelectMany((l, i) => When(question.Right.All(r => r.Id != l.Right), $"{at}.Left[{i}].Right", QuestionProblemKind.UnknownReference)),
    ];

    public static IEnumerable<QuestionProblem> Of(string at, Ordering question) =>
    [
        .. When(question.Items.Count < 2, $"{at}.Items", QuestionProblemKind.TooFewOptions),
        .. When(question.Items.Count > QuestionRules.MostOptions, $"{at}.Items", QuestionProblemKind.TooManyOptions),
        .. Distinct($"{at}.Items", question.Items, i => i.Id, i => i.Text),
    ];
}

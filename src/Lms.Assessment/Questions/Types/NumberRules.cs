using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring.Types;
using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions.Types;

internal static class NumberRules
{
    private const int MostDecimals = 10, MostSets = 1000;

    public static IEnumerable<QuestionProblem> Of(string at, Numeric question) =>
    [
        .. Count($"{at}.Answers", question.Answers.Count),
        .. question.Answers.SelectMany((a, i) => Answer($"{at}.Answers[{i}]", a)),
        .. Units(at, question.Units, question.UnitPenalty),
    ];

    public static IEnumerable<QuestionProblem> Of(string at, Calculated question) =>
    [
        .. Count($"{at}.Answers", question.Answers.Count),
        .. When(question.Variables.Count == 0 && question.ValueSets.Count == 0, $"{at}.Variables", QuestionProblemKind.Required),
        .. When(question.ValueSets.Count > MostSets, $"{at}.ValueSets", QuestionProblemKind.TooManyOptions),
        .. question.Variables.SelectMany((v, i) => Text($"{at}.Variables[{i}].Name", v.Name, QuestionRules.LongestId, required: true)
            .Concat(When(v.Decimals is < 0 or > MostDecimals || DrawnValues.Steps(v) < 0, $"{at}.Variables[{i}]", QuestionProblemKind.OutOfRange))),
        .. question.Answers.SelectMany((a, i) => Formula($"{at}.Answers[{i}].Formula", a.Formula, question)
            .Concat(When(a.Fraction is < -1m or > 1m, $"{at}.Answers[{i}].Fraction", QuestionProblemKind.OutOfRange))
            .Concat(When(a.Decimals is < 0 or > MostDecimals || !(a.Tolerance >= 0), $"{at}.Answers[{i}].Tolerance", QuestionProblemKind.OutOfRange))),
        .. Units(at, question.Units, question.UnitPenalty),
    ];

    private static IEnumerable<QuestionProblem> Count(string field, int count) =>
        When(count == 0, field, QuestionProblemKind.Required).Concat(When(count > QuestionRules.MostAnswers, field, QuestionProblemKind.TooManyOptions));

    private static IEnumerable<QuestionProblem> Answer(string at, NumericAnswer answer) =>
        When(answer.Value != NumberScoring.AnyNumber && ExactNumber.Parse(answer.Value) is null, $"{at}.Value", QuestionProblemKind.NotANumber)
            .Concat(When(ExactNumber.Parse(answer.Tolerance) is not { Sign: >= 0 }, $"{at}.Tolerance", QuestionProblemKind.NotANumber))
            .Concat(When(answer.Fraction is < -1m or > 1m, $"{at}.Fraction", QuestionProblemKind.OutOfRange))
            .Concat(When(answer.SignificantFigures is < 1 or > 30, $"{at}.SignificantFigures", QuestionProblemKind.OutOfRange));

    private static IEnumerable<QuestionProblem> Formula(string field, string text, Calculated question)
    {
        if (Scoring.Types.Formula.Parse(text) is not { } formula) return [new(field, QuestionProblemKind.NotAFormula)];
        var known = question.Variables.Select(v => v.Name).Concat(question.ValueSets.Take(1).SelectMany(s => s.Keys)).ToHashSet(StringComparer.Ordinal);
        return When(!formula.Variables.IsSubsetOf(known), field, QuestionProblemKind.UnknownReference);
    }

    private static IEnumerable<QuestionProblem> Units(string at, IReadOnlyList<NumericUnit> units, decimal penalty) =>
    [
        .. units.SelectMany((u, i) => Text($"{at}.Units[{i}].Symbol", u.Symbol, QuestionRules.LongestId, required: true)
            .Concat(When(ExactNumber.Parse(u.PerBase) is not { Sign: > 0 }, $"{at}.Units[{i}].PerBase", QuestionProblemKind.NotANumber))),
        .. When(penalty is < 0m or > 1m, $"{at}.UnitPenalty", QuestionProblemKind.OutOfRange),
    ];
}

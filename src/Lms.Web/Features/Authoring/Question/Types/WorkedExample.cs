using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>What a formula comes to for one set of values, so that its author sees whether it says what she means.</summary>
/// <param name="Least">The least number that is taken as right, <paramref name="Most"/> the greatest.</param>
public sealed record WorkedExample(IReadOnlyList<KeyValuePair<string, double>> Values, double Result, double Least, double Most)
{
    /// <summary>With the first ready set, or each variable in the middle of its range; null where the formula cannot be read or comes to no number.</summary>
    public static WorkedExample? Of(Calculated question, CalculatedAnswer answer)
    {
        var values = question.ValueSets.Count > 0 ? question.ValueSets[0].ToDictionary() : Middle(question.Variables);
        if (Formula.Parse(answer.Formula) is not { } formula || formula.Evaluate(values) is var result && !double.IsFinite(result)) return null;
        var (one, other) = answer.Kind switch
        {
            ToleranceKind.Absolute => (result - answer.Tolerance, result + answer.Tolerance),
            ToleranceKind.Relative => (result * (1 - answer.Tolerance), result * (1 + answer.Tolerance)),
            ToleranceKind.Geometric => (result / (1 + answer.Tolerance), result * (1 + answer.Tolerance)),
        };
        return new WorkedExample([.. values], result, Math.Min(one, other), Math.Max(one, other));
    }

    private static Dictionary<string, double> Middle(IReadOnlyList<Variable> variables)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var variable in variables)
            values[variable.Name] = Math.Round((variable.Minimum + variable.Maximum) / 2, Math.Clamp(variable.Decimals, 0, 10));
        return values;
    }
}

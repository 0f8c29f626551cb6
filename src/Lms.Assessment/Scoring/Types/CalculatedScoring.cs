using System.Globalization;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

/// <summary>Formulas are evaluated in binary fractions, as authors' calculators do; the tolerance has to be wider than their rounding.</summary>
internal static class CalculatedScoring
{
    private const double Rounding = 1e-12;

    public static Mark Score(Calculated question, TextResponse given, IReadOnlyDictionary<string, double>? values) => Find(question, given.Text, values).Mark;

    /// <summary>The first answer that fits, with its mark; null where none does.</summary>
    public static (CalculatedAnswer? Answer, Mark Mark) Find(Calculated question, string given, IReadOnlyDictionary<string, double>? values)
    {
        var drawn = Drawn(question, values);
        if (NumberText.Read(given) is not { } number || UnitReading.Of(question.Units, question.UnitRule, question.UnitPenalty, number.Unit) is not { } unit)
            return (null, Mark.Of(0m, new MarkPart(MarkRule.NotANumber, "", 0m, given)));
        foreach (var answer in question.Answers)
        {
            if (Formula.Parse(answer.Formula)?.Evaluate(drawn) is not { } value || !double.IsFinite(value)) continue;
            var expected = value * unit.PerBase.ToDouble();
            if (IsWithin(answer, number.Value.ToDouble(), expected, unit.PerBase.ToDouble())) return (answer, unit.Apply(answer.Fraction, given, Shown(value, answer)));
        }

        return (null, Mark.Of(0m, new MarkPart(MarkRule.OutsideTolerance, "", 0m, given)));
    }

    /// <summary>The right number, to the answer's decimals; null where the formula gives none.</summary>
    public static string? Shown(Calculated question, CalculatedAnswer answer, IReadOnlyDictionary<string, double>? values) =>
        Formula.Parse(answer.Formula)?.Evaluate(Drawn(question, values)) is { } value && double.IsFinite(value) ? Shown(value, answer) : null;

    private static IReadOnlyDictionary<string, double> Drawn(Calculated question, IReadOnlyDictionary<string, double>? values) =>
        values ?? (question.ValueSets.Count > 0 ? question.ValueSets[0] : null) ?? question.Variables.ToDictionary(v => v.Name, v => v.Minimum);

    private static string Shown(double value, CalculatedAnswer answer) => value.ToString("F" + answer.Decimals, CultureInfo.InvariantCulture);

    private static bool IsWithin(CalculatedAnswer answer, double given, double expected, double perBase)
    {
        var slack = Rounding * Math.Abs(expected);
        return answer.Kind switch
        {
            ToleranceKind.Absolute => Math.Abs(given - expected) <= answer.Tolerance * Math.Abs(perBase) + slack,
            ToleranceKind.Relative => Math.Abs(given - expected) <= answer.Tolerance * Math.Abs(expected) + slack,
            ToleranceKind.Geometric => Math.Sign(given) == Math.Sign(expected)
                && Math.Abs(given) <= Math.Abs(expected) * (1 + answer.Tolerance) + slack && Math.Abs(expected) <= Math.Abs(given) * (1 + answer.Tolerance) + slack,
        };
    }
}

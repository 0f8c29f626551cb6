using System.Text;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class NumberScoring
{
    public const string AnyNumber = "*";

    public static Mark Score(Numeric question, TextResponse given) => Find(question, given.Text).Mark;

    /// <summary>The first answer that fits, with its mark; null where none does.</summary>
    public static (NumericAnswer? Answer, Mark Mark) Find(Numeric question, string given)
    {
        if (NumberText.Read(given) is not { } number) return (null, Wrong(MarkRule.NotANumber, given));
        var unit = UnitReading.Of(question.Units, question.UnitRule, question.UnitPenalty, number.Unit);
        if (unit is null) return (null, Wrong(MarkRule.NotANumber, given));
        var fits = question.Answers.FirstOrDefault(a => IsWithin(a, number.Value, unit.Value.PerBase));
        if (fits is null) return (null, Wrong(MarkRule.OutsideTolerance, given));
        if (fits.SignificantFigures is { } figures && number.SignificantFigures != figures) return (fits, Wrong(MarkRule.WrongFigures, given, $"{figures}"));
        return (fits, unit.Value.Apply(fits.Fraction, given, fits.Value));
    }

    private static bool IsWithin(NumericAnswer answer, ExactNumber given, ExactNumber perBase)
    {
        if (answer.Value == AnyNumber) return true;
        if (ExactNumber.Parse(answer.Value) is not { } value || ExactNumber.Parse(answer.Tolerance) is not { } tolerance) return false;
        var expected = value * perBase;
        return answer.Kind switch
        {
            ToleranceKind.Absolute => (given - expected).Magnitude <= (tolerance * perBase).Magnitude,
            ToleranceKind.Relative => (given - expected).Magnitude <= (tolerance * expected).Magnitude,
            ToleranceKind.Geometric => IsWithinRatio(given, expected, ExactNumber.One + tolerance.Magnitude),
        };
    }

    private static bool IsWithinRatio(ExactNumber given, ExactNumber expected, ExactNumber ratio) =>
        expected.Sign == 0 ? given.Sign == 0
        : given.Sign == expected.Sign && given.Magnitude <= expected.Magnitude * ratio && expected.Magnitude <= given.Magnitude * ratio;

    private static Mark Wrong(MarkRule rule, string given, string expected = "") => Mark.Of(0m, new MarkPart(rule, "", 0m, given, expected));
}

/// <summary>What the unit beside a number means for its value and for its fraction.</summary>
internal readonly record struct UnitReading(ExactNumber PerBase, MarkRule? Complaint, decimal Penalty, string Unit)
{
    /// <summary>Null where something stands beside the number that makes it none.</summary>
    public static UnitReading? Of(IReadOnlyList<NumericUnit> units, UnitRule rule, decimal penalty, string unit)
    {
        if (units.FirstOrDefault(u => string.Equals(u.Symbol.Normalize(NormalizationForm.FormKC).Trim(), unit, StringComparison.Ordinal)) is { } known && unit.Length > 0)
            return new(ExactNumber.Parse(known.PerBase) ?? ExactNumber.One, null, 0m, unit);
        return (rule, unit.Length) switch
        {
            (UnitRule.Optional, 0) => new(ExactNumber.One, null, 0m, unit),
            (UnitRule.Optional, _) => null,
            (UnitRule.Required, 0) => new(ExactNumber.One, MarkRule.UnitMissing, penalty, unit),
            (UnitRule.Required, _) => new(ExactNumber.One, MarkRule.UnitUnknown, penalty, unit),
        };
    }

    public Mark Apply(decimal fraction, string given, string expected)
    {
        if (Complaint is not { } complaint) return fraction == 1m ? Mark.Of(1m) : Mark.Of(fraction, new MarkPart(MarkRule.AnswerFits, "", fraction, given, expected));
        var lost = Math.Min(fraction, Penalty * fraction);
        return Mark.Of(fraction - lost, new MarkPart(MarkRule.AnswerFits, "", fraction, given, expected), new MarkPart(complaint, "", -lost, Unit));
    }
}

using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions.Types;

public enum ToleranceKind
{
    /// <summary>|given − value| ≤ tolerance.</summary>
    Absolute,
    /// <summary>|given − value| ≤ tolerance × |value|.</summary>
    Relative,
    /// <summary>value ÷ (1 + tolerance) ≤ given ≤ value × (1 + tolerance), mirrored where the value is negative.</summary>
    Geometric,
}

/// <param name="Value">As typed, "3.14" or "6.02e23", kept as text so that nothing of it is rounded; "*" takes any number.</param>
/// <param name="SignificantFigures">Where given, the response must be written with exactly so many.</param>
public sealed record NumericAnswer(string Value, string Tolerance = "0", ToleranceKind Kind = ToleranceKind.Absolute, decimal Fraction = 1m, string Feedback = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SignificantFigures = null);

/// <param name="PerBase">How many of it make one base unit, "0.001" for kW where the answer is in W: the answer times this is the answer in this unit.</param>
public sealed record NumericUnit(string Symbol, string PerBase = "1");

public enum UnitRule
{
    /// <summary>Only the number counts, whatever stands behind it has to be a known unit or nothing.</summary>
    Optional,
    /// <summary>A missing or unknown unit costs the penalty.</summary>
    Required,
}

/// <summary>A number, with a unit where there are any. The first answer that fits counts: tiers of tolerance go from narrow to wide.</summary>
public sealed record Numeric : QuestionDefinition
{
    public required IReadOnlyList<NumericAnswer> Answers { get; init; }
    public IReadOnlyList<NumericUnit> Units { get; init; } = [];
    public UnitRule UnitRule { get; init; }
    /// <summary>0 to 1, of what the number would earn.</summary>
    public decimal UnitPenalty { get; init; } = 0.1m;
}

/// <param name="Decimals">Of a drawn value, 0 to 10.</param>
public sealed record Variable(string Name, double Minimum, double Maximum, int Decimals);

/// <param name="Formula">Over the variables, {a} * {b} + pow({a}, 2): see <see cref="Scoring.Types.Formula"/>.</param>
/// <param name="Decimals">To which the right answer is shown; the tolerance is measured from the unrounded one.</param>
public sealed record CalculatedAnswer(string Formula, double Tolerance = 0.01, ToleranceKind Kind = ToleranceKind.Relative, decimal Fraction = 1m, string Feedback = "", int Decimals = 2);

/// <summary>A number that follows from values drawn for each candidate. {a} in the prompt stands for the value of a.</summary>
public sealed record Calculated : QuestionDefinition
{
    public required IReadOnlyList<Variable> Variables { get; init; }
    public required IReadOnlyList<CalculatedAnswer> Answers { get; init; }
    /// <summary>Ready sets of values; where there are any, one of them is drawn whole and the ranges do not count.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> ValueSets { get; init; } = [];
    public IReadOnlyList<NumericUnit> Units { get; init; } = [];
    public UnitRule UnitRule { get; init; }
    public decimal UnitPenalty { get; init; } = 0.1m;
}

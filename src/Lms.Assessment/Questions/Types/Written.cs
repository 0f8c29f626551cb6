using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions.Types;

/// <param name="Fraction">0 to 1 of the criterion's weight.</param>
public sealed record RubricLevel(string Text, decimal Fraction);

/// <param name="Weight">Criteria count by their weights, whatever these sum up to.</param>
public sealed record RubricCriterion(string Id, string Text, decimal Weight, IReadOnlyList<RubricLevel> Levels);

/// <summary>A text of the candidate's own, marked by hand.</summary>
public sealed record Essay : QuestionDefinition
{
    /// <summary>Words are runs of letters and digits; validation tells the candidate and never blocks a hand-in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FewestWords { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MostWords { get; init; }
    /// <summary>What stands in the field at the beginning.</summary>
    public string Template { get; init; } = "";
    /// <summary>For the markers only.</summary>
    public string MarkingNotes { get; init; } = "";
    public IReadOnlyList<RubricCriterion> Rubric { get; init; } = [];
}

/// <summary>Files, marked by hand.</summary>
public sealed record FileUpload : QuestionDefinition
{
    public int MostFiles { get; init; } = 1;
    public long MostBytes { get; init; } = 10_000_000;
    /// <summary>Lower case with the dot, ".pdf"; empty takes any that the site takes.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];
    public string MarkingNotes { get; init; } = "";
    public IReadOnlyList<RubricCriterion> Rubric { get; init; } = [];
}

using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions.Types;

/// <param name="Id">Stable within the question ("a", "b" …): responses name it, so a reworded option keeps its answers.</param>
/// <param name="Fraction">What choosing it earns, −1 to 1, where the question maps values; null where right and wrong are all there is.</param>
public sealed record ChoiceOption(string Id, string Text, bool Correct, string Feedback = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Fraction = null);

/// <summary>One option is chosen and earns its fraction: 1 or 0 where none is given.</summary>
public sealed record SingleChoice : QuestionDefinition
{
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
}

/// <summary>r right ticks, w wrong ticks, c right options, n options.</summary>
public enum MultipleScoring
{
    /// <summary>1 where exactly the right options are ticked.</summary>
    AllOrNothing,
    /// <summary>(r − w) ÷ c, never below 0.</summary>
    PartialCredit,
    /// <summary>r ÷ c, wrong ticks cost nothing, but more ticks than c earn nothing: ticking everything is no answer.</summary>
    PartialWithoutPenalty,
    /// <summary>(r − w) ÷ c, down to −1.</summary>
    PartialNegative,
    /// <summary>The sum of the ticked options' fractions within the bounds.</summary>
    Mapped,
}

public sealed record MultipleResponse : QuestionDefinition
{
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
    public MultipleScoring Scoring { get; init; } = MultipleScoring.PartialCredit;
    /// <summary>Of a mapped sum.</summary>
    public decimal LowerBound { get; init; }
    public decimal UpperBound { get; init; } = 1m;
}

public sealed record TrueFalse : QuestionDefinition
{
    public required bool Correct { get; init; }
    /// <summary>Said to who answered "true", and to who answered "false".</summary>
    public string TrueFeedback { get; init; } = "";
    public string FalseFeedback { get; init; } = "";
}

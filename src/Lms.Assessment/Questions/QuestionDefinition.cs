using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions;

/// <summary>What is asked and what is right: the frozen document of one question version. Texts are Markdown.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SingleChoice), QuestionType.SingleChoice)]
[JsonDerivedType(typeof(MultipleResponse), QuestionType.MultipleResponse)]
[JsonDerivedType(typeof(TrueFalse), QuestionType.TrueFalse)]
[JsonDerivedType(typeof(ShortText), QuestionType.ShortText)]
public abstract record QuestionDefinition
{
    public required string Prompt { get; init; }
    public string Feedback { get; init; } = "";
}

/// <param name="Id">Stable within the question ("a", "b" …): responses name it, so a reworded option keeps its answers.</param>
public sealed record ChoiceOption(string Id, string Text, bool Correct, string Feedback = "");

public sealed record SingleChoice : QuestionDefinition
{
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
}

public enum MultipleScoring { AllOrNothing, PartialCredit }

public sealed record MultipleResponse : QuestionDefinition
{
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
    /// <summary>Partial credit: every option counts alike; right minus wrong ticks, never below zero.</summary>
    public MultipleScoring Scoring { get; init; } = MultipleScoring.PartialCredit;
}

public sealed record TrueFalse : QuestionDefinition
{
    public required bool Correct { get; init; }
}

public sealed record ShortText : QuestionDefinition
{
    public required IReadOnlyList<string> Answers { get; init; }
    public bool CaseSensitive { get; init; }
    /// <summary>False lets "tham van" pass for "tham vấn".</summary>
    public bool DiacriticsSensitive { get; init; } = true;
}

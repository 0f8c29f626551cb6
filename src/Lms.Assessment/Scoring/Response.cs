using System.Text.Json.Serialization;

namespace Lms.Assessment.Scoring;

/// <summary>
/// What a candidate gave for one question. Stored compact (<see cref="ResponseJson"/>); equal responses have equal JSON,
/// which is how they are compared: a list inside a record compares by reference.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(ChoiceResponse), "c")]
[JsonDerivedType(typeof(TextResponse), "x")]
public abstract record Response;

/// <param name="OptionIds">Distinct, in ordinal order; empty means the candidate cleared the answer. True/false uses "true" and "false".</param>
public sealed record ChoiceResponse(IReadOnlyList<string> OptionIds) : Response;
/// <param name="Text">As typed, NFC; empty means cleared.</param>
public sealed record TextResponse(string Text) : Response;

/// <summary>The outcome for one question and the reason in a form a page can put into words.</summary>
/// <param name="Fraction">0 to 1 of the slot's points.</param>
public sealed record Mark(decimal Fraction, MarkReason Reason);
/// <summary>NotApplicable: the response is of a kind this question cannot have. The numbers are stored.</summary>
public enum MarkReason { Right = 0, PartlyRight = 1, Wrong = 2, NotAnswered = 3, NotApplicable = 4 }

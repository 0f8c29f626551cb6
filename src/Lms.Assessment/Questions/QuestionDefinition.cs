using System.Text.Json.Serialization;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Questions;

/// <summary>
/// What is asked and what is right: the frozen document of one question version. Texts are Markdown. Fractions are parts
/// of the question's points, 1 for all of them; where a type allows it they may be negative, to −1.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SingleChoice), QuestionType.SingleChoice)]
[JsonDerivedType(typeof(MultipleResponse), QuestionType.MultipleResponse)]
[JsonDerivedType(typeof(TrueFalse), QuestionType.TrueFalse)]
[JsonDerivedType(typeof(Matching), QuestionType.Matching)]
[JsonDerivedType(typeof(Ordering), QuestionType.Ordering)]
[JsonDerivedType(typeof(ShortText), QuestionType.ShortText)]
[JsonDerivedType(typeof(Numeric), QuestionType.Numeric)]
[JsonDerivedType(typeof(Calculated), QuestionType.Calculated)]
[JsonDerivedType(typeof(Cloze), QuestionType.Cloze)]
[JsonDerivedType(typeof(GapSelect), QuestionType.GapSelect)]
[JsonDerivedType(typeof(Hotspot), QuestionType.Hotspot)]
[JsonDerivedType(typeof(Essay), QuestionType.Essay)]
[JsonDerivedType(typeof(FileUpload), QuestionType.FileUpload)]
public abstract record QuestionDefinition
{
    public required string Prompt { get; init; }
    /// <summary>Said whatever the answer was.</summary>
    public string Feedback { get; init; } = "";
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OutcomeFeedback? Outcomes { get; init; }
}

/// <summary>What is said by how the answer came out; empty where nothing is.</summary>
public sealed record OutcomeFeedback(string Right, string PartlyRight, string Wrong);

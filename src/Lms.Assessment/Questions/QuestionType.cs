using System.Diagnostics;

namespace Lms.Assessment.Questions;

/// <summary>
/// The names of the question types, as stored and as shown to pages. How and when a candidate hears about an answer is
/// not a matter of the type: that is the paper's review policy.
/// </summary>
public static class QuestionType
{
    public const string SingleChoice = "singleChoice";
    public const string MultipleResponse = "multipleResponse";
    public const string TrueFalse = "trueFalse";
    public const string ShortText = "shortText";

    public static string Of(QuestionDefinition question) => question switch
    {
        Questions.SingleChoice => SingleChoice,
        Questions.MultipleResponse => MultipleResponse,
        Questions.TrueFalse => TrueFalse,
        Questions.ShortText => ShortText,
        _ => throw new UnreachableException($"{question.GetType().Name} has no name."),
    };
}

using System.Text.RegularExpressions;
using Lms.Assessment.Questions;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>The question types as this area names them.</summary>
internal static partial class QuestionWords
{
    public static readonly IReadOnlyList<string> Types = [QuestionType.SingleChoice, QuestionType.MultipleResponse, QuestionType.TrueFalse, QuestionType.ShortText];

    /// <summary>The key of the type's name: "singleChoice" is "TypeSingleChoice".</summary>
    public static string TypeKey(string type) => $"Type{char.ToUpperInvariant(type[0])}{type[1..]}";

    /// <summary>"[0].Definition.Answers[2]" stands in the form's field "Answers".</summary>
    public static string FieldOf(string path) => AnswerAt().Replace(Envelope().Replace(path, ""), "Answers");

    [GeneratedRegex(@"^(\[\d+\]\.)?(Definition\.)?")]
    private static partial Regex Envelope();

    [GeneratedRegex(@"^Answers\[\d+\]$")]
    private static partial Regex AnswerAt();
}

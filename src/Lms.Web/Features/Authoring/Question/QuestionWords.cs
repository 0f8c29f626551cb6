using Lms.Assessment.Questions;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>The question types as this area names them.</summary>
internal static class QuestionWords
{
    /// <summary>As the page on which a type is chosen groups them; the first word is the key of the group's name.</summary>
    public static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Types)> Groups =
    [
        ("TypesChoosing", [QuestionType.SingleChoice, QuestionType.MultipleResponse, QuestionType.TrueFalse]),
        ("TypesArranging", [QuestionType.Matching, QuestionType.Ordering, QuestionType.GapSelect, QuestionType.Hotspot]),
        ("TypesTyping", [QuestionType.ShortText, QuestionType.Cloze, QuestionType.Numeric, QuestionType.Calculated]),
        ("TypesMarked", [QuestionType.Essay, QuestionType.FileUpload]),
    ];

    public static readonly IReadOnlyList<string> Types = [.. Groups.SelectMany(g => g.Types)];

    /// <summary>The key of the type's name: "singleChoice" is "TypeSingleChoice".</summary>
    public static string TypeKey(string type) => $"Type{char.ToUpperInvariant(type[0])}{type[1..]}";

    /// <summary>Some types read signs in the prompt; the key of the text that tells which.</summary>
    public static string? PromptHintKey(string type) => type switch
    {
        QuestionType.Cloze or QuestionType.GapSelect => "PromptHintGaps",
        QuestionType.Calculated => "PromptHintVariables",
        _ => null,
    };
}

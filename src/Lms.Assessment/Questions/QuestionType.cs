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
    public const string Matching = "matching";
    public const string Ordering = "ordering";
    public const string ShortText = "shortText";
    public const string Numeric = "numeric";
    public const string Calculated = "calculated";
    public const string Cloze = "cloze";
    public const string GapSelect = "gapSelect";
    public const string Hotspot = "hotspot";
    public const string Essay = "essay";
    public const string FileUpload = "fileUpload";

    public static IReadOnlyList<string> All { get; } =
        [SingleChoice, MultipleResponse, TrueFalse, Matching, Ordering, ShortText, Numeric, Calculated, Cloze, GapSelect, Hotspot, Essay, FileUpload];

    public static string Of(QuestionDefinition question) => question switch
    {
        Types.SingleChoice => SingleChoice,
        Types.MultipleResponse => MultipleResponse,
        Types.TrueFalse => TrueFalse,
        Types.Matching => Matching,
        Types.Ordering => Ordering,
        Types.ShortText => ShortText,
        Types.Numeric => Numeric,
        Types.Calculated => Calculated,
        Types.Cloze => Cloze,
        Types.GapSelect => GapSelect,
        Types.Hotspot => Hotspot,
        Types.Essay => Essay,
        Types.FileUpload => FileUpload,
        _ => throw new UnreachableException($"{question.GetType().Name} has no name."),
    };
}

using System.Text.RegularExpressions;
using Lms.Assessment.Questions.Cases;

namespace Lms.Assessment.Questions;

/// <summary>Files that came along with questions are named "file:NAME" in their texts until the library has given them addresses.</summary>
public static partial class MediaReferences
{
    /// <param name="addresses">By name; a name that is not among them stays as it is.</param>
    public static QuestionDefinition Placed(QuestionDefinition definition, IReadOnlyDictionary<string, string> addresses) => addresses.Count == 0 ? definition
        : AssessmentJson.Read<QuestionDefinition>(Reference().Replace(AssessmentJson.Write(definition),
            m => addresses.TryGetValue(Uri.UnescapeDataString(m.Groups["name"].Value), out var address) ? address : m.Value));

    public static CaseDraft Placed(CaseDraft study, IReadOnlyDictionary<string, string> addresses) => addresses.Count == 0 ? study
        : AssessmentJson.Read<CaseDraft>(Reference().Replace(AssessmentJson.Write(study), m => addresses.TryGetValue(Uri.UnescapeDataString(m.Groups["name"].Value), out var address) ? address : m.Value));

    [GeneratedRegex("""(?<=[("<])file:(?<name>[^\s"\\<>()]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}

using Lms.Publishing;

namespace Lms.Assessment.Questions.Cases;

/// <summary>What several questions have in common: a case, a text, a picture. Drawn with all its questions or not at all.</summary>
/// <param name="Text">Markdown.</param>
public sealed record CaseDraft(string Title, string Text)
{
    /// <summary>Whether its questions may change places among themselves where the paper shuffles; as a group they move in any case.</summary>
    public bool ShuffleWithin { get; init; }
}

/// <param name="Questions">How many questions name it.</param>
/// <param name="Ready">How many of them are published.</param>
public sealed record CaseSummary(Guid Key, Guid BankKey, string Title, Stage Stage, int LatestNumber, Guid? PublishedVersionKey, int Questions, int Ready);

/// <param name="Questions">In the order in which they are asked.</param>
public sealed record CaseDetail(Guid Key, Guid BankKey, int Revision, Stage Stage, int LatestNumber, Guid? PublishedVersionKey, CaseDraft Draft, IReadOnlyList<QuestionSummary> Questions);

/// <summary>The body of a case's <see cref="PublishableItem"/>.</summary>
internal static class CaseBody
{
    public const int LongestTitle = 300;

    public static CaseDraft Tidy(CaseDraft draft) => draft with { Title = draft.Title.Trim().Normalize(), Text = draft.Text.Trim() };

    public static string Write(CaseDraft draft) => AssessmentJson.Write(draft).Normalize();

    public static CaseDraft Read(string body) => AssessmentJson.Read<CaseDraft>(body);

    public static IEnumerable<QuestionProblem> Problems(CaseDraft draft) =>
    [
        .. Checks.Text("Title", draft.Title, LongestTitle, required: true),
        .. Checks.Text("Text", draft.Text, QuestionRules.LongestPrompt, required: true),
    ];
}

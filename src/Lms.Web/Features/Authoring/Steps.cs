using Lms.Publishing;

namespace Lms.Web.Features.Authoring;

/// <summary>The steps on the way to the public that are open to this visitor, for the partial view _Steps.</summary>
/// <param name="Address">Where the form is posted to.</param>
public sealed record Steps(string Address, Stage Stage, bool IsPublished, bool MayReview, int Revision)
{
    public bool MaySubmit => Stage is Stage.Draft or Stage.Returned or Stage.Withdrawn;
    public bool MayPublish => MayReview && Stage is (Stage.Draft or Stage.InReview or Stage.Withdrawn);
    public bool MayReturn => MayReview && Stage is Stage.InReview;
    public bool MayWithdraw => MayReview && IsPublished;
    public bool Any => MaySubmit || MayPublish || MayReturn || MayWithdraw;
}

/// <summary>One step as the form sends it.</summary>
/// <param name="Revision">What the visitor had before him: nobody publishes a text he has not seen.</param>
public sealed record StepForm(PublishAction Step, string? Note, int Revision)
{
    public const int LongestNote = 2000;

    /// <summary>The key of the text that says what is wrong, null where nothing is.</summary>
    public string? Problem => Note?.Length > LongestNote ? "NoteTooLong"
        : Step is PublishAction.Returned && string.IsNullOrWhiteSpace(Note) ? "NoteRequired" : null;

    /// <summary>Authors hand in; the other steps are the reviewer's.</summary>
    public bool NeedsReviewer => Step switch
    {
        PublishAction.Submitted => false,
        PublishAction.Returned or PublishAction.Published or PublishAction.Withdrawn => true,
    };
}

/// <summary>The colour that goes with the word.</summary>
internal static class StageBadge
{
    public static string Of(Stage stage) => stage switch
    {
        Stage.Draft or Stage.Withdrawn => "badge--neutral",
        Stage.InReview => "badge--warning",
        Stage.Returned => "badge--danger",
        Stage.Published => "badge--success",
    };
}

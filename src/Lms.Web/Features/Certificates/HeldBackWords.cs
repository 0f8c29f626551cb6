namespace Lms.Web.Features.Certificates;

using Lms.Certificates.Issuing;
using Microsoft.Extensions.Localization;

/// <summary>Why a certificate that was earned is not issued, and who can mend it, in the holder's words.</summary>
public static class HeldBackWords
{
    /// <param name="reason">The name of an <see cref="IssueOutcome"/>, as Training keeps it.</param>
    public static string Of(string reason, IStringLocalizer<CertificatesText> text) =>
        Enum.TryParse<IssueOutcome>(reason, out var outcome) ? text[Key(outcome)] : text["HeldBackOther"];

    private static string Key(IssueOutcome outcome) => outcome switch
    {
        IssueOutcome.MissingBirthDate or IssueOutcome.MissingHolderName or IssueOutcome.UnprintableCharacter or IssueOutcome.FieldNotPrintable or IssueOutcome.UnknownCredential => $"HeldBack{outcome}",
        IssueOutcome.Issued or IssueOutcome.Proposed or IssueOutcome.AlreadyIssued or IssueOutcome.AlreadyHeld => "HeldBackOther",
    };
}

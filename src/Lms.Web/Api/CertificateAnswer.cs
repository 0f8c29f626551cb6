using System.ComponentModel;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;

namespace Lms.Web.Api;

/// <summary>What the API says of a code: the public page's facts, and nothing beside them.</summary>
public sealed record CertificateAnswer(
    [property: Description("valid, expired, suspended, revoked, superseded or unknown")] Standing Standing,
    [property: Description("The moment of this answer, UTC")] DateTime CheckedAt,
    [property: Description("Null where the standing is unknown")] CertificateDetail? Certificate)
{
    public static CertificateAnswer Of(VerificationResult result) => new(result.Standing, result.CheckedAt, result.Facts is { } facts ? CertificateDetail.Of(facts) : null);
}

public sealed record BilingualName(string Name, string NameEn);

public sealed record CertificateDetail(
    [property: Description("16 characters")] string Code, string Number, string HolderName, int BirthYear,
    BilingualName Credential, [property: Description("Empty where there is none")] string ProfessionalTitleCode, BilingualName Issuer, BilingualName Course, string ClassCode, int Hours,
    DateOnly IssuedOn, [property: Description("The last valid day; null: does not expire")] DateOnly? ExpiresOn,
    DateOnly? RevokedOn, string? RevocationReason, DateOnly? SuspendedOn, string? SuspensionReason,
    DateOnly? SupersededOn, SupersessionCause? SupersededBecause, [property: Description("Code of the certificate that took its place")] string? Successor,
    [property: Description("Earned before this system and copied from an older register")] bool IsTranscribed)
{
    public static CertificateDetail Of(CertificateFacts f) => new(
        f.Code.Value, f.CertificateNumber, f.HolderName, f.BirthYear, new(f.CredentialName, f.CredentialNameEn), f.ProfessionalTitleCode, new(f.IssuerName, f.IssuerNameEn),
        new(f.CourseTitle, f.CourseTitleEn), f.ClassCode, f.Hours, f.IssuedOn, f.ExpiresOn, f.RevokedOn, f.RevocationReason, f.SuspendedOn, f.SuspensionReason,
        f.SupersededOn, f.SupersededBecause, f.Successor?.Value, f.IsTranscribed);
}

/// <param name="Standing">As it was told last.</param>
public sealed record WatchAnswer(string Code, Standing Standing, DateTime Since);

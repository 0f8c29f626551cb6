using Lms.Certificates.Issuing;
using Lms.Data;

namespace Lms.Certificates.Verification;

public enum Standing { Valid, Suspended, Revoked, Expired, Superseded, Unknown }

/// <param name="Facts">Null exactly where the standing is <see cref="Verification.Standing.Unknown"/>.</param>
public sealed record VerificationResult(Standing Standing, CertificateFacts? Facts, DateTime CheckedAt)
{
    internal static VerificationResult Of(CertificateFacts? facts, DateTime now) => new(
        facts is null ? Standing.Unknown : Standings.Of(facts.RevokedOn, facts.SupersededOn, facts.SuspendedOn, facts.ExpiresOn, CityCalendar.DateAt(now)), facts, now);
}

/// <summary>What the public page may show of a certificate, as issued; of the birth date only the year.</summary>
/// <param name="Successor">The certificate that took its place, exactly where <paramref name="SupersededOn"/> is given.</param>
/// <param name="IsTranscribed">Earned before this system and copied from an older register.</param>
public sealed record CertificateFacts(
    CertificateCode Code, string CertificateNumber, string HolderName, int BirthYear,
    string CredentialName, string CredentialNameEn, string ProfessionalTitleCode, string IssuerName, string IssuerNameEn,
    string ClassCode, string CourseTitle, string CourseTitleEn, int Hours, DateOnly IssuedOn, DateOnly? ExpiresOn,
    DateOnly? RevokedOn, string? RevocationReason, DateOnly? SuspendedOn = null, string? SuspensionReason = null,
    DateOnly? SupersededOn = null, SupersessionCause? SupersededBecause = null, CertificateCode? Successor = null, bool IsTranscribed = false);

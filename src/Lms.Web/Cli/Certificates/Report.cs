using Lms.Certificates.Verification;

namespace Lms.Web.Cli.Certificates;

/// <summary>What "certificate verify" prints.</summary>
internal sealed record Report(Verdict Standing, Carrier Carrier, DateTime CheckedAt, ReportedFacts? Facts, IReadOnlyList<Check> Checks)
{
    public static Report Of(CheckedCertificate c) => new(c.Verdict, c.Carrier, c.CheckedAt, c.Facts is { } facts ? ReportedFacts.Of(facts) : null, c.Checks);
}

/// <summary>The facts of the public page and no others.</summary>
internal sealed record ReportedFacts(
    string Code, string CertificateNumber, string HolderName, int BirthYear, string CredentialName, string CredentialNameEn, string ProfessionalTitleCode,
    string IssuerName, string IssuerNameEn, string ClassCode, string CourseTitle, string CourseTitleEn, int Hours, DateOnly IssuedOn, DateOnly? ExpiresOn,
    DateOnly? RevokedOn, string? RevocationReason, DateOnly? SuspendedOn, string? SuspensionReason, DateOnly? SupersededOn, string? Successor, bool IsTranscribed)
{
    public static ReportedFacts Of(CertificateFacts f) => new(
        f.Code.Value, f.CertificateNumber, f.HolderName, f.BirthYear, f.CredentialName, f.CredentialNameEn, f.ProfessionalTitleCode,
        f.IssuerName, f.IssuerNameEn, f.ClassCode, f.CourseTitle, f.CourseTitleEn, f.Hours, f.IssuedOn, f.ExpiresOn,
        f.RevokedOn, f.RevocationReason, f.SuspendedOn, f.SuspensionReason, f.SupersededOn, f.Successor?.Value, f.IsTranscribed);
}

using Lms.Certificates.Issuing;
using Lms.Data;

namespace Lms.Certificates.Verification;

internal static class PublicFacts
{
    /// <summary>What anybody may see, and nothing else leaves the database: of the birth date the year, no person's key, no organisation.</summary>
    public static IQueryable<CertificateFacts> Facts(this IQueryable<Certificate> certificates, LmsDb db) => certificates.Select(c => new CertificateFacts(
        c.Code, c.CertificateNumber, c.HolderName, c.BirthDate.Year,
        c.CredentialName, c.CredentialNameEn, c.ProfessionalTitleCode, c.IssuerName, c.IssuerNameEn,
        c.ClassCode, c.CourseTitle, c.CourseTitleEn, c.Hours, c.IssuedOn, c.ExpiresOn, c.RevokedOn, c.RevocationReason, c.SuspendedOn, c.SuspensionReason,
        c.SupersededOn, c.SupersededBecause, db.Set<Certificate>().Where(n => n.Key == c.SuccessorKey).Select(n => (CertificateCode?)n.Code).FirstOrDefault(),
        c.IsTranscribed));
}

using System.Linq.Expressions;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Verification;

/// <summary>What anybody may see of a certificate, and nothing else leaves the database: of the birth date the year, no person's key, no organisation.</summary>
internal static class PublicFacts
{
    private static readonly Expression<Func<Certificate, Certificate?, CertificateFacts>> Projection = (c, successor) => new CertificateFacts(
        c.Code, c.CertificateNumber, c.HolderName, c.BirthDate.Year,
        c.CredentialName, c.CredentialNameEn, c.ProfessionalTitleCode, c.IssuerName, c.IssuerNameEn,
        c.ClassCode, c.CourseTitle, c.CourseTitleEn, c.Hours, c.IssuedOn, c.ExpiresOn, c.RevokedOn, c.RevocationReason, c.SuspendedOn, c.SuspensionReason,
        c.SupersededOn, c.SupersededBecause, (CertificateCode?)successor!.Code, c.IsTranscribed);

    // Asked with every scan of every certificate, so it is compiled once.
    private static readonly CompiledQuery<Func<LmsDb, CertificateCode, Task<CertificateFacts?>>> One = new(() => EF.CompileAsyncQuery((LmsDb db, CertificateCode code) =>
        db.Set<Certificate>().Where(c => c.Code == code).LeftJoin(db.Set<Certificate>(), c => c.SuccessorKey, n => n.Key, Projection).SingleOrDefault()));

    public static Task<CertificateFacts?> FactsAsync(this LmsDb db, CertificateCode code) => One.On(db)(db, code);

    public static IQueryable<CertificateFacts> Facts(this IQueryable<Certificate> certificates, LmsDb db) =>
        certificates.LeftJoin(db.Set<Certificate>(), c => c.SuccessorKey, n => n.Key, Projection);
}

using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Signing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates;

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<Certificate> Certificates => db.Set<Certificate>();
        internal DbSet<CertificateEvent> CertificateEvents => db.Set<CertificateEvent>();
        internal DbSet<CertificateSeal> Seals => db.Set<CertificateSeal>();
        internal DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
        internal DbSet<StatusList> StatusLists => db.Set<StatusList>();
        internal DbSet<CredentialTypeRow> CredentialTypes => db.Set<CredentialTypeRow>();
    }
}

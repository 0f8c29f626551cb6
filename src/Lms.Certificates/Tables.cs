using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates;

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<Certificate> Certificates => db.Set<Certificate>();
        internal DbSet<CertificateEvent> CertificateEvents => db.Set<CertificateEvent>();
        internal DbSet<CredentialTypeRow> CredentialTypes => db.Set<CredentialTypeRow>();
    }
}

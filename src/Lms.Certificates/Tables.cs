using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Employers;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Certificates.Register;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates;

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<Certificate> Certificates => db.Set<Certificate>();
        internal DbSet<CertificateSeal> Seals => db.Set<CertificateSeal>();
        internal DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
        internal DbSet<StatusList> StatusLists => db.Set<StatusList>();
        internal DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
        internal DbSet<Proposal> Proposals => db.Set<Proposal>();
        internal DbSet<Decision> Decisions => db.Set<Decision>();
        internal DbSet<DecisionFile> DecisionFiles => db.Set<DecisionFile>();
        internal DbSet<RenewalReminder> RenewalReminders => db.Set<RenewalReminder>();
        internal DbSet<VerificationCount> VerificationCounts => db.Set<VerificationCount>();
        internal DbSet<ApiKeyRow> ApiKeys => db.Set<ApiKeyRow>();
        internal DbSet<CertificateWatch> Watches => db.Set<CertificateWatch>();
        internal DbSet<WebhookDelivery> Deliveries => db.Set<WebhookDelivery>();
        internal DbSet<DocumentSignature> DocumentSignatures => db.Set<DocumentSignature>();
        internal DbSet<DocumentCertificate> DocumentCertificates => db.Set<DocumentCertificate>();
        internal DbSet<TemplateRow> Templates => db.Set<TemplateRow>();
        internal DbSet<TemplateVersion> TemplateVersions => db.Set<TemplateVersion>();
        internal DbSet<TemplatePicture> TemplatePictures => db.Set<TemplatePicture>();
        internal DbSet<CredentialTypeRow> CredentialTypes => db.Set<CredentialTypeRow>();
    }
}

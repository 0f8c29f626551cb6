using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Employers;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Certificates.Templates;
using Lms.Certificates.Transcription;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.Certificates.Issuing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.Certificates;

/// <summary>What is printed on and encoded into certificates and the same for all of them.</summary>
public sealed class CertificateOptions
{
    /// <summary>Scheme and host of the public verification page, without a slash at the end; printed beneath the QR code.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5000";

    /// <summary>Before the date on the certificate: "TP. Hồ Chí Minh, ngày 02 tháng 03 năm 2026".</summary>
    public string PlaceOfIssue { get; set; } = "TP. Hồ Chí Minh";

    /// <summary>32 bytes that private signing keys are encrypted with in the database; the one secret that must not be kept there.</summary>
    public byte[]? MasterKey { get; set; }

    /// <summary>What PDFs are signed with; null: they bear no signature.</summary>
    public DocumentKey? DocumentKey { get; set; }

    /// <summary>Of a time-stamping authority (RFC 3161); null: signatures bear no timestamp.</summary>
    public string? TimestampAddress { get; set; }
}

public static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services.AddOptions()
        .AddModelPart<CertificateRegister>().AddScoped<CredentialTypes>().AddScoped<CertificateRegister>().AddScoped<DecisionBook>().AddScoped<RenewalReminders>().AddScoped<OfflineTrust>()
        .AddScoped<RegisterBook>().AddScoped<AuditTrail>().AddScoped<ProposalCheck>().AddSingleton<VerificationCounts>().AddScoped<Wallet.ShareImage>()
        .AddScoped(s => new Issuing.Certificates(Of<LmsDb>(s), Of<TimeProvider>(s), Of<CredentialTypes>(s), Of<RegisterBook>(s), Of<AuditTrail>(s), Of<CertificateDocuments>(s), Of<IOptions<CertificateOptions>>(s)))
        .AddScoped(s => new CertificateLifecycle(Of<LmsDb>(s), Of<TimeProvider>(s), Of<CredentialTypes>(s), Of<RegisterBook>(s), Of<AuditTrail>(s)))
        .AddScoped(s => new Proposals(Of<LmsDb>(s), Of<TimeProvider>(s), Of<ProposalCheck>(s), Of<AuditTrail>(s)))
        .AddScoped(s => new Decisions(Of<LmsDb>(s), Of<TimeProvider>(s), Of<ProposalCheck>(s), Of<AuditTrail>(s)))
        .AddScoped(s => new BatchIssuing(Of<LmsDb>(s), Of<TimeProvider>(s), Of<CredentialTypes>(s), Of<ProposalCheck>(s), Of<RegisterBook>(s), Of<AuditTrail>(s), Of<IOptions<CertificateOptions>>(s)))
        .AddScoped(s => new Handovers(Of<LmsDb>(s), Of<TimeProvider>(s), Of<AuditTrail>(s)))
        .AddScoped<LineChecking>().AddScoped(s => new Transcriptions(Of<LmsDb>(s), Of<TimeProvider>(s), Of<LineChecking>(s), Of<RegisterBook>(s), Of<IOptions<CertificateOptions>>(s)))
        .AddScoped(s => new AuditLog(Of<LmsDb>(s), Of<TimeProvider>(s), Of<AuditTrail>(s)))
        .AddScoped<CertificateLookup>()
        .AddSigning().AddEmployers().AddDocuments();

    private static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<TimestampAuthority>().AddSingleton<KnownDocumentCertificates>().AddSingleton<PreparedDesigns>().AddScoped<TemplateChoice>().AddScoped<DocumentSigning>()
        .AddScoped(s => new CertificateDocuments(Of<LmsDb>(s), Of<PreparedDesigns>(s), Of<DocumentSigning>(s), Of<IOptions<CertificateOptions>>(s)))
        .AddScoped(s => new PdfInspection(Of<LmsDb>(s)))
        .AddScoped(s => new DocumentChecking(Of<PdfInspection>(s), Of<CarrierReading>(s), Of<CertificateDocuments>(s), Of<CertificateLookup>(s)))
        .AddScoped(s => new Templates.Templates(Of<LmsDb>(s), Of<TimeProvider>(s)));

    private static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddScoped<Carriers>().AddSingleton<KeyVault>().AddSingleton<KeyRing>().AddSingleton<StatusListCache>().AddScoped<Seals>()
        .AddScoped(s => new SigningKeys(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<KeyVault>(), s.GetRequiredService<KeyRing>()))
        .AddScoped(s => new PublicKeySet(s.GetRequiredService<SigningKeys>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new StatusLists(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<SigningKeys>(), s.GetRequiredService<StatusListCache>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new CarrierReading(s.GetRequiredService<SigningKeys>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped(s => new CertificateChecking(s.GetRequiredService<Issuing.Certificates>(), s.GetRequiredService<CarrierReading>(), s.GetRequiredService<DocumentChecking>()))
        .AddScoped(s => new Resealing(s.GetRequiredService<LmsDb>(), s.GetRequiredService<Seals>()));

    private static IServiceCollection AddEmployers(this IServiceCollection services) => services.AddScoped<Watches>()
        .AddScoped(s => new ApiKeys(Of<LmsDb>(s), Of<TimeProvider>(s), Of<KeyVault>(s)))
        .AddScoped(s => new WebhookQueue(Of<LmsDb>(s), Of<TimeProvider>(s), Of<KeyVault>(s)));

    private static T Of<T>(IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}

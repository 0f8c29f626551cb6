using Lms.Certificates.Credentials;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
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
}

public static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services.AddOptions()
        .AddModelPart<CertificateRegister>().AddScoped<CredentialTypes>().AddScoped<CertificateRegister>().AddScoped<RegisterBook>().AddScoped<OfflineTrust>()
        .AddScoped(s => new Issuing.Certificates(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<RegisterBook>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new CertificateLifecycle(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<RegisterBook>()))
        .AddSigning();

    private static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddScoped<Carriers>().AddSingleton<KeyVault>().AddSingleton<KeyRing>().AddSingleton<StatusListCache>().AddScoped<Seals>()
        .AddScoped(s => new SigningKeys(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<KeyVault>(), s.GetRequiredService<KeyRing>()))
        .AddScoped(s => new PublicKeySet(s.GetRequiredService<SigningKeys>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new StatusLists(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<SigningKeys>(), s.GetRequiredService<StatusListCache>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new CarrierReading(s.GetRequiredService<SigningKeys>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped(s => new CertificateChecking(s.GetRequiredService<Issuing.Certificates>(), s.GetRequiredService<CarrierReading>()))
        .AddScoped(s => new Resealing(s.GetRequiredService<LmsDb>(), s.GetRequiredService<Seals>()));
}

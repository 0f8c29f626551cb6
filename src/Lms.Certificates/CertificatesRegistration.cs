using Lms.Certificates.Credentials;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.Certificates.Issuing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Certificates;

/// <summary>What is printed on and encoded into certificates and the same for all of them.</summary>
public sealed class CertificateOptions
{
    /// <summary>Scheme and host of the public verification page, without a slash at the end; printed beneath the QR code.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5000";

    /// <summary>Before the date on the certificate: "TP. Hồ Chí Minh, ngày 02 tháng 03 năm 2026".</summary>
    public string PlaceOfIssue { get; set; } = "TP. Hồ Chí Minh";
}

public static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services.AddOptions()
        .AddModelPart<CertificateRegister>().AddScoped<CredentialTypes>().AddScoped<CertificateRegister>().AddScoped<RegisterBook>()
        .AddScoped(s => new Issuing.Certificates(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<RegisterBook>(), s.GetRequiredService<IOptions<CertificateOptions>>()))
        .AddScoped(s => new CertificateLifecycle(s.GetRequiredService<LmsDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CredentialTypes>(), s.GetRequiredService<RegisterBook>()));
}

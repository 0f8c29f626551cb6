using Lms.Certificates;

namespace Lms.Web.Platform;

internal static class PrintedAddress
{
    /// <summary>
    /// What certificates print under their QR code: <c>Certificates:PublicAddress</c>, else <c>Site:Address</c>, else where
    /// this process listens, which is right for a demo on one's own machine and for nothing else.
    /// </summary>
    /// <exception cref="StartupProblem">One of the two is no address: better said now than read off the first certificate.</exception>
    public static IServiceCollection AddPrintedAddress(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var key in new[] { "Site:Address", "Certificates:PublicAddress" }) MustBeAddress(key, configuration[key]);
        return services.Configure<CertificateOptions>(o =>
        {
            var listening = configuration["urls"]?.Split(';')[0];
            o.PublicAddress = (configuration["Certificates:PublicAddress"] ?? configuration["Site:Address"] ?? listening ?? o.PublicAddress).TrimEnd('/');
            o.PlaceOfIssue = configuration["Certificates:PlaceOfIssue"] ?? o.PlaceOfIssue;
        });
    }

    private static void MustBeAddress(string key, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw new StartupProblem($"{key} is \"{text}\": give scheme and host, for example https://daotao.example.vn.");
    }
}

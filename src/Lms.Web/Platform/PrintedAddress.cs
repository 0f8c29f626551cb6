using Lms.Certificates;

namespace Lms.Web.Platform;

internal static class PrintedAddress
{
    /// <summary>
    /// What certificates print under their QR code: <c>Certificates:PublicAddress</c>, else <c>Site:Address</c>, else where
    /// this process listens, which is right for a demo on one's own machine and for nothing else.
    /// </summary>
    public static IServiceCollection AddPrintedAddress(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<CertificateOptions>(o =>
        {
            var listening = configuration["urls"]?.Split(';')[0];
            o.PublicAddress = (configuration["Certificates:PublicAddress"] ?? configuration["Site:Address"] ?? listening ?? o.PublicAddress).TrimEnd('/');
            o.PlaceOfIssue = configuration["Certificates:PlaceOfIssue"] ?? o.PlaceOfIssue;
        });
}

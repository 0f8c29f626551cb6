using Lms.Certificates.Issuing;

namespace Lms.Certificates.Pdf;

internal static class CertificatePdf
{
    public static CertificateDocument Render(Certificate certificate, string publicAddress) => throw new NotImplementedException($"{certificate.Code} {publicAddress}");
}

using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf.Writing;
using Lms.Certificates.Templates;

namespace Lms.Certificates.Pdf;

/// <summary>Everything a page is made from besides its design.</summary>
/// <param name="At">The moment of issue: the only one a document knows, so that it is the same whenever it is made.</param>
/// <param name="Address">Carrier A.</param>
/// <param name="OfflineAddress">Carrier B; null for what was never sealed: then without that code.</param>
/// <param name="CredentialJwt">Carrier C, attached; null for what was never sealed.</param>
internal sealed record PageFacts(
    string Title, string Author, string Subject, DateTime At, Guid Id, string Address, string? OfflineAddress, string? CredentialJwt, IReadOnlyDictionary<string, string> Facts)
{
    public static PageFacts Of(Certificate certificate, string publicAddress, string? offlineAddress, string? credentialJwt) => new(
        $"Chứng chỉ {certificate.CertificateNumber} – {certificate.HolderName}", certificate.IssuerName, certificate.CredentialName, certificate.IssuedAt,
        new Guid(Deterministic.Hash($"certificate:{certificate.Code}").AsSpan(0, 16)), FrontAddress(publicAddress, certificate.Code.Value), offlineAddress, credentialJwt,
        PrintedFacts.Of(certificate, publicAddress));

    /// <summary>All upper case, because a scheme and a host may be and then the code needs 5.5 bits a character instead of 8: fewer, larger modules for poor prints and old phones.</summary>
    public static string FrontAddress(string publicAddress, string code) => $"{publicAddress.TrimEnd('/')}/C/{code}".ToUpperInvariant();
}

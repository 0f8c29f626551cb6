using Lms.Certificates.Verification;

namespace Lms.Certificates.Signing;

/// <summary>The addresses that signed documents name. They must answer for as long as a certificate is shown to anybody.</summary>
internal sealed class PublicSite(string publicAddress)
{
    private readonly string address = publicAddress.TrimEnd('/');
    private readonly string host = new Uri(publicAddress).Authority;

    public string Host => host;

    /// <summary>did:web, 3.1: the colon before a port is percent-encoded.</summary>
    public string Did { get; } = $"did:web:{new Uri(publicAddress).Authority.Replace(":", "%3A", StringComparison.Ordinal)}";

    public string KeyAddress(string keyId) => $"{address}/keys/{keyId}";
    public string CertificateAddress(CertificateCode code) => $"{address}/C/{code}";
    public string CredentialAddress(string credentialCode) => $"{address}/achievements/{Uri.EscapeDataString(credentialCode)}";
    public string StatusAddress(StatusPurpose purpose, int list) => $"{address}/status/{purpose.Name()}/{list}";
}

/// <summary>The two purposes of W3C Bitstring Status List 1.0 that we use.</summary>
public enum StatusPurpose { Revocation, Suspension }

internal static class StatusPurposes
{
    public static string Name(this StatusPurpose purpose) => purpose switch
    {
        StatusPurpose.Revocation => "revocation",
        StatusPurpose.Suspension => "suspension",
    };
}

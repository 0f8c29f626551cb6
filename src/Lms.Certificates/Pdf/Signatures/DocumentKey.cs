using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>The RSA key and certificate that documents are signed with, from a PKCS#12 file.</summary>
public sealed class DocumentKey : IDisposable
{
    // A key's handle may be used by one thread at a time.
    private readonly ThreadLocal<RSA> keys;

    private DocumentKey(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        Certificate = certificate;
        Chain = chain;
        keys = new ThreadLocal<RSA>(() => certificate.GetRSAPrivateKey()!);
    }

    public X509Certificate2 Certificate { get; }
    /// <summary>Those who vouch for it, for readers that do not know them; without the certificate itself.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; }

    public void Dispose() => keys.Dispose();

    internal byte[] Sign(ReadOnlySpan<byte> data) => keys.Value!.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Null where the password is wrong, or the file holds no RSA key with its certificate.</summary>
    public static DocumentKey? Read(byte[] pkcs12, string? password)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, X509KeyStorageFlags.Exportable);
            var own = all.FirstOrDefault(c => c.HasPrivateKey && c.GetRSAPrivateKey() is not null);
            return own is null ? null : new DocumentKey(own, [.. all.Where(c => c != own && !c.RawData.AsSpan().SequenceEqual(own.RawData))]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// For development only: nobody vouches for it, and its name says so to whoever looks at a signature. It is valid from a
    /// fixed day, before the demonstration's first certificate.
    /// </summary>
    public static byte[] MakeForDevelopment(string? password)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=DEVELOPMENT – không có giá trị pháp lý, O=DEVELOPMENT – no legal value", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2045, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}

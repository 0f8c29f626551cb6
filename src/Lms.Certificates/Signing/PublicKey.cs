using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Certificates.Signing;

/// <summary>A point on P-256, as coordinates of 32 bytes each.</summary>
internal sealed record PublicKey(byte[] X, byte[] Y)
{
    public const int ThumbprintLength = 43;
    private const int ShortIdLength = 4;

    /// <summary>RFC 7638: SHA-256 over the JWK's required members in alphabetical order; base64url.</summary>
    public string Thumbprint => Base64Url.EncodeToString(Digest());

    /// <summary>What a COSE header has room for.</summary>
    public byte[] ShortId => Digest()[..ShortIdLength];

    public string XText => Base64Url.EncodeToString(X);
    public string YText => Base64Url.EncodeToString(Y);

    public static PublicKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new PublicKey(point.X!, point.Y!);
    }

    /// <param name="signature">r and s, 32 bytes each (IEEE P1363), as JOSE and COSE have it.</param>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = X, Y = Y } });
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private byte[] Digest() => SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{XText}}","y":"{{YText}}"}"""));
}

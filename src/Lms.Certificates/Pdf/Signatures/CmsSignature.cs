using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>
/// A detached signature in CMS (RFC 5652) of the level CAdES B-B that PAdES asks for (ETSI EN 319 142-1, 6.3): signed are the
/// digest of the document and the certificate's own digest; the time stands in the PDF. RSA with PKCS#1 v1.5 padding is
/// deterministic, so the same document has the same signature. Written here because the platform's class takes the whole
/// document again, and asks for the chain of the certificate each time.
/// </summary>
internal static class CmsSignature
{
    private const string Data = "1.2.840.113549.1.7.1", SignedData = "1.2.840.113549.1.7.2", Sha256 = "2.16.840.1.101.3.4.2.1", Rsa = "1.2.840.113549.1.1.1";
    private const string ContentType = "1.2.840.113549.1.9.3", MessageDigest = "1.2.840.113549.1.9.4", SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47", TimestampToken = "1.2.840.113549.1.9.16.2.14";
    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0, true), Second = new(TagClass.ContextSpecific, 1, true), DirectoryName = new(TagClass.ContextSpecific, 4, true);

    /// <summary>The signature of the key alone, which a timestamp is asked for.</summary>
    public static byte[] Value(DocumentKey key, byte[] digest) => key.Sign(SignedAttributes(key, digest));

    /// <param name="value">As <see cref="Value"/> gave it.</param>
    /// <param name="timestamp">A token (RFC 3161) over the value: then the level is B-T.</param>
    public static byte[] Write(DocumentKey key, byte[] digest, byte[] value, byte[]? timestamp = null)
    {
        var cms = new AsnWriter(AsnEncodingRules.DER);
        using (cms.PushSequence())
        {
            cms.WriteObjectIdentifier(SignedData);
            using (cms.PushSequence(First))
            using (cms.PushSequence())
            {
                cms.WriteInteger(1);
                using (cms.PushSetOf()) Algorithm(cms, Sha256);
                using (cms.PushSequence()) cms.WriteObjectIdentifier(Data);
                using (cms.PushSetOf(First))
                    foreach (var certificate in key.Chain.Prepend(key.Certificate)) cms.WriteEncodedValue(certificate.RawData);
                using (cms.PushSetOf()) Signer(cms, key, digest, value, timestamp);
            }
        }
        return cms.Encode();
    }

    private static void Signer(AsnWriter cms, DocumentKey key, byte[] digest, byte[] value, byte[]? timestamp)
    {
        using var signer = cms.PushSequence();
        cms.WriteInteger(1);
        using (cms.PushSequence()) IssuerAndSerial(cms, key.Certificate, isGeneralName: false);
        Algorithm(cms, Sha256);
        // What is signed is the set with its own tag; in here it bears another (RFC 5652, 5.4).
        var attributes = SignedAttributes(key, digest);
        attributes[0] = 0xA0;
        cms.WriteEncodedValue(attributes);
        Algorithm(cms, Rsa);
        cms.WriteOctetString(value);
        if (timestamp is null) return;
        using (cms.PushSetOf(Second)) Attribute(cms, TimestampToken, () => cms.WriteEncodedValue(timestamp));
    }

    private static byte[] SignedAttributes(DocumentKey key, byte[] digest)
    {
        var attributes = new AsnWriter(AsnEncodingRules.DER);
        using (attributes.PushSetOf())
        {
            Attribute(attributes, ContentType, () => attributes.WriteObjectIdentifier(Data));
            Attribute(attributes, MessageDigest, () => attributes.WriteOctetString(digest));
            // RFC 5035: without the algorithm, which is SHA-256 unless said otherwise.
            Attribute(attributes, SigningCertificateV2, () =>
            {
                using var all = attributes.PushSequence();
                using var certificates = attributes.PushSequence();
                using var id = attributes.PushSequence();
                attributes.WriteOctetString(SHA256.HashData(key.Certificate.RawData));
                using (attributes.PushSequence()) IssuerAndSerial(attributes, key.Certificate, isGeneralName: true);
            });
        }
        return attributes.Encode();
    }

    private static void Attribute(AsnWriter writer, string type, Action value)
    {
        using var attribute = writer.PushSequence();
        writer.WriteObjectIdentifier(type);
        using (writer.PushSetOf()) value();
    }

    private static void IssuerAndSerial(AsnWriter writer, X509Certificate2 certificate, bool isGeneralName)
    {
        if (isGeneralName)
        {
            using (writer.PushSequence())
            using (writer.PushSequence(DirectoryName)) writer.WriteEncodedValue(certificate.IssuerName.RawData);
        }
        else writer.WriteEncodedValue(certificate.IssuerName.RawData);
        writer.WriteInteger(certificate.SerialNumberBytes.Span);
    }

    private static void Algorithm(AsnWriter writer, string algorithm)
    {
        using var sequence = writer.PushSequence();
        writer.WriteObjectIdentifier(algorithm);
        writer.WriteNull();
    }
}

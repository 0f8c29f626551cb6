using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Lms.Certificates.Verification;

namespace Lms.Certificates.Signing;

/// <summary>What the offline QR code says: printed facts only. Instants are seconds since 1970, as in RFC 8392.</summary>
/// <param name="Issuer">Public host.</param>
/// <param name="ExpiresAt">Null: does not expire.</param>
public sealed record OfflineClaims(string Issuer, DateTime? ExpiresAt, DateTime IssuedAt, CertificateCode Code,
    string CertificateNumber, string HolderName, DateOnly BirthDate, string CredentialCode, int StatusList, int StatusIndex);

/// <summary>
/// Carrier B: COSE_Sign1 (RFC 9052, 4.2) over CWT claims (RFC 8392) with one claim of our own, from the private range: an
/// array of what no registered claim says. Short, because each byte makes the QR code's modules smaller.
/// </summary>
internal static class OfflinePayload
{
    private const int Algorithm = 1, KeyId = 4;
    private const int Es256 = -7;
    /// <summary>ES256 under its fully specified name, RFC 9864.</summary>
    private const int Esp256 = -9;
    private const int Issuer = 1, Expires = 4, IssuedAt = 6, Id = 7, Facts = -65537;
    private const int SignatureLength = 64, LongestDigits = 5000;
    private const CborTag Sign1 = (CborTag)18;

    public static byte[] Sign(OfflineClaims claims, byte[] shortKeyId, ECDsa key)
    {
        var header = Header(shortKeyId);
        var payload = Payload(claims);
        var signature = key.SignData(ToBeSigned(header, payload), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag(Sign1);
        writer.WriteStartArray(4);
        writer.WriteByteString(header);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Takes the digits, or an address that ends in # and them.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out SignedPayload? read)
    {
        read = null;
        var digits = text.AsSpan(text.LastIndexOf('#') + 1).Trim();
        if (digits.Length is 0 or > LongestDigits || digits.ContainsAnyExceptInRange('0', '9')) return false;
        try
        {
            read = Read(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true));
            return true;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException or ArgumentException)
        {
            // The reader's ways to say that this is no COSE_Sign1 of ours.
            return false;
        }
    }

    private static SignedPayload Read(byte[] cose)
    {
        var reader = new CborReader(cose, CborConformanceMode.Strict);
        if (reader.PeekState() == CborReaderState.Tag && reader.ReadTag() != Sign1) throw new CborContentException("Another tag.");
        if (reader.ReadStartArray() != 4) throw new CborContentException("Not four parts.");
        var header = reader.ReadByteString();
        var (algorithm, keyId) = ReadHeader(header);
        ReadUnprotected(reader);
        var payload = reader.ReadByteString();
        var signature = reader.ReadByteString();
        reader.ReadEndArray();
        if (reader.BytesRemaining > 0 || signature.Length != SignatureLength || algorithm is not (null or Es256 or Esp256)) throw new CborContentException("Not as we sign.");
        return new SignedPayload(keyId, ToBeSigned(header, payload), signature, ReadPayload(payload));
    }

    /// <summary>Nothing in it is signed, so nothing in it is believed; but it has to be a map.</summary>
    private static void ReadUnprotected(CborReader reader)
    {
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap) reader.SkipValue();
        reader.ReadEndMap();
    }

    /// <summary>RFC 9052, 3: an empty map is signed as a byte string of length zero, however it was sent.</summary>
    private static byte[] ToBeSigned(byte[] header, byte[] payload)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(header is [0xA0] ? [] : header);
        writer.WriteByteString([]);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Header(byte[] shortKeyId)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(2);
        writer.WriteInt32(Algorithm);
        writer.WriteInt32(Es256);
        writer.WriteInt32(KeyId);
        writer.WriteByteString(shortKeyId);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static (int? Algorithm, byte[] KeyId) ReadHeader(byte[] header)
    {
        (int? Algorithm, byte[] KeyId) read = (null, []);
        if (header.Length == 0) return read;
        var reader = new CborReader(header, CborConformanceMode.Strict);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
            switch (reader.ReadInt32())
            {
                case Algorithm: read.Algorithm = reader.ReadInt32(); break;
                case KeyId: read.KeyId = reader.ReadByteString(); break;
                default: reader.SkipValue(); break;
            }
        reader.ReadEndMap();
        return read;
    }

    private static byte[] Payload(OfflineClaims c)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(c.ExpiresAt is null ? 4 : 5);
        writer.WriteInt32(Issuer);
        writer.WriteTextString(c.Issuer);
        if (c.ExpiresAt is { } expiry)
        {
            writer.WriteInt32(Expires);
            writer.WriteInt64(UnixSeconds.Of(expiry));
        }

        writer.WriteInt32(IssuedAt);
        writer.WriteInt64(UnixSeconds.Of(c.IssuedAt));
        writer.WriteInt32(Id);
        writer.WriteByteString(c.Code.ToBytes());
        writer.WriteInt32(Facts);
        writer.WriteStartArray(6);
        writer.WriteTextString(c.CertificateNumber);
        writer.WriteTextString(c.HolderName);
        writer.WriteInt32(c.BirthDate.Year * 10_000 + c.BirthDate.Month * 100 + c.BirthDate.Day);
        writer.WriteTextString(c.CredentialCode);
        writer.WriteInt32(c.StatusList);
        writer.WriteInt32(c.StatusIndex);
        writer.WriteEndArray();
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static OfflineClaims ReadPayload(byte[] payload)
    {
        var reader = new CborReader(payload, CborConformanceMode.Strict);
        string? issuer = null;
        DateTime? expires = null, issued = null;
        byte[] id = [];
        OfflineClaims? facts = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
            switch (reader.ReadInt32())
            {
                case Issuer: issuer = reader.ReadTextString(); break;
                case Expires: expires = UnixSeconds.Read(reader.ReadInt64()); break;
                case IssuedAt: issued = UnixSeconds.Read(reader.ReadInt64()); break;
                case Id: id = reader.ReadByteString(); break;
                case Facts: facts = ReadFacts(reader); break;
                default: reader.SkipValue(); break;
            }
        reader.ReadEndMap();
        if (issuer is null || issued is null || facts is null || !CertificateCode.TryRead(id, out var code)) throw new CborContentException("A claim is missing.");
        return facts with { Issuer = issuer, ExpiresAt = expires, IssuedAt = issued.Value, Code = code };
    }

    private static OfflineClaims ReadFacts(CborReader reader)
    {
        reader.ReadStartArray();
        var (number, name, birth, credential) = (reader.ReadTextString(), reader.ReadTextString(), reader.ReadInt32(), reader.ReadTextString());
        var facts = new OfflineClaims("", null, default, default, number, name, new DateOnly(birth / 10_000, birth / 100 % 100, birth % 100), credential, reader.ReadInt32(), reader.ReadInt32());
        reader.ReadEndArray();
        return facts;
    }
}

/// <summary>A payload that could be read; whether it is believed depends on the keys.</summary>
/// <param name="ShortKeyId">May be empty: then every key is tried.</param>
internal sealed record SignedPayload(byte[] ShortKeyId, byte[] ToBeSigned, byte[] Signature, OfflineClaims Claims);

/// <summary>NumericDate of RFC 7519 and RFC 8392, whole seconds.</summary>
internal static class UnixSeconds
{
    public static long Of(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <exception cref="ArgumentOutOfRangeException">Beyond the calendar.</exception>
    public static DateTime Read(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
}

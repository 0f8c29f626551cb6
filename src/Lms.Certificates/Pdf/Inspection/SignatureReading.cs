using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;

namespace Lms.Certificates.Pdf.Inspection;

/// <summary>Who signed what of a file (ISO 32000-2, 12.8.1).</summary>
internal static class SignatureReading
{
    private const int Most = 8, LongestSignature = 64 * 1024;

    /// <summary>Of several signatures the one that says the most for the file.</summary>
    public static (PdfSignatureState State, string? Signer) Of(byte[] pdf, IReadOnlySet<string> ours)
    {
        List<(PdfSignatureState State, string? Signer)> read = [];
        for (var at = 0; read.Count < Most;)
        {
            var found = pdf.AsSpan(at).IndexOf("/ByteRange"u8);
            if (found < 0) break;
            at += found + "/ByteRange".Length;
            read.Add(One(pdf, at, ours));
        }
        PdfSignatureState[] best = [PdfSignatureState.Valid, PdfSignatureState.AppendedAfterSigning, PdfSignatureState.Altered, PdfSignatureState.OtherSigner];
        return read.Count == 0 ? (PdfSignatureState.None, null) : read.MinBy(r => Array.IndexOf(best, r.State));
    }

    private static (PdfSignatureState, string?) One(byte[] pdf, int at, IReadOnlySet<string> ours)
    {
        // Anything but two pieces around one hexadecimal string leaves room for what nobody signed.
        if (Range(pdf, at) is not [0, var gap, var rest, var length] || gap < 1 || rest <= gap + 1 || length < 0 || rest > pdf.Length || length > pdf.Length - rest
            || rest - gap > 2 * LongestSignature || pdf[gap] != '<' || pdf[rest - 1] != '>') return (PdfSignatureState.Altered, null);
        try
        {
            var cms = Convert.FromHexString(Encoding.Latin1.GetString(pdf, gap + 1, rest - gap - 2));
            // The gap is filled up with zeros.
            AsnDecoder.ReadEncodedValue(cms, AsnEncodingRules.BER, out _, out _, out var consumed);
            var signed = new byte[gap + length];
            pdf.AsSpan(0, gap).CopyTo(signed);
            pdf.AsSpan(rest, length).CopyTo(signed.AsSpan(gap));
            return Check(cms.AsSpan(0, consumed), signed, rest + length == pdf.Length, ours);
        }
        catch (Exception e) when (e is FormatException or AsnContentException or CryptographicException or ArgumentException or NotSupportedException)
        {
            return (PdfSignatureState.Altered, null);
        }
    }

    private static (PdfSignatureState, string?) Check(ReadOnlySpan<byte> encoded, byte[] signed, bool isWholeFile, IReadOnlySet<string> ours)
    {
        var cms = new SignedCms(new ContentInfo(signed), detached: true);
        cms.Decode(encoded);
        if (cms.SignerInfos is not [{ Certificate: { } certificate } signer]) return (PdfSignatureState.Altered, null);
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return (PdfSignatureState.Altered, certificate.Subject);
        }
        // A certificate that is not ours may bear any name, ours too.
        if (!ours.Contains(certificate.GetCertHashString(HashAlgorithmName.SHA256))) return (PdfSignatureState.OtherSigner, certificate.Subject);
        return (isWholeFile ? PdfSignatureState.Valid : PdfSignatureState.AppendedAfterSigning, certificate.Subject);
    }

    /// <summary>The four numbers in brackets; null where there is something else.</summary>
    private static int[]? Range(byte[] pdf, int at)
    {
        var text = Encoding.Latin1.GetString(pdf, at, Math.Min(80, pdf.Length - at)).TrimStart();
        var end = text.IndexOf(']', StringComparison.Ordinal);
        if (!text.StartsWith('[') || end < 0) return null;
        var parts = text[1..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers;
    }
}

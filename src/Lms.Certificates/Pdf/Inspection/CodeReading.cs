using System.Text;
using Lms.Certificates.Verification;

namespace Lms.Certificates.Pdf.Inspection;

/// <summary>Which certificate a file says it is.</summary>
internal static class CodeReading
{
    private const int LongestCredential = 64 * 1024;

    /// <summary>From the link to the public page, wherever in the file it stands; else from the text beneath the code.</summary>
    public static CertificateCode? Of(byte[] pdf, IReadOnlyList<PdfStream> streams, IReadOnlyList<string> lines)
    {
        if (InAddress(pdf) is { } plain) return plain;
        foreach (var stream in streams)
            if (InAddress(stream.Content) is { } packed) return packed;
        foreach (var line in lines)
            if (line.Count(c => c == '-') == 3 && CertificateCode.TryParse(line, out var printed)) return printed;
        return null;
    }

    /// <summary>Three parts in base64url, joined by dots.</summary>
    public static string? CredentialOf(IReadOnlyList<PdfStream> streams) => streams
        .Where(s => s.Dictionary.Contains("/EmbeddedFile", StringComparison.Ordinal) && s.Content.Length is > 20 and <= LongestCredential)
        .Select(s => Encoding.Latin1.GetString(s.Content).Trim())
        .FirstOrDefault(text => text.Count(c => c == '.') == 2 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));

    private static CertificateCode? InAddress(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var found = bytes[at..].IndexOf("/C/"u8);
            if (found < 0) return null;
            at += found + 3;
            if (at + CertificateCode.Length > bytes.Length) return null;
            if (CertificateCode.TryParse(Encoding.Latin1.GetString(bytes.Slice(at, CertificateCode.Length)), out var code)) return code;
        }
        return null;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Issuing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Lms.Certificates.Pdf;

/// <summary>
/// Receives a saved document and sets right what PDFsharp 6.5 has no option for. The first bytes (the file's
/// header) arrive when every object exists and none is written yet: the last moment to change them, and early
/// enough for a signature over what is written.
/// </summary>
/// <remarks>
/// - Its Flate streams lack the Adler-32 checksum of RFC 1950, so strict readers call them damaged: compressed here.
/// - Font tags, document ids and dates are random or now: made from the certificate, so that rendering is repeatable.
/// - Its XMP metadata is not escaped and claims PDF/A-1: written here.
/// </remarks>
internal sealed class FinishedDocument : MemoryStream
{
    private readonly PdfDocument document;
    private readonly Certificate certificate;
    private bool isFinished;

    public FinishedDocument(PdfDocument document, Certificate certificate)
    {
        this.document = document;
        this.certificate = certificate;
        document.Options.CompressContentStreams = false;
        document.Options.NoCompression = true;
        document.Info.Title = $"Chứng chỉ {certificate.CertificateNumber} – {certificate.HolderName}";
        document.Info.Author = certificate.IssuerName;
        document.Info.Subject = certificate.CredentialName;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (!isFinished)
        {
            isFinished = true;
            Finish();
        }
        base.Write(buffer, offset, count);
    }

    private void Finish()
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"certificate:{certificate.Code}"))[..16];
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Encoding.Latin1.GetString(id);
        var date = certificate.IssuedAt.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        document.Info.Elements.SetString("/CreationDate", date);
        document.Info.Elements.SetString("/ModDate", date);

        foreach (var dictionary in document.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            RenameFont(dictionary);
            if (dictionary.Stream is null) continue;
            if (dictionary.Elements.GetName("/Type") == "/Metadata") Replace(dictionary, XmpPacket.Write(document.Info, certificate.IssuedAt, new Guid(id)));
            else if (dictionary is not PdfContent || dictionary.Elements.GetName("/Filter").Length == 0) Compress(dictionary);
        }
    }

    public static byte[] Flate(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        return compressed.ToArray();
    }

    private static void Compress(PdfDictionary dictionary)
    {
        Replace(dictionary, Flate(dictionary.Stream!.UnfilteredValue));
        dictionary.Elements.SetName("/Filter", "/FlateDecode");
    }

    private static void Replace(PdfDictionary dictionary, byte[] bytes)
    {
        dictionary.Stream!.Value = bytes;
        dictionary.Elements.SetInteger("/Length", bytes.Length);
    }

    /// <summary>A subset's name begins with six letters and a plus (ISO 32000, 9.6.4). The face already says which subset it is in a document of one page.</summary>
    private static void RenameFont(PdfDictionary dictionary)
    {
        foreach (var key in new[] { "/BaseFont", "/FontName" })
            if (dictionary.Elements.GetName(key) is { Length: > 8 } name && name[7] == '+')
                dictionary.Elements.SetName(key, $"/{Tag(name[8..])}+{name[8..]}");
    }

    private static string Tag(string face) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(face)).Take(6).Select(b => (char)('A' + b % 26)));
}

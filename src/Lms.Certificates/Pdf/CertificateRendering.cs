using Lms.Certificates.Issuing;
using Lms.Certificates.Templates;
using Lms.Data;

namespace Lms.Certificates.Pdf;

internal static class CertificateRendering
{
    private static readonly Lazy<PreparedDesign> Default = new(() => new PreparedDesign(BuiltInDesigns.Find(BuiltInDesigns.Default)!.Design, new Dictionary<string, Templates.Pictures.PdfPicture>()));

    public static CertificateDocument Document(Certificate certificate, string publicAddress, string? offlineAddress, string? credentialJwt)
    {
        var page = FilledPage.Fill(Default.Value, PageFacts.Of(certificate, publicAddress, offlineAddress, credentialJwt), out _);
        return new CertificateDocument(FileName(certificate), CertificatePdf.Render(page).Bytes);
    }

    /// <summary>In ASCII, because old mail programs and archives spoil anything else.</summary>
    private static string FileName(Certificate c) => $"chung-chi-{Plain(c.HolderName)}-{Plain(c.CertificateNumber)}.pdf";

    private static string Plain(string text) =>
        string.Join('-', string.Concat(FoldedText.Of(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

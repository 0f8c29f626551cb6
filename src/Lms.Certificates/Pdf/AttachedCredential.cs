using System.Text;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Pdf;

/// <summary>Carrier C inside of carrier D: an associated file of the document (ISO 19005-3, 6.8), not packed, so that it can be found without unpacking anything.</summary>
internal static class AttachedCredential
{
    public const string FileName = "credential.jwt", MediaType = "application/vc+jwt";

    /// <returns>The entries of the catalog.</returns>
    public static string Write(PdfFile pdf, string jwt, DateTime at)
    {
        var bytes = Encoding.ASCII.GetBytes(jwt);
        var file = pdf.AddStream($"/Type /EmbeddedFile /Subtype /application#2Fvc#2Bjwt /Params << /Size {bytes.Length} /ModDate {PdfText.Date(at)} >>", bytes, Packing.None);
        var specification = pdf.Add($"<< /Type /Filespec /F ({FileName}) /UF ({FileName}) /AFRelationship /Data /Desc {PdfText.String("Open Badges 3.0 credential (W3C Verifiable Credential, JWT)")} /EF << /F {file} 0 R /UF {file} 0 R >> >>");
        return $"/AF [{specification} 0 R] /Names << /EmbeddedFiles << /Names [({FileName}) {specification} 0 R] >> >> ";
    }
}

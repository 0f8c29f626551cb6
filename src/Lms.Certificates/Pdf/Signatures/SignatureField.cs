using System.Globalization;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>
/// An invisible signature field and its value (ISO 32000-2, 12.8; ETSI EN 319 142-1). The value covers all bytes of the file
/// but its own, so it is written as zeros first and put in when everything else stands.
/// </summary>
internal sealed class SignatureField(PdfFile pdf, int space)
{
    // Wide enough for every place in a file: the numbers are put in without moving anything.
    private const string Range = "/ByteRange [0 0000000000 0000000000 0000000000]";
    private readonly int value = pdf.Reserve();
    private int contents, range;

    /// <summary>Of the annotation, which is also the field.</summary>
    public int Number { get; } = pdf.Reserve();

    /// <summary>For the catalog. 3: there are signatures, and changing the file otherwise than by appending spoils them.</summary>
    public string Form => $"/AcroForm << /Fields [{Number} 0 R] /SigFlags 3 >>";

    /// <param name="at">The moment of issue; PAdES says it here and not among the signed attributes.</param>
    public void Write(int page, DateTime at)
    {
        // Flags 132: printed and locked. A rectangle without area needs no appearance (ISO 19005-3, 6.3.3).
        pdf.Write(Number, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /TU {PdfText.String("Chữ ký số của đơn vị cấp")} /F 132 /Rect [0 0 0 0] /P {page} 0 R /V {value} 0 R >>");
        pdf.Begin(value);
        pdf.Append($"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M {PdfText.Date(at)} ");
        range = pdf.Append(Range);
        pdf.Append(" /Contents ");
        contents = pdf.Append($"<{new string('0', 2 * space)}>");
        pdf.Append(" >>\nendobj\n");
    }

    public SignableDocument Place(byte[] bytes)
    {
        var (start, end) = (contents, contents + 2 * space + 2);
        var text = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {start} {end} {bytes.Length - end}]").PadRight(Range.Length);
        System.Text.Encoding.ASCII.GetBytes(text, bytes.AsSpan(range));
        return new SignableDocument(bytes, start, end);
    }
}

using System.Globalization;
using System.Text;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Pdf.Fonts;

/// <summary>
/// A face as a composite font whose codes are the glyphs themselves (ISO 32000-1, 9.7: Type0, Identity-H, CIDFontType2).
/// The file is embedded as it is, a subset already; a CIDSet may be left out (ISO 19005-3, 6.2.11.4.2).
/// </summary>
internal static class FontObjects
{
    /// <returns>The number of the font's dictionary.</returns>
    public static int Write(PdfFile pdf, FontFace face)
    {
        var name = $"{Tag(face.Name)}+{face.Name}";
        var file = pdf.AddStream($"/Length1 {face.File.Length}", face.File, Packing.Smallest);
        // Flags: 4 = symbolic, as its codes are no standard encoding; 64 = italic.
        var descriptor = pdf.Add($"""
            << /Type /FontDescriptor /FontName /{name} /Flags {(face.ItalicAngle == 0 ? 4 : 68)} /FontBBox [{string.Join(' ', face.Box)}]
            /ItalicAngle {face.ItalicAngle} /Ascent {face.Ascent} /Descent {face.Descent} /CapHeight {face.CapHeight} /StemV 80 /FontFile2 {file} 0 R >>
            """);
        var font = pdf.Add($"""
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
            /CIDToGIDMap /Identity /FontDescriptor {descriptor} 0 R /DW 0 /W [0 [{string.Join(' ', face.Advances)}]] >>
            """);
        var text = pdf.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(face)), Packing.Smallest);
        return pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{font} 0 R] /ToUnicode {text} 0 R >>");
    }

    /// <summary>A subset's name begins with six letters and a plus (ISO 32000-1, 9.6.4); the same letters for the same file.</summary>
    private static string Tag(string name) => string.Concat(Deterministic.Hash(name).Take(6).Select(b => (char)('A' + b % 26)));

    /// <summary>The way back from glyphs to text for those who search, copy or hear it (ISO 32000-1, 9.10.3).</summary>
    private static string ToUnicode(FontFace face)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // A no-break space shares its glyph with the space: the first character that has a glyph names it. 100 lines are the most a section may have.
        foreach (var lines in face.Characters().DistinctBy(c => c.Glyph).Chunk(100))
        {
            map.Append(lines.Length).Append(" beginbfchar\n");
            foreach (var (character, glyph) in lines) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)character:X4}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}

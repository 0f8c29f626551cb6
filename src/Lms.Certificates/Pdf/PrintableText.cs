using Lms.Documents;
using System.Collections;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Lms.Certificates.Pdf;

/// <summary>Asked before a certificate is issued: a letter that the fonts lack would be an empty box on paper for ever.</summary>
internal static class PrintableText
{
    private static readonly Lazy<BitArray> Characters = new(() =>
    {
        XFont[] faces = [Typeface.Serif(10), Typeface.Serif(10, XFontStyleEx.Bold), Typeface.Serif(10, XFontStyleEx.Italic)];
        var characters = new BitArray(char.MaxValue + 1);
        for (var c = 0; c <= char.MaxValue; c++) characters[c] = faces.All(face => GlyphHelper.GlyphIndexFromCodePoint(c, face) != 0);
        return characters;
    });

    /// <summary>Surrogates have no glyph of their own, so whatever lies beyond the first plane is refused with them.</summary>
    public static bool CanPrint(string? text) => text is null || text.All(c => Characters.Value[c]);
}

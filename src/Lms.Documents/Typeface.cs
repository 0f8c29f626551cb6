using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Lms.Documents;

/// <summary>The embedded fonts: tools/subset-fonts.mjs makes them. Both families are under the SIL Open Font License.</summary>
public static class Typeface
{
    // Whoever touches a font comes through here, so licence and resolver are set once, before PDFsharp does anything.
    static Typeface()
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new EmbeddedFonts();
    }

    // With the default PDFsharp would embed a face twice, once for Latin-1 and without a way back from glyphs to text.
    private static readonly XPdfFontOptions Unicode = XPdfFontOptions.UnicodeDefault;

    /// <summary>For labels, which are ours. It lacks letters that people's names have.</summary>
    public static XFont Sans(double size, bool semiBold = false) => new("Be Vietnam Pro", size, semiBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Unicode);

    /// <summary>For every fact of a certificate and for exams on paper: this family alone is asked what can be printed.</summary>
    public static XFont Serif(double size, XFontStyleEx style = XFontStyleEx.Regular) => new("Noto Serif", size, style, Unicode);

    private sealed class EmbeddedFonts : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => (familyName, bold, italic) switch
        {
            ("Be Vietnam Pro", false, false) => new("BeVietnamPro-Regular"),
            ("Be Vietnam Pro", true, false) => new("BeVietnamPro-SemiBold"),
            ("Noto Serif", false, false) => new("NotoSerif-Regular"),
            ("Noto Serif", true, false) => new("NotoSerif-Bold"),
            ("Noto Serif", false, true) => new("NotoSerif-Italic"),
            _ => null,
        };

        public byte[]? GetFont(string faceName) => FontFile.Read(faceName);
    }
}

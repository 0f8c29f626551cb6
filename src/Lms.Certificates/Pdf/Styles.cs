using Lms.Documents;
using PdfSharp.Drawing;

namespace Lms.Certificates.Pdf;

/// <summary>Facts are serif, because only the serif faces have every letter that a name may have; labels are sans.</summary>
internal static class Styles
{
    private static XFont Serif(double size) => Typeface.Serif(size);
    private static XFont Bold(double size) => Typeface.Serif(size, XFontStyleEx.Bold);
    private static XFont Italic(double size) => Typeface.Serif(size, XFontStyleEx.Italic);
    private static XFont Sans(double size) => Typeface.Sans(size);
    private static XFont SemiBold(double size) => Typeface.Sans(size, semiBold: true);

    public static readonly TextStyle Issuer = new(Bold, 13.5, Palette.Teal, 11, 9);
    public static readonly TextStyle IssuerEn = new(Italic, 9.5, Palette.Muted, Floor: 7);
    public static readonly TextStyle Title = new(Bold, 42, Palette.Teal);
    public static readonly TextStyle TitleEn = new(SemiBold, 11, Palette.Lotus);
    public static readonly TextStyle Credential = new(Bold, 16, Palette.Ink, 12, 12, 2);
    public static readonly TextStyle CredentialEn = new(Italic, 11, Palette.Muted, Floor: 7);
    public static readonly TextStyle TitleCode = new(Serif, 9, Palette.Muted);
    public static readonly TextStyle AwardedTo = new(Sans, 9, Palette.Muted);
    public static readonly TextStyle Name = new(Bold, 36, Palette.Lotus, 24, 25, 2);
    public static readonly TextStyle Person = new(Serif, 11, Palette.Ink, 9, 8.5, 2);
    public static readonly TextStyle Label = new(SemiBold, 7.2, Palette.Teal);
    public static readonly TextStyle LabelEn = new(Sans, 7.2, Palette.Muted, Floor: 5);
    public static readonly TextStyle Fact = new(Serif, 11, Palette.Ink, 9, 8.5, 2);
    public static readonly TextStyle FactEn = new(Italic, 9, Palette.Muted, Floor: 6);
    public static readonly TextStyle Decision = new(Italic, 10, Palette.Ink, 9, 8, 2);
    public static readonly TextStyle Date = new(Italic, 10.5, Palette.Ink, Floor: 8);
    public static readonly TextStyle DateEn = new(Italic, 8.5, Palette.Muted, Floor: 7);
    public static readonly TextStyle Signatory = new(Bold, 11.5, Palette.Ink, 9.5, 8.5, 2);
    public static readonly TextStyle Meaning = new(Sans, 6.4, Palette.Muted, Floor: 5);
    public static readonly TextStyle Verify = new(Sans, 6.6, Palette.Muted, Floor: 5);
    public static readonly TextStyle VerifyCode = new(SemiBold, 8.4, Palette.Ink, Floor: 5);
}

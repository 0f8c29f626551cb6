using Lms.Certificates.Pdf.Fonts;

namespace Lms.Certificates.Pdf;

/// <summary>Asked before a certificate is issued: a letter that the fonts lack would be an empty box on paper for ever.</summary>
internal static class PrintableText
{
    private static readonly FontFace[] Serif = [Faces.Of(TextFont.Serif), Faces.Of(TextFont.SerifBold), Faces.Of(TextFont.SerifItalic)];

    public static bool CanPrint(string? text) => text is null || Serif.All(face => face.Has(text));
}

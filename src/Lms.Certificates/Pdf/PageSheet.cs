using System.Globalization;
using System.Text;
using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Pdf.Qr;
using Lms.Certificates.Pdf.Writing;
using Lms.Certificates.Templates;

namespace Lms.Certificates.Pdf;

/// <summary>Letters, lines and codes in a page's content (ISO 32000-1, 9.4). Points, from the lower left corner.</summary>
internal sealed class PageSheet
{
    private const char Circumflex = '\u0302', Breve = '\u0306';
    /// <summary>In ems; in all three faces of Noto Serif a capital, and a circumflex, add about this much to a small letter.</summary>
    private const double Step = 0.17;

    private readonly PathWriter content = new(8 * 1024);

    public byte[] ToBytes() => content.ToBytes();

    /// <summary>Everything until the matching <see cref="End"/> belongs to the element that gave the mark.</summary>
    public void Begin(string tag, int mark) => content.Raw($"/{tag} << /MCID {mark} >> BDC");

    /// <summary>Ornament, of which nothing is said.</summary>
    public void BeginArtifact() => content.Raw("/Artifact BMC");

    public void End() => content.Raw("EMC");

    /// <summary>
    /// A breve that stays a mark of its own in NFC (Ê Đê and Ba Na write ê̆, ô̆, ơ̆, ư̆) is put above its letter; the font
    /// leaves it where it ends. Drawn apart, it is still one text for those who hear or search it (14.9.4).
    /// </summary>
    public void Text(string text, TextFont font, double size, int color, double x, double y)
    {
        var face = Faces.Of(font);
        var hasLooseMarks = text.Contains(Breve, StringComparison.Ordinal);
        if (hasLooseMarks) content.Raw($"/Span << /ActualText {PdfText.String(text)} >> BDC");
        content.Fill(color).Raw("BT").Raw($"{Faces.Resource(font)} {PdfText.Number(size)} Tf");
        for (int breve; (breve = text.IndexOf(Breve, StringComparison.Ordinal)) > 0; text = text[(breve + 1)..])
        {
            Show(text[..breve], x, y);
            x += face.Width(text[..breve]) * size;
            var letter = text[(breve - 1)..breve];
            Show(Breve.ToString(), x - face.Width(letter) / 2 * size, y + Rise(letter) * size);
        }
        Show(text, x, y);
        content.Raw("ET");
        if (hasLooseMarks) End();

        void Show(string part, double left, double line)
        {
            if (part.Length > 0) content.Raw($"1 0 0 1 {PdfText.Number(left)} {PdfText.Number(line)} Tm <{Glyphs(part, face)}> Tj");
        }
    }

    public void Line(double x1, double x2, double y, int color, double width) => content.Stroke(color, width).Move(x1, y).Line(x2, y).Raw("S");

    public void Diamond(double x, double y, double reach, int color) =>
        content.Fill(color).Move(x - reach, y).Line(x, y + reach).Line(x + reach, y).Line(x, y - reach).Raw("f");

    public void Picture(string resource, double x, double y, double width, double height) =>
        content.Raw($"q {PdfText.Number(width)} 0 0 {PdfText.Number(height)} {PdfText.Number(x)} {PdfText.Number(y)} cm {resource} Do Q");

    /// <summary>On white with the four modules of quiet zone that ISO/IEC 18004 asks for, outside of the given square.</summary>
    public void Code(QrCode code, double x, double y, double side, int frame)
    {
        const int Quiet = 4;
        var module = side / code.Size;
        double left = x - Quiet * module, bottom = y - Quiet * module, all = side + 2 * Quiet * module;
        content.Fill(Palette.White).Stroke(frame, 0.5).Rectangle(left, bottom, all, all).Raw("B");
        // In modules from the upper left corner, whole numbers: short to write. One path, because pieces filled apart would show hairlines between them.
        content.Raw(string.Create(CultureInfo.InvariantCulture, $"q 0 g {module:0.######} 0 0 {-module:0.######} {PdfText.Number(x)} {PdfText.Number(y + side)} cm"));
        for (var row = 0; row < code.Size; row++)
            for (var column = 0; column < code.Size; column++)
            {
                var start = column;
                while (column < code.Size && code.IsDark(column, row)) column++;
                if (column > start) content.Rectangle(start, row, column - start, 1);
            }
        content.Raw("f Q");
    }

    private static string Glyphs(string text, FontFace face)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var c in text) hex.Append(face.Glyph(c).ToString("X4", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    private static double Rise(string letter) =>
        (char.IsUpper(letter[0]) ? Step : 0) + (letter.Normalize(NormalizationForm.FormD).Contains(Circumflex, StringComparison.Ordinal) ? Step : 0);
}

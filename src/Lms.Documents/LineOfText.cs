using System.Text;
using PdfSharp.Drawing;

namespace Lms.Documents;

/// <summary>
/// One line, glyph after glyph as PDFsharp draws it. Only a breve that stays a mark of its own in NFC (Ê Đê and
/// Ba Na write ê̆, ô̆, ơ̆, ư̆) has to be put above its letter here: the font leaves it where it ends.
/// </summary>
public static class LineOfText
{
    public const char Breve = '\u0306';
    private const char Circumflex = '\u0302';
    /// <summary>In ems; in all three faces of Noto Serif a capital, and a circumflex, add about this much to a small letter.</summary>
    private const double Step = 0.17;

    public static void Draw(XGraphics graphics, string line, XFont font, XBrush brush, double x, double y)
    {
        for (int breve; (breve = line.IndexOf(Breve, StringComparison.Ordinal)) > 0; line = line[(breve + 1)..])
        {
            graphics.DrawString(line[..breve], font, brush, x, y);
            x += graphics.MeasureString(line[..breve], font).Width;
            var letter = line[(breve - 1)..breve];
            graphics.DrawString(line[breve..(breve + 1)], font, brush, x - graphics.MeasureString(letter, font).Width / 2, y - Rise(letter) * font.Size);
        }
        if (line.Length > 0) graphics.DrawString(line, font, brush, x, y);
    }

    private static double Rise(string letter) =>
        (char.IsUpper(letter[0]) ? Step : 0) + (letter.Normalize(NormalizationForm.FormD).Contains(Circumflex, StringComparison.Ordinal) ? Step : 0);
}

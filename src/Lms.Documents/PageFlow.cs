using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Lms.Documents;

/// <summary>Text and pictures one below the other on A4 pages, with a new page where one is full. Lengths in points.</summary>
public sealed class PageFlow : IDisposable
{
    private const double Width = 595, Height = 842, Margin = 51, Foot = 40;
    private const double Leading = 1.35;
    private readonly PdfDocument document;
    private readonly List<PdfPage> pages = [];
    private XGraphics? graphics;
    private double y;

    public PageFlow(string title)
    {
        // The typeface first: its first use sets PDFsharp's licence.
        _ = Typeface.Serif(10);
        document = new PdfDocument();
        document.Info.Title = title;
    }

    public double TextWidth => Width - 2 * Margin;

    /// <param name="indent">From the left margin.</param>
    /// <param name="mark">What stands in the indent of the first line: a letter, a number.</param>
    public void Text(string text, double size = 11, bool bold = false, double indent = 0, string mark = "", double above = 0, bool keepWithNext = false)
    {
        var font = Typeface.Serif(size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
        y += above;
        var lines = text.Split('\n').SelectMany(part => Broken(Printable(part, font), font, TextWidth - indent)).ToList();
        Need((keepWithNext ? lines.Count + 2 : Math.Min(lines.Count, 2)) * size * Leading);
        foreach (var (i, line) in lines.Index())
        {
            Need(size * Leading);
            y += size * Leading;
            if (i == 0 && mark.Length > 0) graphics!.DrawString(mark, Typeface.Serif(size, XFontStyleEx.Bold), XBrushes.Black, Margin + indent - 18, y);
            LineOfText.Draw(graphics!, line, font, XBrushes.Black, Margin + indent, y);
        }
    }

    /// <summary>An empty box to tick, with its letter; on the line of what comes next.</summary>
    public void Option(string letter, string text, double indent, bool round)
    {
        const double Size = 11, Box = 9;
        Need(2 * Size);
        var pen = new XPen(XColors.Black, 0.8);
        var top = y + Size * Leading - Box + 0.5;
        if (round) graphics!.DrawEllipse(pen, Margin + indent - 36, top, Box, Box);
        else graphics!.DrawRectangle(pen, Margin + indent - 36, top, Box, Box);
        Text(text, Size, indent: indent, mark: $"{letter}.");
    }

    /// <summary>Lines to write on.</summary>
    public void BlankLines(int count, double indent = 0)
    {
        for (var i = 0; i < count; i++)
        {
            Need(22);
            y += 22;
            graphics!.DrawLine(new XPen(XColors.Gray, 0.5), Margin + indent, y, Width - Margin, y);
        }
    }

    /// <summary>A label with a line behind it, two to a row where there are two.</summary>
    public void Fields(params string[] labels)
    {
        Need(26);
        y += 26;
        var each = TextWidth / labels.Length;
        foreach (var (i, label) in labels.Index())
        {
            var font = Typeface.Serif(11);
            var x = Margin + i * each;
            graphics!.DrawString(label, font, XBrushes.Black, x, y);
            graphics.DrawLine(new XPen(XColors.Gray, 0.5), x + graphics.MeasureString(label, font).Width + 6, y + 1, x + each - 10, y + 1);
        }
    }

    public void Rule(double above = 8)
    {
        Need(above + 4);
        y += above;
        graphics!.DrawLine(new XPen(XColors.Black, 0.6), Margin, y, Width - Margin, y);
        y += 4;
    }

    /// <summary>At its own size, made smaller where it would not fit. False where the bytes are no picture a PDF can hold.</summary>
    public bool Picture(byte[] bytes, double indent = 0)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var image = XImage.FromStream(stream);
            var scale = Math.Min(1, Math.Min((TextWidth - indent) / image.PointWidth, 300 / image.PointHeight));
            Need(image.PointHeight * scale + 8);
            graphics!.DrawImage(image, Margin + indent, y + 6, image.PointWidth * scale, image.PointHeight * scale);
            y += image.PointHeight * scale + 8;
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or ArgumentException or NotImplementedException)
        {
            return false;
        }
    }

    /// <param name="foot">What stands at the foot of each page, given its number and how many there are.</param>
    public byte[] Finish(Func<int, int, string> foot)
    {
        graphics?.Dispose();
        graphics = null;
        foreach (var (i, page) in pages.Index())
        {
            using var last = XGraphics.FromPdfPage(page);
            last.DrawString(Printable(foot(i + 1, pages.Count), Typeface.Serif(9)), Typeface.Serif(9), XBrushes.Black, new XRect(Margin, Height - Foot, TextWidth, 12), XStringFormats.TopCenter);
        }

        using var output = new MemoryStream();
        document.Save(output);
        return output.ToArray();
    }

    public void Dispose()
    {
        graphics?.Dispose();
        document.Dispose();
    }

    private void Need(double height)
    {
        if (graphics is not null && y + height <= Height - Margin - 10) return;
        graphics?.Dispose();
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        pages.Add(page);
        graphics = XGraphics.FromPdfPage(page);
        y = Margin;
    }

    private List<string> Broken(string text, XFont font, double width)
    {
        Need(1);
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && graphics!.MeasureString(longer, font).Width > width)
            {
                lines.Add(line);
                longer = word;
            }

            // A word wider than the page is broken where it must.
            while (longer.Length > 1 && graphics!.MeasureString(longer, font).Width > width)
            {
                var fits = longer.Length - 1;
                while (fits > 1 && graphics.MeasureString(longer[..fits], font).Width > width) fits--;
                lines.Add(longer[..fits]);
                longer = longer[fits..];
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The fonts hold Latin and Vietnamese; what they lack is a visible question mark rather than an empty box.</summary>
    private static string Printable(string text, XFont font) =>
        string.Concat(text.Replace('\t', ' ').Select(c => char.IsControl(c) ? "" : GlyphHelper.GlyphIndexFromCodePoint(c, font) == 0 ? "?" : c.ToString()));
}

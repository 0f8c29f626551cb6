using Lms.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace Lms.Certificates.Pdf;

internal enum Align { Left, Centre }

/// <param name="Floor">Smaller than this only where even all allowed lines are too narrow.</param>
internal sealed record TextStyle(Func<double, XFont> Face, double Size, int Color, double? SizeWhenBroken = null, double? Floor = null, int MaxLines = 1)
{
    private readonly XFont measure = Face(100);
    private readonly XBrush brush = new XSolidBrush(Palette.Color(Color));

    public XBrush Brush => brush;
    public FittedText Fit(string text, double width, XGraphics graphics) =>
        FittedText.Fit(text, part => graphics.MeasureString(part, measure).Width / 100, width, MaxLines, Size, SizeWhenBroken ?? Size, Floor ?? Size);
}

/// <summary>Puts fitted text on the page, each piece as an element of the document's structure for those who hear it.</summary>
internal sealed class Sheet(XGraphics graphics, StructureBuilder structure)
{
    private const double Leading = 1.22;

    /// <param name="x">The left edge, or the middle of centred text.</param>
    /// <param name="y">The base line of the first line.</param>
    /// <param name="language">Where it is not the document's.</param>
    /// <returns>The base line of the last line.</returns>
    public double Text(PdfBlockLevelElementTag tag, string text, TextStyle style, double x, double y, double width, Align align = Align.Centre, string? language = null)
    {
        if (text.Length == 0) return y;
        structure.BeginElement(tag);
        if (language is not null) structure.SetLanguage(language);
        // A mark that is drawn apart from its letter is still one text for those who hear or search it.
        if (text.Contains(LineOfText.Breve, StringComparison.Ordinal)) structure.CurrentStructureElement.Elements.SetString("/ActualText", text);
        y = Lines(text, style, x, y, width, align);
        structure.End();
        return y;
    }

    /// <summary>A label in two languages with the fact beneath it, heard as one paragraph.</summary>
    public void Fact(string label, string labelEn, string fact, string? factEn, double x, double y, double width)
    {
        structure.BeginElement(PdfBlockLevelElementTag.Paragraph);
        Lines($"{label} /", Styles.Label, x, y, width, Align.Left);
        var offset = graphics.MeasureString($"{label} / ", Styles.Label.Face(Styles.Label.Size)).Width;
        Inline(labelEn, Styles.LabelEn, x + offset, y, width - offset);
        y = Lines(fact, Styles.Fact, x, y + 12.5, width, Align.Left);
        if (factEn is { Length: > 0 }) Inline(factEn, Styles.FactEn, x, y + 11, width);
        structure.End();
    }

    public FittedText Fit(string text, TextStyle style, double width) => style.Fit(text, width, graphics);

    /// <param name="x">Left edge of the modules.</param>
    public void QrCode(string address, double x, double y)
    {
        // The structure tree counts from the bottom of the page.
        var place = new XRect(x, Ornament.Height - y - QrMark.Side, QrMark.Side, QrMark.Side);
        structure.BeginElement(PdfIllustrationElementTag.Figure, $"Mã QR để xác minh chứng chỉ: {address}", place);
        QrMark.Draw(graphics, address, x, y);
        structure.End();
    }

    /// <summary>Centred text that leads to an address on a screen.</summary>
    public void Link(string text, string address, TextStyle style, double x, double y, double width)
    {
        var fitted = Fit(text, style, width);
        var half = graphics.MeasureString(text, style.Face(fitted.Size)).Width / 2;
        var link = PdfLinkAnnotation.CreateWebLink(new PdfRectangle(new XRect(x - half, Ornament.Height - y - 2, 2 * half, fitted.Size + 2)), address);
        link.Flags = PdfAnnotationFlags.Print;
        // A random name and the moment of drawing: the same row would not give the same bytes.
        link.Elements.Remove("/NM");
        link.Elements.Remove("/M");
        structure.BeginElement(PdfBlockLevelElementTag.Paragraph);
        structure.BeginElement(link, address);
        Lines(text, style, x, y, width, Align.Centre);
        structure.End();
        structure.End();
    }

    public void Rule(double left, double right, double y)
    {
        structure.BeginArtifact();
        graphics.DrawLine(new XPen(Palette.Color(Palette.Sand), 0.8), left, y, right, y);
        structure.End();
    }

    /// <summary>Two lines with a diamond between them.</summary>
    public void Divider(double middle, double y, double reach)
    {
        structure.BeginArtifact();
        var pen = new XPen(Palette.Color(Palette.Gold), 0.8);
        graphics.DrawLine(pen, middle - reach, y, middle - 8, y);
        graphics.DrawLine(pen, middle + 8, y, middle + reach, y);
        graphics.DrawPolygon(new XSolidBrush(Palette.Color(Palette.Lotus)), [new(middle - 4, y), new(middle, y - 4), new(middle + 4, y), new(middle, y + 4)], XFillMode.Winding);
        structure.End();
    }

    private void Inline(string english, TextStyle style, double x, double y, double width)
    {
        structure.BeginElement(PdfInlineLevelElementTag.Span);
        structure.SetLanguage("en");
        Lines(english, style, x, y, width, Align.Left);
        structure.End();
    }

    private double Lines(string text, TextStyle style, double x, double y, double width, Align align)
    {
        var fitted = style.Fit(text, width, graphics);
        var font = style.Face(fitted.Size);
        foreach (var (index, line) in fitted.Lines.Index())
        {
            var start = align switch { Align.Left => x, Align.Centre => x - graphics.MeasureString(line, font).Width / 2 };
            LineOfText.Draw(graphics, line, font, style.Brush, start, y + index * fitted.Size * Leading);
        }
        return y + (fitted.Lines.Count - 1) * fitted.Size * Leading;
    }
}

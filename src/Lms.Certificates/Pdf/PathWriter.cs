using System.Globalization;
using System.Text;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Pdf;

/// <summary>Path operators of ISO 32000-1, 8.5. Points are measured from the lower left corner of the page.</summary>
internal sealed class PathWriter(int capacity = 1024)
{
    private readonly StringBuilder content = new(capacity);

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(content.ToString());

    public PathWriter Raw(string operators) { content.Append(operators).Append('\n'); return this; }
    public PathWriter Fill(int rgb) => Raw($"{PdfText.Color(rgb)} rg");
    public PathWriter Stroke(int rgb, double width) => Raw($"{PdfText.Color(rgb)} RG {PdfText.Number(width)} w");
    public PathWriter Move(double x, double y) => N(x).N(y).Operator("m");
    public PathWriter Line(double x, double y) => N(x).N(y).Operator("l");
    public PathWriter Curve(double x1, double y1, double x2, double y2, double x, double y) => N(x1).N(y1).N(x2).N(y2).N(x).N(y).Operator("c");
    public PathWriter Rectangle(double x, double y, double width, double height) => N(x).N(y).N(width).N(height).Operator("re");

    public PathWriter Circle(double x, double y, double radius)
    {
        const double Kappa = 0.5522847498;
        var k = radius * Kappa;
        return Move(x + radius, y).Curve(x + radius, y + k, x + k, y + radius, x, y + radius).Curve(x - k, y + radius, x - radius, y + k, x - radius, y)
            .Curve(x - radius, y - k, x - k, y - radius, x, y - radius).Curve(x + k, y - radius, x + radius, y - k, x + radius, y);
    }

    /// <summary>Draws in coordinates that are moved to a point and turned.</summary>
    public PathWriter At(double x, double y, double degrees, Action<PathWriter> draw)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        Raw("q").N(cos).N(sin).N(-sin).N(cos).N(x).N(y).Operator("cm");
        draw(this);
        return Raw("Q");
    }

    /// <summary>Numbers are most of a page, and the thousand rectangles of a QR code are whole ones: <see cref="PdfText.Number"/> without its text.</summary>
    private PathWriter N(double number)
    {
        var thousandths = (long)Math.Round(number * 1000);
        if (thousandths < 0) content.Append('-');
        thousandths = Math.Abs(thousandths);
        content.Append(CultureInfo.InvariantCulture, $"{thousandths / 1000}");
        if (thousandths % 1000 is var rest and > 0)
        {
            content.Append('.');
            for (var place = 100; rest > 0; rest %= place, place /= 10) content.Append((char)('0' + rest / place));
        }
        content.Append(' ');
        return this;
    }

    private PathWriter Operator(string name) { content.Append(name).Append('\n'); return this; }
}

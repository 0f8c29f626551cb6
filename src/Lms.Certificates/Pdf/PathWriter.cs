using System.Globalization;
using System.Text;

namespace Lms.Certificates.Pdf;

/// <summary>Path operators of ISO 32000, 8.5. Points are measured from the lower left corner of the page.</summary>
internal sealed class PathWriter
{
    private readonly StringBuilder content = new();

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(content.ToString());

    public PathWriter Raw(string operators) { content.Append(operators).Append('\n'); return this; }
    public PathWriter Fill(int rgb) => Raw($"{Channels(rgb)} rg");
    public PathWriter Stroke(int rgb, double width) => Raw($"{Channels(rgb)} RG {N(width)} w");
    public PathWriter Move(double x, double y) => Raw($"{N(x)} {N(y)} m");
    public PathWriter Line(double x, double y) => Raw($"{N(x)} {N(y)} l");
    public PathWriter Curve(double x1, double y1, double x2, double y2, double x, double y) => Raw($"{N(x1)} {N(y1)} {N(x2)} {N(y2)} {N(x)} {N(y)} c");
    public PathWriter Rectangle(double x, double y, double width, double height) => Raw($"{N(x)} {N(y)} {N(width)} {N(height)} re");

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
        Raw($"q {N(cos)} {N(sin)} {N(-sin)} {N(cos)} {N(x)} {N(y)} cm");
        draw(this);
        return Raw("Q");
    }

    private static string Channels(int rgb) => $"{N((rgb >> 16) / 255.0)} {N((rgb >> 8 & 255) / 255.0)} {N((rgb & 255) / 255.0)}";
    private static string N(double number) => (Math.Round(number, 3) + 0).ToString("0.###", CultureInfo.InvariantCulture);
}

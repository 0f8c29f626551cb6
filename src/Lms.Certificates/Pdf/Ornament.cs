using Lms.Certificates.Templates;

namespace Lms.Certificates.Pdf;

/// <summary>
/// Frame, ground and lotus, the same on every certificate: drawn once in a process as PDF operators, and put
/// beneath the text as finished content, so that its thousands of curves cost nothing when a class is printed.
/// </summary>
internal sealed class Ornament(double width, double height)
{
    private const double Edge = 20, Band = 22, Corner = 40;

    /// <summary>The operators, for one kind of page; null where nothing is drawn.</summary>
    public static byte[]? Draw(Ground ground, double width, double height) => ground switch
    {
        Ground.Lotus => new Ornament(width, height).Lotus(),
        Ground.Modern => new ModernOrnament(width, height).Draw(),
        Ground.Plain or Ground.Picture => null,
    };

    private byte[] Lotus()
    {
        var page = new PathWriter(400 * 1024).Raw("/Artifact BMC q 1 J 1 j");
        page.Fill(Palette.Paper).Rectangle(Edge, Edge, width - 2 * Edge, height - 2 * Edge).Raw("f");
        Watermark(page, width / 2, height * 0.44);
        Frame(page);
        Lotus(page, width / 2, height - 81.5, 28.5, Palette.LotusPale, Palette.Lotus, 0.7);
        return page.Raw("Q EMC").ToBytes();
    }

    private void Frame(PathWriter page)
    {
        page.Fill(Palette.SandPale);
        foreach (var (x, y, w, h) in Sides()) page.Rectangle(x, y, w, h);
        page.Raw("f");
        Guilloche(page, Edge + Corner / 2, height - Edge - Band / 2, width - 2 * Edge - Corner, 0, Periods(width));
        Guilloche(page, Edge + Corner / 2, Edge + Band / 2, width - 2 * Edge - Corner, 0, Periods(width));
        Guilloche(page, Edge + Band / 2, Edge + Corner / 2, height - 2 * Edge - Corner, 90, Periods(height));
        Guilloche(page, width - Edge - Band / 2, Edge + Corner / 2, height - 2 * Edge - Corner, 90, Periods(height));
        Rules(page, Edge, Palette.Teal, 1.6);
        Rules(page, Edge + 3, Palette.Gold, 0.5);
        Rules(page, Edge + Band, Palette.Teal, 0.8);
        Rules(page, Edge + Band + 5, Palette.Gold, 0.5);
        foreach (var x in new[] { Edge + Band / 2, width - Edge - Band / 2 })
            foreach (var y in new[] { Edge + Band / 2, height - Edge - Band / 2 })
                Rosette(page, x, y);
    }

    private static int Periods(double side) => (int)Math.Round((side - 2 * Edge - Corner) / 34.6);

    private IEnumerable<(double X, double Y, double W, double H)> Sides() =>
    [
        (Edge, height - Edge - Band, width - 2 * Edge, Band), (Edge, Edge, width - 2 * Edge, Band),
        (Edge, Edge, Band, height - 2 * Edge), (width - Edge - Band, Edge, Band, height - 2 * Edge),
    ];

    private void Rules(PathWriter page, double inset, int color, double line) =>
        page.Stroke(color, line).Rectangle(inset, inset, width - 2 * inset, height - 2 * inset).Raw("S");

    /// <summary>Interlaced waves. Every period is written in the same words, which is what makes them compress to almost nothing.</summary>
    private static void Guilloche(PathWriter page, double x, double y, double length, double degrees, int periods) => page.At(x, y, degrees, band =>
    {
        const int Strands = 6;
        var period = length / periods;
        for (var i = 0; i < periods; i++)
            band.At(i * period, 0, 0, tile =>
            {
                for (var strand = 0; strand < Strands; strand++)
                {
                    tile.Stroke(strand % 3 == 2 ? Palette.Lotus : Palette.TealMid, 0.45);
                    Wave(tile, period, Band / 2 - 3.4, strand * 2 * Math.PI / Strands, 1);
                    Wave(tile, period, Band / 4 - 1.7, strand * 2 * Math.PI / Strands, 2);
                }
            });
    });

    /// <summary>One period of a sine as eight cubics with its own slopes at the joints (Hermite to Bézier).</summary>
    public static void Wave(PathWriter page, double period, double amplitude, double phase, int frequency)
    {
        const int Pieces = 8;
        double Y(double t) => amplitude * Math.Sin(phase + frequency * 2 * Math.PI * t);
        double Slope(double t) => amplitude * Math.Cos(phase + frequency * 2 * Math.PI * t) * frequency * 2 * Math.PI;
        page.Move(0, Y(0));
        for (var i = 0; i < Pieces; i++)
        {
            double a = i / (double)Pieces, b = (i + 1) / (double)Pieces, third = (b - a) / 3;
            page.Curve((a + third) * period, Y(a) + Slope(a) * third, (b - third) * period, Y(b) - Slope(b) * third, b * period, Y(b));
        }
        page.Raw("S");
    }

    /// <summary>A lotus seen from above, in a ring that covers the corner where the bands meet.</summary>
    private static void Rosette(PathWriter page, double x, double y)
    {
        page.Fill(Palette.Paper).Stroke(Palette.Teal, 1.2).Circle(x, y, 20).Raw("B").Stroke(Palette.Gold, 0.5).Circle(x, y, 17.8).Raw("S");
        foreach (var (petals, length, fill, turn) in new[] { (12, 16.4, Palette.TealPale, 0.0), (12, 13.6, Palette.LotusPale, 15.0), (8, 9.4, Palette.Paper, 0.0) })
            for (var i = 0; i < petals; i++)
                page.At(x, y, turn + i * 360.0 / petals, petal => Petal(petal.Fill(fill).Stroke(fill == Palette.TealPale ? Palette.Teal : Palette.Lotus, 0.45), length, length * 0.2));
        page.Fill(Palette.Gold).Circle(x, y, 2.3).Raw("f");
    }

    /// <summary>A lotus seen from the side, standing at its base: the outer petals first, the one in front last.</summary>
    public static void Lotus(PathWriter page, double x, double y, double height, int fill, int stroke, double line)
    {
        foreach (var (degrees, length, width) in new[] { (78.0, 0.92, 0.17), (56.0, 0.98, 0.21), (33.0, 1.0, 0.24), (14.0, 1.02, 0.22) })
            foreach (var side in new[] { degrees, -degrees })
                page.At(x, y, side, petal => Petal(petal.Fill(fill).Stroke(stroke, line), height * length, height * width));
        page.At(x, y, 0, petal => Petal(petal.Fill(fill).Stroke(stroke, line), height * 0.94, height * 0.27));
    }

    /// <summary>From the base at the origin up to a pointed tip.</summary>
    private static void Petal(PathWriter page, double length, double halfWidth) => page.Move(0, 0)
        .Curve(-halfWidth * 1.25, length * 0.28, -halfWidth * 1.2, length * 0.68, 0, length)
        .Curve(halfWidth * 1.2, length * 0.68, halfWidth * 1.25, length * 0.28, 0, 0).Raw("b");

    /// <summary>A great lotus in a ring of fine lines, just darker than the paper: seen, and never in the way of reading.</summary>
    private static void Watermark(PathWriter page, double x, double y)
    {
        const int Lines = 36;
        page.Stroke(Palette.SandPale, 0.6);
        for (var i = 0; i < Lines; i++)
            page.At(x, y, i * 360.0 / Lines, line => line.Circle(74, 0, 92).Raw("S"));
        Lotus(page, x, y - 62, 132, 0xFAF5EA, Palette.Sand, 0.9);
    }
}

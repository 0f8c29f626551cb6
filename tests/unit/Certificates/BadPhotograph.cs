using System.Globalization;
using System.Text;

namespace Lms.UnitTests.Certificates;

/// <summary>A page as a poor camera held by a poor photographer sees it: grey values of a picture, distorted.</summary>
internal sealed class BadPhotograph
{
    private readonly int width, height;
    private readonly byte[] grey;

    private BadPhotograph(int width, int height, byte[] grey) => (this.width, this.height, this.grey) = (width, height, grey);

    /// <summary>A PPM file (P6) of pdftoppm.</summary>
    public static BadPhotograph Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var (numbers, at) = (new List<int>(), 2);
        while (numbers.Count < 3)
        {
            while (bytes[at] <= ' ') at++;
            var start = at;
            while (bytes[at] > ' ') at++;
            numbers.Add(int.Parse(Encoding.ASCII.GetString(bytes, start, at - start), CultureInfo.InvariantCulture));
        }
        at++;
        var grey = new byte[numbers[0] * numbers[1]];
        for (var i = 0; i < grey.Length; i++) grey[i] = (byte)((bytes[at + 3 * i] * 299 + bytes[at + 3 * i + 1] * 587 + bytes[at + 3 * i + 2] * 114) / 1000);
        return new BadPhotograph(numbers[0], numbers[1], grey);
    }

    public void Write(string file) => File.WriteAllBytes(file, [.. Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"), .. grey]);

    public BadPhotograph Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Seen((x, y) =>
        {
            double dx = x - width / 2.0, dy = y - height / 2.0;
            return (width / 2.0 + dx * cos + dy * sin, height / 2.0 - dx * sin + dy * cos);
        });
    }

    /// <summary>Held askew: the far edge is 12 % shorter than the near one.</summary>
    public BadPhotograph InPerspective() => Seen((x, y) =>
    {
        var depth = 1 + 0.12 * (1 - y / height);
        return (width / 2.0 + (x - width / 2.0) * depth, height - (height - y) * (1 + 0.06 * (1 - y / height)));
    });

    /// <summary>Out of focus: every pixel runs into its neighbours, over nearly the width of a module of the finer code.</summary>
    public BadPhotograph Blurred() => Each((x, y) =>
    {
        var sum = 0;
        for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++) sum += At(x + dx, y + dy) * (2 - Math.Abs(dx)) * (2 - Math.Abs(dy));
        return sum / 16.0;
    });

    /// <summary>What a JPEG of quality 20 leaves: in each block of eight by eight only the coarser waves, and those roughly; and a grainy sensor.</summary>
    public BadPhotograph WithJpegNoise()
    {
        var random = new Random(3);
        var result = new double[width * height];
        for (var by = 0; by < height; by += 8)
            for (var bx = 0; bx < width; bx += 8) Block(bx, by, result);
        // One after another: the random numbers are those of this order.
        for (var i = 0; i < result.Length; i++) result[i] += random.Next(-18, 19);
        return Each((x, y) => result[y * width + x]);
    }

    private void Block(int bx, int by, double[] result)
    {
        var waves = new double[8, 8];
        for (var v = 0; v < 8; v++)
            for (var u = 0; u < 8; u++)
            {
                var sum = 0.0;
                for (var y = 0; y < 8; y++)
                    for (var x = 0; x < 8; x++) sum += (At(bx + x, by + y) - 128) * Cosine[x, u] * Cosine[y, v];
                double step = 16 + 10 * (u + v), size = sum * Scale(u) * Scale(v) / 4;
                waves[u, v] = Math.Round(size / step) * step;
            }
        for (var y = 0; y < 8 && by + y < height; y++)
            for (var x = 0; x < 8 && bx + x < width; x++)
            {
                var sum = 0.0;
                for (var v = 0; v < 8; v++)
                    for (var u = 0; u < 8; u++) sum += Scale(u) * Scale(v) * waves[u, v] * Cosine[x, u] * Cosine[y, v];
                result[(by + y) * width + bx + x] = sum / 4 + 128;
            }
    }

    private static readonly double[,] Cosine = Cosines();

    private static double[,] Cosines()
    {
        var table = new double[8, 8];
        for (var x = 0; x < 8; x++)
            for (var u = 0; u < 8; u++) table[x, u] = Math.Cos((2 * x + 1) * u * Math.PI / 16);
        return table;
    }

    private static double Scale(int u) => u == 0 ? 1 / Math.Sqrt(2) : 1;

    /// <param name="place">Where in this picture the new one's pixel comes from; between four pixels in proportion.</param>
    private BadPhotograph Seen(Func<int, int, (double X, double Y)> place) => Each((x, y) =>
    {
        var (sx, sy) = place(x, y);
        var (left, top) = ((int)Math.Floor(sx), (int)Math.Floor(sy));
        double fx = sx - left, fy = sy - top;
        return (At(left, top) * (1 - fx) + At(left + 1, top) * fx) * (1 - fy) + (At(left, top + 1) * (1 - fx) + At(left + 1, top + 1) * fx) * fy;
    });

    private BadPhotograph Each(Func<int, int, double> value)
    {
        var result = new byte[width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++) result[y * width + x] = (byte)Math.Clamp(value(x, y), 0, 255);
        });
        return new BadPhotograph(width, height, result);
    }

    /// <summary>Beyond the page lies a grey table.</summary>
    private int At(int x, int y) => x >= 0 && y >= 0 && x < width && y < height ? grey[y * width + x] : 128;
}

namespace Lms.Certificates.Pdf.Qr;

/// <summary>Where the modules of a QR code stand (ISO/IEC 18004, 6.3, 7.7 to 7.10). A row is a number whose bit x is the module in column x.</summary>
internal sealed class QrMatrix
{
    private readonly int version, size;
    private readonly UInt128[] dark;
    /// <summary>Modules of the patterns, which hold no data and are not masked.</summary>
    private readonly UInt128[] taken;

    private QrMatrix(int version)
    {
        this.version = version;
        size = 17 + 4 * version;
        (dark, taken) = (new UInt128[size], new UInt128[size]);
    }

    /// <summary>Of the eight masks the one after which the code has the fewest misleading shapes.</summary>
    public static QrCode Draw(int version, QrLevel level, byte[] codewords) => Masked(version, level, codewords).MinBy(code => QrPenalty.Of(code.Rows, code.Size))!;

    public static IEnumerable<QrCode> Masked(int version, QrLevel level, byte[] codewords)
    {
        var matrix = new QrMatrix(version);
        matrix.Patterns();
        matrix.Place(codewords);
        return Enumerable.Range(0, 8).Select(mask => new QrCode(version, matrix.size, matrix.Masked(mask, level)));
    }

    private void Set(int x, int y, bool isDark)
    {
        taken[y] |= UInt128.One << x;
        if (isDark) dark[y] |= UInt128.One << x; else dark[y] &= ~(UInt128.One << x);
    }

    private void Patterns()
    {
        for (var i = 0; i < size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }
        foreach (var (x, y) in new[] { (3, 3), (size - 4, 3), (3, size - 4) }) Finder(x, y);
        var places = AlignmentPlaces();
        foreach (var x in places)
            foreach (var y in places)
                if (!(x == 6 && y == 6 || x == 6 && y == size - 7 || x == size - 7 && y == 6)) Rings(x, y, 2);
        Format(dark, 0, take: true);
        if (version >= 7) VersionInformation();
    }

    private void Finder(int x, int y) => Rings(x, y, 4);

    /// <summary>Squares around a point: dark and light in turn, with the finder's light edge outside.</summary>
    private void Rings(int x, int y, int reach)
    {
        for (var dy = -reach; dy <= reach; dy++)
            for (var dx = -reach; dx <= reach; dx++)
                if (x + dx >= 0 && x + dx < size && y + dy >= 0 && y + dy < size)
                {
                    var distance = Math.Max(Math.Abs(dx), Math.Abs(dy));
                    Set(x + dx, y + dy, reach == 4 ? distance is not (2 or 4) : distance != 1);
                }
    }

    /// <summary>Annex E, whose table follows this rule in all versions here.</summary>
    private int[] AlignmentPlaces()
    {
        if (version == 1) return [];
        var count = version / 7 + 2;
        var step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => size - 7 - (count - 2 - i) * step)];
    }

    /// <summary>Level and mask with their BCH code, in two places (7.9).</summary>
    private void Format(UInt128[] rows, int bits, bool take = false)
    {
        void At(int x, int y, int bit)
        {
            if (take) taken[y] |= UInt128.One << x;
            else if ((bits >> bit & 1) != 0) rows[y] |= UInt128.One << x;
        }
        for (var i = 0; i < 8; i++)
        {
            At(8, i < 6 ? i : i == 6 ? 7 : 8, i);
            At(size - 1 - i, 8, i);
        }
        for (var i = 8; i < 15; i++)
        {
            At(i == 8 ? 7 : 14 - i, 8, i);
            At(8, size - 15 + i, i);
        }
        Set(8, size - 8, true);
    }

    private void VersionInformation()
    {
        var bits = version << 12 | Bch(version, 12, 0x1F25);
        for (var i = 0; i < 18; i++)
        {
            Set(size - 11 + i % 3, i / 3, (bits >> i & 1) != 0);
            Set(i / 3, size - 11 + i % 3, (bits >> i & 1) != 0);
        }
    }

    private static int Bch(int value, int degree, int generator)
    {
        var remainder = value;
        for (var i = 0; i < degree; i++) remainder = remainder << 1 ^ (remainder >> (degree - 1)) * generator;
        return remainder;
    }

    /// <summary>In columns two wide from the right, up and down in turn, around the timing column (7.7.3).</summary>
    private void Place(byte[] codewords)
    {
        var bit = 0;
        for (var right = size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < size; step++)
                for (var x = right; x > right - 2; x--)
                {
                    var y = (right + 1 & 2) == 0 ? size - 1 - step : step;
                    if ((taken[y] >> x & 1) != 0 || bit >= codewords.Length * 8) continue;
                    if ((codewords[bit >> 3] >> (7 - (bit & 7)) & 1) != 0) dark[y] |= UInt128.One << x;
                    bit++;
                }
        }
    }

    private UInt128[] Masked(int mask, QrLevel level)
    {
        var rows = new UInt128[size];
        for (var y = 0; y < size; y++) rows[y] = dark[y] ^ (QrPenalty.MaskRow(mask, y, size) & ~taken[y]);
        var data = (int)level << 3 | mask;
        Format(rows, (data << 10 | Bch(data, 10, 0x537)) ^ 0x5412);
        return rows;
    }
}

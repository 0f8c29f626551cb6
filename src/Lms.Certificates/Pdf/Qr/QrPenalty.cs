namespace Lms.Certificates.Pdf.Qr;

/// <summary>The masks (ISO/IEC 18004, table 10) and what their results are judged by (7.8.3).</summary>
internal static class QrPenalty
{
    private static readonly UInt128[][] Masks = [.. Enumerable.Range(0, 8).Select(mask => Enumerable.Range(0, 12).Select(y => Row(mask, y)).ToArray())];

    /// <summary>Every mask repeats after twelve rows.</summary>
    public static UInt128 MaskRow(int mask, int y, int size) => Masks[mask][y % 12] & All(size);

    private static UInt128 Row(int mask, int y)
    {
        UInt128 row = 0;
        for (var x = 0; x < 128; x++)
        {
            var inverts = mask switch
            {
                0 => (x + y) % 2 == 0,
                1 => y % 2 == 0,
                2 => x % 3 == 0,
                3 => (x + y) % 3 == 0,
                4 => (x / 3 + y / 2) % 2 == 0,
                5 => x * y % 2 + x * y % 3 == 0,
                6 => (x * y % 2 + x * y % 3) % 2 == 0,
                _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
            };
            if (inverts) row |= UInt128.One << x;
        }
        return row;
    }

    public static int Of(UInt128[] rows, int size)
    {
        var columns = Turned(rows, size);
        var penalty = 0;
        for (var i = 0; i < size; i++) penalty += Runs(rows[i], size) + Runs(columns[i], size) + FinderLike(rows[i], size) + FinderLike(columns[i], size);
        for (var i = 0; i + 1 < size; i++)
        {
            // Two by two of one colour.
            var same = ~(rows[i] ^ rows[i + 1]) & ~(rows[i] ^ rows[i] >> 1) & ~(rows[i + 1] ^ rows[i + 1] >> 1) & All(size - 1);
            penalty += 3 * (int)UInt128.PopCount(same);
        }
        var share = rows.Sum(row => (int)UInt128.PopCount(row)) * 100 / (size * size);
        return penalty + Math.Abs(share - 50) / 5 * 10;
    }

    /// <summary>Runs of five or more: 3, and 1 for every module more.</summary>
    private static int Runs(UInt128 line, int size)
    {
        // Bit x: this module is as the one before it.
        var same = ~(line ^ line << 1) & All(size) & ~UInt128.One;
        var four = same & same >> 1 & same >> 2 & same >> 3;
        var starts = four & ~(four << 1);
        return (int)UInt128.PopCount(four) + 2 * (int)UInt128.PopCount(starts);
    }

    /// <summary>1:1:3:1:1 with four light modules at one side, which a reader might take for a finder.</summary>
    private static int FinderLike(UInt128 line, int size)
    {
        var light = ~line & All(size);
        var finder = line & light >> 1 & line >> 2 & line >> 3 & line >> 4 & light >> 5 & line >> 6;
        // The quiet zone is light too; bits below 0 count as light by the shift of ones.
        var outside = ~line;
        var after = outside >> 7 & outside >> 8 & outside >> 9 & outside >> 10;
        var before = Before(outside, 1) & Before(outside, 2) & Before(outside, 3) & Before(outside, 4);
        return 40 * ((int)UInt128.PopCount(finder & after) + (int)UInt128.PopCount(finder & before));
    }

    private static UInt128 Before(UInt128 line, int by) => line << by | (UInt128.One << by) - 1;

    private static UInt128 All(int size) => (UInt128.One << size) - 1;

    private static UInt128[] Turned(UInt128[] rows, int size)
    {
        var columns = new UInt128[size];
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                columns[x] |= (rows[y] >> x & 1) << y;
        return columns;
    }
}

namespace Lms.Certificates.Pdf.Qr;

/// <summary>How much of a code may be lost: M about 15 %, Q about 25 %. The values are those of the format information (ISO/IEC 18004, table 12).</summary>
internal enum QrLevel { M = 0, Q = 3 }

/// <summary>
/// A QR code of segments in different modes, which the library at hand cannot mix: carrier B is an address in bytes followed by
/// hundreds of digits, and in bytes throughout it would need twice the modules.
/// </summary>
/// <param name="Rows">Bit x of row y: dark.</param>
internal sealed record QrCode(int Version, int Size, UInt128[] Rows)
{
    /// <summary>Versions up to 25 are enough for a holder's name of any length that can be printed.</summary>
    private const int Largest = 25;

    // Table 9: error correction codewords in a block, and blocks, by version.
    private static readonly byte[] CorrectionM = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28];
    private static readonly byte[] CorrectionQ = [0, 13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30];
    private static readonly byte[] BlocksM = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21];
    private static readonly byte[] BlocksQ = [0, 1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29];

    public bool IsDark(int x, int y) => (Rows[y] >> x & 1) != 0;

    /// <param name="smallest">At least this version, so that codes of one kind look alike.</param>
    /// <returns>Null where the text does not fit.</returns>
    public static QrCode? Of(QrLevel level, int smallest, params ReadOnlySpan<QrSegment> segments)
    {
        var codewords = Codewords(level, smallest, segments, out var version);
        return codewords is null ? null : QrMatrix.Draw(version, level, codewords);
    }

    /// <summary>In the smallest version that holds it.</summary>
    public static byte[]? Codewords(QrLevel level, int smallest, ReadOnlySpan<QrSegment> segments, out int version)
    {
        for (version = smallest; version <= Largest; version++)
        {
            var (correction, blocks) = level == QrLevel.M ? (CorrectionM[version], BlocksM[version]) : (CorrectionQ[version], BlocksQ[version]);
            var codewords = Count(version);
            var capacity = codewords - correction * blocks;
            var needed = 0;
            foreach (var segment in segments) needed += segment.Bits(version);
            if (needed > capacity * 8) continue;

            var bits = new BitWriter(capacity);
            foreach (var segment in segments) segment.Write(bits, version);
            Fill(bits, capacity);
            return Interleaved(bits.Bytes, codewords, correction, blocks);
        }
        return null;
    }

    /// <summary>The end mark, zeros to the next byte, then the two padding bytes in turn (7.4.10).</summary>
    private static void Fill(BitWriter bits, int capacity)
    {
        bits.Write(0, Math.Min(4, capacity * 8 - bits.Length));
        bits.Write(0, -bits.Length & 7);
        for (var pad = 0xEC; bits.Length < capacity * 8; pad ^= 0xEC ^ 0x11) bits.Write(pad, 8);
    }

    /// <summary>The first codeword of each block, then the second of each, and so on; data before correction (7.6).</summary>
    private static byte[] Interleaved(byte[] data, int codewords, int correction, int blocks)
    {
        var result = new byte[codewords];
        // The longer blocks come last and have one byte of data more.
        int shorter = blocks - codewords % blocks, length = codewords / blocks - correction;
        for (int block = 0, start = 0; block < blocks; block++)
        {
            var own = data.AsSpan(start, length + (block < shorter ? 0 : 1));
            start += own.Length;
            for (var i = 0; i < own.Length; i++) result[i < length ? i * blocks + block : length * blocks + block - shorter] = own[i];
            var remainder = ReedSolomon.Remainder(own, correction);
            for (var i = 0; i < correction; i++) result[data.Length + i * blocks + block] = remainder[i];
        }
        return result;
    }

    /// <summary>All modules of the square less finder, timing, alignment and format patterns, in whole bytes.</summary>
    private static int Count(int version)
    {
        var modules = (16 * version + 128) * version + 64;
        if (version >= 2)
        {
            var alignments = version / 7 + 2;
            modules -= (25 * alignments - 10) * alignments - 55;
            if (version >= 7) modules -= 36;
        }
        return modules / 8;
    }
}

using System.Collections.Concurrent;

namespace Lms.Certificates.Pdf.Qr;

/// <summary>Error correction over GF(256) with x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5).</summary>
internal static class ReedSolomon
{
    private static readonly byte[] Power = Powers(), Logarithm = Logarithms();
    private static readonly ConcurrentDictionary<int, byte[]> Generators = new();

    /// <summary>What is left of the data, moved up by the degree, after division by the generator.</summary>
    public static byte[] Remainder(ReadOnlySpan<byte> data, int degree)
    {
        var generator = Generators.GetOrAdd(degree, Generator);
        var result = new byte[degree];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ result[0]);
            result.AsSpan(1).CopyTo(result);
            result[^1] = 0;
            if (factor == 0) continue;
            var log = Logarithm[factor];
            for (var i = 0; i < degree; i++) result[i] ^= Power[log + generator[i]];
        }
        return result;
    }

    /// <summary>The product of (x − αⁱ) for i below the degree, without its leading 1, as logarithms.</summary>
    private static byte[] Generator(int degree)
    {
        var coefficients = new byte[degree];
        coefficients[^1] = 1;
        for (var root = 0; root < degree; root++)
            for (var i = 0; i < degree; i++)
                coefficients[i] = (byte)((coefficients[i] == 0 ? 0 : Power[Logarithm[coefficients[i]] + root]) ^ (i + 1 < degree ? coefficients[i + 1] : 0));
        return [.. coefficients.Select(c => Logarithm[c])];
    }

    /// <summary>Twice over, so that a sum of two logarithms needs no reduction.</summary>
    private static byte[] Powers()
    {
        var powers = new byte[511];
        for (int i = 0, value = 1; i < powers.Length; i++, value = value << 1 ^ (value >> 7) * 0x11D) powers[i] = (byte)value;
        return powers;
    }

    private static byte[] Logarithms()
    {
        var logarithms = new byte[256];
        for (var i = 0; i < 255; i++) logarithms[Power[i]] = (byte)i;
        return logarithms;
    }
}

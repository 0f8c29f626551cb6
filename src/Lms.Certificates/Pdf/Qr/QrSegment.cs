using System.Globalization;
using System.Text;

namespace Lms.Certificates.Pdf.Qr;

/// <summary>A part of a code's text in the mode that needs the fewest bits for it (ISO/IEC 18004, 7.4): digits 3⅓, capitals 5½, anything else 8 each.</summary>
internal sealed record QrSegment(QrMode Mode, string Text)
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static QrSegment Capitals(string text) => new(text.All(c => Alphanumeric.Contains(c, StringComparison.Ordinal)) ? QrMode.Alphanumeric : QrMode.Byte, text);

    /// <summary>How long the count of characters is depends on the size of the code (table 3).</summary>
    private int CountBits(int version) => Mode switch
    {
        QrMode.Numeric => version < 10 ? 10 : version < 27 ? 12 : 14,
        QrMode.Alphanumeric => version < 10 ? 9 : version < 27 ? 11 : 13,
        QrMode.Byte => version < 10 ? 8 : 16,
    };

    public int Bits(int version) => 4 + CountBits(version) + Mode switch
    {
        QrMode.Numeric => Text.Length / 3 * 10 + (Text.Length % 3) switch { 0 => 0, 1 => 4, _ => 7 },
        QrMode.Alphanumeric => Text.Length / 2 * 11 + Text.Length % 2 * 6,
        QrMode.Byte => Encoding.UTF8.GetByteCount(Text) * 8,
    };

    public void Write(BitWriter bits, int version)
    {
        bits.Write((int)Mode, 4);
        switch (Mode)
        {
            case QrMode.Numeric:
                bits.Write(Text.Length, CountBits(version));
                for (var i = 0; i < Text.Length; i += 3)
                {
                    var digits = Text.AsSpan(i, Math.Min(3, Text.Length - i));
                    bits.Write(int.Parse(digits, CultureInfo.InvariantCulture), digits.Length * 3 + 1);
                }
                break;
            case QrMode.Alphanumeric:
                bits.Write(Text.Length, CountBits(version));
                for (var i = 0; i + 1 < Text.Length; i += 2) bits.Write(Value(i) * 45 + Value(i + 1), 11);
                if (Text.Length % 2 == 1) bits.Write(Value(Text.Length - 1), 6);
                break;
            case QrMode.Byte:
                var bytes = Encoding.UTF8.GetBytes(Text);
                bits.Write(bytes.Length, CountBits(version));
                foreach (var b in bytes) bits.Write(b, 8);
                break;
        }
    }

    private int Value(int i) => Alphanumeric.IndexOf(Text[i], StringComparison.Ordinal);
}

/// <summary>The values are the mode indicators of table 2.</summary>
internal enum QrMode { Numeric = 1, Alphanumeric = 2, Byte = 4 }

internal sealed class BitWriter(int bytes)
{
    private readonly byte[] buffer = new byte[bytes];

    public int Length { get; private set; }
    public byte[] Bytes => buffer;

    public void Write(int value, int count)
    {
        for (var i = count - 1; i >= 0; i--, Length++)
            if ((value >> i & 1) != 0) buffer[Length >> 3] |= (byte)(0x80 >> (Length & 7));
    }
}

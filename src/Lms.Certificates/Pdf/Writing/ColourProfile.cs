using System.Buffers.Binary;
using System.Text;

namespace Lms.Certificates.Pdf.Writing;

/// <summary>
/// sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, which PDF/A asks for so that colours mean the same everywhere
/// (ISO 19005-3, 6.2.3). Written from its definition, so that no profile of somebody else's licence is shipped.
/// </summary>
internal static class ColourProfile
{
    private const string Name = "sRGB IEC61966-2.1";

    public static byte[] SRgb()
    {
        var curve = Curve();
        // The primaries are those of the standard, adapted to D50 as the profile connection space wants it (Bradford).
        (string Signature, byte[] Data)[] tags =
        [
            ("desc", Description()), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "No copyright, use freely"u8, 0]), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360, 0.2225, 0.0139)), ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)), ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];

        List<byte> table = [.. Number(tags.Length)], data = [];
        Dictionary<byte[], int> places = [];
        var first = 128 + 4 + 12 * tags.Length;
        foreach (var (signature, content) in tags)
        {
            if (!places.TryGetValue(content, out var place))
            {
                places[content] = place = first + data.Count;
                data.AddRange(content);
                while (data.Count % 4 != 0) data.Add(0);
            }
            table.AddRange([.. Encoding.ASCII.GetBytes(signature), .. Number(place), .. Number(content.Length)]);
        }
        return [.. Header(first + data.Count), .. table, .. data];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[128];
        Number(size).CopyTo(header, 0);
        header[8] = 2;
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // A fixed date: 1 January 2026.
        new byte[] { 0x07, 0xEA, 0, 1, 0, 1 }.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Curve()
    {
        const int Points = 1024;
        List<byte> curve = [.. "curv"u8, 0, 0, 0, 0, .. Number(Points)];
        for (var i = 0; i < Points; i++)
        {
            var v = i / (Points - 1.0);
            var linear = (int)Math.Round(65535 * (v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)));
            curve.AddRange([(byte)(linear >> 8), (byte)linear]);
        }
        return [.. curve];
    }

    /// <summary>In ASCII; the counts of its Unicode and Macintosh forms are zero, whose 67 bytes stand all the same.</summary>
    private static byte[] Description() => [.. "desc"u8, 0, 0, 0, 0, .. Number(Name.Length + 1), .. Encoding.ASCII.GetBytes(Name), 0, .. new byte[4 + 4 + 2 + 1 + 67]];

    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 65536));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Templates.Pictures;

/// <summary>PNG (ISO/IEC 15948) of eight bits a channel, unpacked, laid on white where it is transparent, and packed again.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private enum Kind { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 }

    private sealed record Header(int Width, int Height, Kind Kind)
    {
        public int Channels => Kind switch { Kind.Grey or Kind.Palette => 1, Kind.GreyAlpha => 2, Kind.Rgb => 3, Kind.Rgba => 4 };
    }

    public static PictureOutcome Read(byte[] file, out PdfPicture? picture)
    {
        picture = null;
        Header? header = null;
        byte[] palette = [], alpha = [];
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (length < 0 || length > file.Length - at - 12) return PictureOutcome.Damaged;
            var data = file.AsSpan(at + 8, length);
            var type = file.AsSpan(at + 4, 4);
            if (type.SequenceEqual("IHDR"u8))
            {
                if (ReadHeader(data, out header) is not PictureOutcome.Taken and var refused) return refused;
            }
            else if (type.SequenceEqual("PLTE"u8)) palette = data.ToArray();
            else if (type.SequenceEqual("tRNS"u8)) alpha = data.ToArray();
            else if (type.SequenceEqual("IDAT"u8)) packed.Write(data);
            else if (type.SequenceEqual("IEND"u8)) break;
            at += length + 12;
        }
        if (header is null || header.Kind == Kind.Palette && palette.Length < 3) return PictureOutcome.Damaged;
        packed.Position = 0;
        picture = OnWhite(header, Rows(header, packed), palette, alpha);
        return PictureOutcome.Taken;
    }

    private static PictureOutcome ReadHeader(ReadOnlySpan<byte> data, out Header? header)
    {
        header = null;
        if (data.Length != 13) return PictureOutcome.Damaged;
        int width = BinaryPrimitives.ReadInt32BigEndian(data), height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
        if (width <= 0 || height <= 0) return PictureOutcome.Damaged;
        if (PictureReading.HasTooManyPixels(width, height)) return PictureOutcome.TooManyPixels;
        // Eight bits, not interlaced: what every program writes unless told otherwise.
        if (data[8] != 8 || data[9] is not (0 or 2 or 3 or 4 or 6) || data[12] != 0) return PictureOutcome.NotSupported;
        header = new Header(width, height, (Kind)data[9]);
        return PictureOutcome.Taken;
    }

    /// <summary>The rows without their filters (clause 9). No more is read than the header says, however much there is.</summary>
    private static byte[] Rows(Header header, Stream packed)
    {
        int step = header.Channels, stride = header.Width * step;
        var rows = new byte[stride * header.Height];
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        byte[] filter = new byte[1], above = new byte[stride];
        for (var y = 0; y < header.Height; y++)
        {
            zlib.ReadExactly(filter);
            var row = rows.AsSpan(y * stride, stride);
            zlib.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                int left = x < step ? 0 : row[x - step], up = above[x], corner = x < step ? 0 : above[x - step];
                row[x] += (byte)(filter[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw new InvalidDataException("No such filter."),
                });
            }
            row.CopyTo(above);
        }
        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, byLeft = Math.Abs(guess - left), byUp = Math.Abs(guess - up), byCorner = Math.Abs(guess - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private static PdfPicture OnWhite(Header header, byte[] rows, byte[] palette, byte[] alpha)
    {
        var isGrey = header.Kind is Kind.Grey or Kind.GreyAlpha;
        int channels = isGrey ? 1 : 3, step = header.Channels, pixels = header.Width * header.Height;
        var samples = new byte[pixels * channels];
        for (var i = 0; i < pixels; i++)
        {
            var source = rows.AsSpan(i * step, step);
            int index = source[0], opacity = header.Kind switch
            {
                Kind.GreyAlpha or Kind.Rgba => source[^1],
                Kind.Palette => index < alpha.Length ? alpha[index] : 255,
                Kind.Grey or Kind.Rgb => 255,
            };
            for (var c = 0; c < channels; c++)
            {
                // A colour that the palette does not have is black, as in other readers.
                var value = header.Kind != Kind.Palette ? source[c] : 3 * index + c < palette.Length ? palette[3 * index + c] : 0;
                samples[i * channels + c] = (byte)((value * opacity + 255 * (255 - opacity) + 127) / 255);
            }
        }
        return new PdfPicture(header.Width, header.Height, channels, false, PdfFile.Flate(samples));
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Lms.Certificates.Templates.Pictures;

namespace Lms.UnitTests.Certificates;

public class TemplatePictureTests
{
    [Fact]
    public void Transparent_pixels_lie_on_white()
    {
        // One row: opaque red, half-transparent black, nothing.
        Assert.Equal(PictureOutcome.Taken, PictureReading.Read(Png(3, 1, 6, [0, 255, 0, 0, 255, 0, 0, 0, 128, 9, 9, 9, 0]), out var picture));
        Assert.Equal([255, 0, 0, 127, 127, 127, 255, 255, 255], Unpacked(picture!));
    }

    [Fact]
    public void All_five_filters_and_palettes_are_understood()
    {
        // Five rows of two grey pixels, 10 and 20, each filtered in another way.
        Assert.Equal(PictureOutcome.Taken, PictureReading.Read(Png(2, 5, 0, [0, 10, 20, 1, 10, 10, 2, 0, 0, 3, 5, 5, 4, 0, 0]), out var grey));
        Assert.Equal([10, 20, 10, 20, 10, 20, 10, 20, 10, 20], Unpacked(grey!));
        Assert.Equal(PictureOutcome.Taken, PictureReading.Read(Png(2, 1, 3, [0, 1, 0], ("PLTE", [1, 2, 3, 4, 5, 6]), ("tRNS", [0])), out var coloured));
        Assert.Equal([4, 5, 6, 255, 255, 255], Unpacked(coloured!));
    }

    [Fact]
    public void Too_large_too_rare_and_broken_files_are_refused()
    {
        Assert.Equal(PictureOutcome.TooLarge, PictureReading.Read(new byte[PictureReading.LargestFile + 1], out _));
        // 60 bytes that would unpack to 36 million pixels.
        Assert.Equal(PictureOutcome.TooManyPixels, PictureReading.Read(Png(6000, 6000, 2, []), out _));
        Assert.Equal(PictureOutcome.NotSupported, PictureReading.Read("<svg onload=alert(1)>"u8.ToArray(), out _));
        Assert.Equal(PictureOutcome.NotSupported, PictureReading.Read("GIF89a"u8.ToArray(), out _));
        Assert.Equal(PictureOutcome.Damaged, PictureReading.Read(Png(30, 30, 2, [0, 1]), out _));
        Assert.Equal(PictureOutcome.NotSupported, PictureReading.Read(Jpeg(4), out _));
        Assert.Equal(PictureOutcome.Damaged, PictureReading.Read(Jpeg(3)[..20], out _));
    }

    [Fact]
    public void A_photograph_loses_what_it_says_about_its_maker()
    {
        Assert.Equal(PictureOutcome.Taken, PictureReading.Read(Jpeg(3), out var picture));
        Assert.Equal((640, 480, 3, true), (picture!.Width, picture.Height, picture.Channels, picture.IsJpeg));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(picture.Data), StringComparison.Ordinal);
        Assert.Contains("scan", Encoding.Latin1.GetString(picture.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_hostile_files_do_not_throw()
    {
        var random = new Random(9);
        byte[][] sources = [Png(40, 40, 6, new byte[40 * 161]), Png(4, 1, 3, [0, 1, 0, 1, 0], ("PLTE", [1, 2, 3])), Jpeg(3)];
        for (var i = 0; i < 10_000; i++)
        {
            var file = (byte[])sources[i % 3].Clone();
            for (var change = random.Next(1, 6); change > 0; change--) file[random.Next(file.Length)] = (byte)random.Next(256);
            if (i % 7 == 0) file = file[..random.Next(file.Length)];
            if (PictureReading.Read(file, out var picture) != PictureOutcome.Taken) Assert.Null(picture);
        }
    }

    private static byte[] Unpacked(PdfPicture picture)
    {
        using var plain = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(picture.Data), CompressionMode.Decompress)) zlib.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Png(int width, int height, byte kind, byte[] rows, params (string Type, byte[] Data)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, kind);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. more.SelectMany(m => Chunk(m.Type, m.Data)), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];

        // The check sums are not looked at: what is wrong shows in the picture.
        static byte[] Chunk(string type, byte[] data) => [(byte)(data.Length >> 24), (byte)(data.Length >> 16), (byte)(data.Length >> 8), (byte)data.Length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }

    private static byte[] Jpeg(byte channels) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, "Exif GPS 10.77 106.70"u8.ToArray()), .. Segment(0xFE, "made by GPS"u8.ToArray()),
        .. Segment(0xC0, [8, 480 >> 8, 480 & 255, 640 >> 8, 640 & 255, channels, .. new byte[3 * channels]]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. "scan data"u8, 0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lms.Certificates.Pdf.Writing;

internal enum Packing { None, Fast, Smallest }

/// <summary>
/// Objects one after another, the table of where they begin, and the trailer (ISO 32000-1, 7.5). What a process has written
/// once for all its documents, above all the fonts, is a <see cref="Start"/> that each further document begins with.
/// </summary>
internal sealed class PdfFile
{
    // Four bytes above 127 tell whoever copies the file that it is binary (7.5.2).
    private static readonly byte[] Header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];

    /// <summary>Buffers of finished files, for the next: they are large objects, and throwing one away for every page keeps the collector busy.</summary>
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Used = [];

    private readonly ArrayBufferWriter<byte> bytes;
    /// <summary>By number; the first entry stands for object 0, which does not exist. -1: reserved and not written yet.</summary>
    private readonly List<int> offsets;

    public PdfFile()
    {
        bytes = new ArrayBufferWriter<byte>(256 * 1024);
        bytes.Write(Header);
        offsets = [0];
    }

    public PdfFile(Start start)
    {
        if (!Used.TryTake(out var buffer)) buffer = new ArrayBufferWriter<byte>(256 * 1024);
        bytes = buffer;
        bytes.Write(start.Bytes);
        offsets = [.. start.Offsets];
    }

    /// <summary>The beginning of documents that have it in common.</summary>
    public sealed record Start(byte[] Bytes, IReadOnlyList<int> Offsets);

    public Start ToStart() => new(bytes.WrittenSpan.ToArray(), [.. offsets]);

    public int Length => bytes.WrittenCount;

    /// <summary>A number for an object that others name before it is written.</summary>
    public int Reserve()
    {
        offsets.Add(-1);
        return offsets.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    /// <param name="body">Every character is one byte; text of people goes through <see cref="PdfText"/>.</param>
    public void Write(int number, string body)
    {
        Begin(number);
        Append(body);
        Append("\nendobj\n");
    }

    public int AddStream(string entries, ReadOnlySpan<byte> content, Packing packing)
    {
        var number = Reserve();
        WriteStream(number, entries, content, packing);
        return number;
    }

    public void WriteStream(int number, string entries, ReadOnlySpan<byte> content, Packing packing)
    {
        var stored = packing == Packing.None ? content : Flate(content, packing);
        Begin(number);
        Append($"<< {entries} {(packing == Packing.None ? "" : "/Filter /FlateDecode ")}/Length {stored.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n");
        bytes.Write(stored);
        Append("\nendstream\nendobj\n");
    }

    /// <summary>Anything, without a number of its own around it; returns where it begins. For the parts of an object that must be found again.</summary>
    public int Append(string latin)
    {
        var at = bytes.WrittenCount;
        Encoding.Latin1.GetBytes(latin, bytes);
        return at;
    }

    public void Begin(int number)
    {
        offsets[number] = bytes.WrittenCount;
        Append($"{number.ToString(CultureInfo.InvariantCulture)} 0 obj\n");
    }

    /// <summary>The whole file; nothing can be added to it afterwards.</summary>
    /// <param name="id">16 bytes (14.4), the same twice: the file was never changed since it was made.</param>
    public byte[] Finish(int root, int info, ReadOnlySpan<byte> id)
    {
        var table = new StringBuilder($"xref\n0 {offsets.Count}\n0000000000 65535 f \n", 20 * offsets.Count + 300);
        foreach (var offset in offsets.Skip(1)) table.Append(offset.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        var hex = Convert.ToHexString(id);
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count} /Root {root} 0 R /Info {info} 0 R /ID [<{hex}> <{hex}>] >>\nstartxref\n{bytes.WrittenCount}\n%%EOF\n");
        Append(table.ToString());
        var file = bytes.WrittenSpan.ToArray();
        bytes.ResetWrittenCount();
        // The buffer of a whole class would stay for good.
        if (bytes.Capacity <= 1024 * 1024) Used.Add(bytes);
        return file;
    }

    public static byte[] Flate(ReadOnlySpan<byte> plain, Packing packing = Packing.Smallest)
    {
        using var packed = new MemoryStream(plain.Length / 2 + 64);
        using (var zlib = new ZLibStream(packed, packing == Packing.Smallest ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(plain);
        return packed.ToArray();
    }
}

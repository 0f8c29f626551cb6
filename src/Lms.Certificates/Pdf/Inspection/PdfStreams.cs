using System.IO.Compression;
using System.Text;

namespace Lms.Certificates.Pdf.Inspection;

/// <param name="Dictionary">What stands before the content, at most 4 kB of it.</param>
internal sealed record PdfStream(string Dictionary, byte[] Content);

/// <summary>
/// Every stream of a file, unpacked, found by its words and not by the table of objects: a table can lie, and two readers of one
/// file may then see two pages. Bounded in number and in what comes out, because a few bytes can unpack to gigabytes.
/// </summary>
internal static class PdfStreams
{
    private const int Most = 2000, LookBack = 4096, LargestContent = 4 * 1024 * 1024, LargestSum = 24 * 1024 * 1024;

    public static List<PdfStream> Of(byte[] pdf)
    {
        List<PdfStream> found = [];
        var sum = 0;
        for (var at = 0; found.Count < Most && sum < LargestSum;)
        {
            var keyword = IndexOf(pdf, "stream"u8, at);
            if (keyword < 0) break;
            var start = AfterLineEnd(pdf, keyword + "stream".Length);
            if (start < 0)
            {
                at = keyword + 1;
                continue;
            }
            var end = IndexOf(pdf, "endstream"u8, start);
            if (end < 0) break;
            var dictionary = DictionaryBefore(pdf, at, keyword);
            var content = Content(pdf.AsSpan(start, end - start), dictionary);
            sum += content.Length;
            found.Add(new PdfStream(dictionary, content));
            at = end + "endstream".Length;
        }
        return found;
    }

    private static int IndexOf(byte[] pdf, ReadOnlySpan<byte> word, int from)
    {
        var found = pdf.AsSpan(from).IndexOf(word);
        return found < 0 ? -1 : from + found;
    }

    private static int AfterLineEnd(byte[] pdf, int at)
    {
        if (at < pdf.Length && pdf[at] == '\r') at++;
        return at < pdf.Length && pdf[at] == '\n' ? at + 1 : -1;
    }

    private static string DictionaryBefore(byte[] pdf, int from, int to)
    {
        from = Math.Max(from, to - LookBack);
        var text = Encoding.Latin1.GetString(pdf, from, to - from);
        var begin = text.LastIndexOf(" obj", StringComparison.Ordinal);
        return begin < 0 ? text : text[begin..];
    }

    private static byte[] Content(ReadOnlySpan<byte> stored, string dictionary)
    {
        // The line's end before the keyword is not part of the content.
        if (stored.EndsWith("\r\n"u8)) stored = stored[..^2];
        else if (stored.EndsWith("\n"u8)) stored = stored[..^1];
        var isPlain = !dictionary.Contains("/Filter", StringComparison.Ordinal);
        if (isPlain || !dictionary.Contains("/FlateDecode", StringComparison.Ordinal)) return isPlain && stored.Length <= LargestContent ? stored.ToArray() : [];
        using var unpacked = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(stored.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            for (int read; unpacked.Length < LargestContent && (read = zlib.Read(buffer)) > 0;) unpacked.Write(buffer, 0, read);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What came out before the damage still counts.
        }
        return unpacked.ToArray();
    }
}

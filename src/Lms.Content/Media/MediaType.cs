using System.IO.Compression;
using System.Text;

namespace Lms.Content.Media;

/// <summary>
/// A type the library takes, known by its first bytes. SVG and HTML are not among them: a browser runs the
/// scripts in them, in the name of whoever looks at the lesson.
/// </summary>
internal sealed record MediaType(string ContentType, string[] Extensions, Func<byte[], bool> Matches)
{
    private static readonly MediaType[] All =
    [
        new("image/png", [".png"], b => StartsWith(b, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new("image/jpeg", [".jpg", ".jpeg"], b => StartsWith(b, 0, [0xFF, 0xD8, 0xFF])),
        new("image/webp", [".webp"], b => StartsWith(b, 0, "RIFF"u8) && StartsWith(b, 8, "WEBP"u8)),
        new("image/gif", [".gif"], b => StartsWith(b, 0, "GIF87a"u8) || StartsWith(b, 0, "GIF89a"u8)),
        // Matroska shares WebM's first four bytes; the document type within the header tells them apart.
        new("video/webm", [".webm"], b => StartsWith(b, 0, [0x1A, 0x45, 0xDF, 0xA3]) && b.AsSpan(0, Math.Min(b.Length, 64)).IndexOf("webm"u8) > 0),
        new("video/mp4", [".mp4", ".m4v"], b => StartsWith(b, 4, "ftyp"u8)),
        new("application/pdf", [".pdf"], b => StartsWith(b, 0, "%PDF-"u8)),
        new("text/vtt", [".vtt"], IsCaptions),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], b => IsOffice(b, "word/document.xml")),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], b => IsOffice(b, "xl/workbook.xml")),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"], b => IsOffice(b, "ppt/presentation.xml")),
    ];

    public static MediaType? OfBytes(byte[] bytes) => Array.Find(All, t => t.Matches(bytes));

    /// <param name="extension">With its dot, in lower case.</param>
    public static MediaType? OfExtension(string extension) => Array.Find(All, t => t.Extensions.Contains(extension));

    private static bool StartsWith(byte[] bytes, int at, ReadOnlySpan<byte> magic) =>
        bytes.Length >= at + magic.Length && bytes.AsSpan(at, magic.Length).SequenceEqual(magic);

    /// <summary>https://www.w3.org/TR/webvtt1/#file-structure: UTF-8, perhaps a byte order mark, "WEBVTT", then white space or the end.</summary>
    private static bool IsCaptions(byte[] bytes)
    {
        var start = StartsWith(bytes, 0, [0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return StartsWith(bytes, start, "WEBVTT"u8)
            && (bytes.Length == start + 6 || bytes[start + 6] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            && IsUtf8(bytes);
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes) >= 0; }
        catch (DecoderFallbackException) { return false; }
    }

    /// <summary>Only the directory of the archive is read, never an entry: a bomb stays folded. Documents with macros are refused.</summary>
    private static bool IsOffice(byte[] bytes, string mainPart)
    {
        if (!StartsWith(bytes, 0, [0x50, 0x4B, 0x03, 0x04])) return false;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.GetEntry("[Content_Types].xml") is not null && archive.GetEntry(mainPart) is not null
                && !archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

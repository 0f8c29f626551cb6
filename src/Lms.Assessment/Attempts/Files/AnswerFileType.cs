using System.IO.Compression;
using System.Text;

namespace Lms.Assessment.Attempts.Files;

/// <summary>
/// A type of file that answers are taken in, known by its bytes: the name alone says nothing. Wider than what lessons may
/// show, because here nothing but images, PDF and plain text is ever shown; everything else is only downloaded.
/// </summary>
internal sealed record AnswerFileType(string ContentType, string[] Named, Func<byte[], bool> Matches)
{
    /// <summary>Served as a download, whatever it is.</summary>
    public const string Unknown = "application/octet-stream";
    public const string PlainText = "text/plain; charset=utf-8";

    private const string OpenXml = "application/vnd.openxmlformats-officedocument.", OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly AnswerFileType[] All =
    [
        new("application/pdf", [".pdf"], b => Starts(b, 0, "%PDF-"u8)),
        new("image/png", [".png"], b => Starts(b, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new("image/jpeg", [".jpg", ".jpeg"], b => Starts(b, 0, [0xFF, 0xD8, 0xFF])),
        new("image/gif", [".gif"], b => Starts(b, 0, "GIF87a"u8) || Starts(b, 0, "GIF89a"u8)),
        new("image/webp", [".webp"], b => Starts(b, 0, "RIFF"u8) && Starts(b, 8, "WEBP"u8)),
        new("image/heic", [".heic", ".heif"], b => Starts(b, 4, "ftyphei"u8) || Starts(b, 4, "ftyphev"u8) || Starts(b, 4, "ftypmif1"u8) || Starts(b, 4, "ftypmsf1"u8)),
        new(OpenXml + "wordprocessingml.document", [".docx"], b => IsOpenXml(b, "word/document.xml")),
        new(OpenXml + "spreadsheetml.sheet", [".xlsx"], b => IsOpenXml(b, "xl/workbook.xml")),
        new(OpenXml + "presentationml.presentation", [".pptx"], b => IsOpenXml(b, "ppt/presentation.xml")),
        // https://docs.oasis-open.org/office/OpenDocument/v1.3/part2: the first entry, not packed, is the type.
        new(OpenDocument + "text", [".odt"], b => Starts(b, 30, "mimetypeapplication/vnd.oasis.opendocument.text"u8)),
        new(OpenDocument + "spreadsheet", [".ods"], b => Starts(b, 30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8)),
        new(OpenDocument + "presentation", [".odp"], b => Starts(b, 30, "mimetypeapplication/vnd.oasis.opendocument.presentation"u8)),
        // The three of the old Office are one container; which it is only the name says.
        new("application/msword", [".doc"], IsOldOffice),
        new("application/vnd.ms-excel", [".xls"], IsOldOffice),
        new("application/vnd.ms-powerpoint", [".ppt"], IsOldOffice),
        new("application/rtf", [".rtf"], b => Starts(b, 0, "{\\rtf"u8)),
        new("audio/mpeg", [".mp3"], b => Starts(b, 0, "ID3"u8) || (b.Length > 1 && b[0] == 0xFF && (b[1] & 0xE6) == 0xE2)),
        new("audio/wav", [".wav"], b => Starts(b, 0, "RIFF"u8) && Starts(b, 8, "WAVE"u8)),
        new("audio/mp4", [".m4a"], b => Starts(b, 4, "ftyp"u8)),
        new("video/mp4", [".mp4", ".mov"], b => Starts(b, 4, "ftyp"u8)),
        new("video/webm", [".webm"], b => Starts(b, 0, [0x1A, 0x45, 0xDF, 0xA3])),
        new(PlainText, [".txt", ".csv"], b => !b.AsSpan().Contains((byte)0)),
    ];

    /// <summary>What is taken where a question names none.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. All.SelectMany(t => t.Named)];

    /// <param name="extension">With its dot; one that the question takes.</param>
    /// <returns>Null where the bytes are something else than the name says.</returns>
    public static string? Of(string extension, byte[] bytes)
    {
        if (Array.Find(All, t => t.Named.Contains(extension, StringComparer.OrdinalIgnoreCase)) is { } type)
            return !type.Matches(bytes) ? null : type.ContentType == PlainText && !IsUtf8(bytes) ? Unknown : type.ContentType;
        // An author asked for a type by name of which nothing is known here. What is known to be something else it is not.
        return IsProgram(bytes) || All.Any(t => t.ContentType != PlainText && t.Matches(bytes)) ? null : Unknown;
    }

    private static bool Starts(byte[] bytes, int at, ReadOnlySpan<byte> magic) => bytes.AsSpan(Math.Min(at, bytes.Length)).StartsWith(magic);

    private static bool IsOldOffice(byte[] bytes) => Starts(bytes, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Windows, Linux, macOS.</summary>
    private static bool IsProgram(byte[] bytes) => Starts(bytes, 0, "MZ"u8) || Starts(bytes, 0, "\u007fELF"u8)
        || Starts(bytes, 0, [0xCF, 0xFA, 0xED, 0xFE]) || Starts(bytes, 0, [0xCA, 0xFE, 0xBA, 0xBE]);

    /// <summary>Only the directory of the archive is read, never an entry: a bomb stays folded. Documents with macros are refused.</summary>
    private static bool IsOpenXml(byte[] bytes, string mainPart)
    {
        if (!Starts(bytes, 0, [0x50, 0x4B, 0x03, 0x04])) return false;
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

    private static bool IsUtf8(byte[] bytes)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes) >= 0; }
        catch (DecoderFallbackException) { return false; }
    }
}

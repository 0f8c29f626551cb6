using System.IO.Compression;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>The files of a package under their paths, read whole and within limits before anything looks at them.</summary>
internal sealed class QtiPackage
{
    public const int MostBytes = 20_000_000;
    private const int MostEntries = 5000, MostRatio = 250, SmallEnough = 1_000_000;
    private const long MostUnpacked = 100_000_000;

    private readonly Dictionary<string, byte[]> files = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Null where it is no archive, or one that would grow beyond measure.</summary>
    public static QtiPackage? Open(byte[] bytes, List<ImportIssue> issues)
    {
        var package = new QtiPackage();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries) return Refuse(issues, ImportPhrase.FileLimit.With(MostEntries));
            var unpacked = 0L;
            foreach (var entry in archive.Entries)
            {
                if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\')) continue;
                if (Tidy(entry.FullName) is not { } path)
                {
                    issues.Add(new ImportIssue(0, ImportIssueKind.Dropped, Shown(entry.FullName), ImportPhrase.PathOutside));
                    continue;
                }

                // What the archive says of its lengths is not to be trusted, so they are counted while reading.
                var most = (int)Math.Min(Math.Min(MostBytes, MostUnpacked - unpacked), Math.Max(SmallEnough, entry.CompressedLength * MostRatio));
                if (Content(entry, most) is not { } content) return Refuse(issues, ImportPhrase.UnpacksTooLarge.With(Shown(path)));
                unpacked += content.Length;
                package.files[path] = content;
            }

            return package;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            issues.Add(new ImportIssue(0, ImportIssueKind.Unreadable, ImportPhrase.ArchiveDamaged));
            return null;
        }
    }

    public byte[]? Find(string path) => Tidy(path) is { } tidy ? files.GetValueOrDefault(tidy) : null;

    /// <summary>The path a reference means, seen from the file that holds it; null where it leads out of the package or into the web.</summary>
    public static string? Resolve(string from, string reference)
    {
        var plain = Uri.UnescapeDataString(reference.Split('?', '#')[0].Trim());
        if (plain.Length == 0 || plain.Contains("://", StringComparison.Ordinal)) return null;
        var folder = from.Contains('/', StringComparison.Ordinal) ? from[..(from.LastIndexOf('/') + 1)] : "";
        return Tidy(plain.StartsWith('/') ? plain.TrimStart('/') : folder + plain);
    }

    private static string? Tidy(string path)
    {
        var parts = new List<string>();
        if (path.StartsWith('/') || path.StartsWith('\\') || path.Contains('\0') || path.Contains(':')) return null;
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    private static byte[]? Content(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (content.Length + read > most) return null;
            content.Write(piece, 0, read);
        }

        return content.ToArray();
    }

    private static QtiPackage? Refuse(List<ImportIssue> issues, ImportDetail limit)
    {
        issues.Add(new ImportIssue(0, ImportIssueKind.TooLarge, limit));
        return null;
    }

    private static string Shown(string path) => path.Length <= 200 ? path : path[..200];
}

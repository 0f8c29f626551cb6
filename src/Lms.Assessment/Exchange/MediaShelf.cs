using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange;

/// <summary>The files that came along. Two questions may each bring an "image.png" of their own, so a file may get another name here.</summary>
internal sealed partial class MediaShelf
{
    private readonly Dictionary<string, ImportedMedia> kept = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ImportedMedia> All => [.. kept.Values];

    /// <returns>The name it is kept under.</returns>
    public string Add(string name, byte[] bytes)
    {
        var plain = Unfit().Replace(name.Replace('\\', '/').Split('/')[^1].Normalize(), "-").Trim('.', '-');
        if (plain.Length > 100) plain = plain[^100..];
        if (plain.Length == 0) plain = "file";
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? plain : $"{Path.GetFileNameWithoutExtension(plain)}-{number}{Path.GetExtension(plain)}";
            if (!kept.TryGetValue(candidate, out var other))
            {
                kept.Add(candidate, new ImportedMedia(candidate, bytes));
                return candidate;
            }

            if (other.Bytes.AsSpan().SequenceEqual(bytes)) return candidate;
        }
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}._-]", RegexOptions.CultureInvariant)]
    private static partial Regex Unfit();
}

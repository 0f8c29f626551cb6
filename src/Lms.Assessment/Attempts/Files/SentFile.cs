using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Assessment.Attempts.Files;

/// <summary>A file as it came, once name, type and bytes agree.</summary>
internal sealed record SentFile(string Name, string ContentType, string Sha256, byte[] Bytes)
{
    private const int LongestStem = 120;

    /// <param name="bytes">Within the limit of the question.</param>
    public static (FileOutcome Outcome, SentFile? File) Of(string name, byte[] bytes, FileLimits limits)
    {
        if (bytes.Length == 0) return (FileOutcome.Empty, null);
        var taken = limits.Extensions.Count > 0 ? limits.Extensions : AnswerFileType.Extensions;
        // The longest, so that where ".tar.gz" is taken it is not read as ".gz".
        if (taken.Where(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length) is not { } extension) return (FileOutcome.TypeNotTaken, null);
        if (AnswerFileType.Of(extension, bytes) is not { } type) return (FileOutcome.ContentDoesNotMatchName, null);
        return (FileOutcome.Saved, new SentFile(SafeName(name, extension), type, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes));
    }

    /// <summary>
    /// Names end up in pages, headers and folders of people who download. A client may send a whole path; and signs that turn
    /// the direction of writing can make "…fdp.exe" read "…exe.pdf".
    /// </summary>
    private static string SafeName(string name, string extension)
    {
        var last = name.Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var kept = last[..Math.Max(0, last.Length - extension.Length)].Where(c => !char.IsSurrogate(c) && !":*?\"<>|%#;".Contains(c)
            && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
        var stem = new string([.. kept]).Trim(' ', '.');
        return (stem.Length == 0 ? "tep" : stem.Length > LongestStem ? stem[..LongestStem].TrimEnd() : stem) + extension.ToLowerInvariant();
    }
}

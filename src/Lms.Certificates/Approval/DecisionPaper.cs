using System.Security.Cryptography;
using System.Text;

namespace Lms.Certificates.Approval;

/// <summary>
/// A file from outside, before it is stored and later opened by others: a PDF by its own marks, not too large, and without
/// what acts when it is opened. What hides inside compressed parts is not looked for: the file is only ever downloaded,
/// never shown within our pages.
/// </summary>
internal static class DecisionPaper
{
    public const int MostBytes = 5 * 1024 * 1024;
    private static readonly byte[][] Active = [.. new[] { "/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA" }.Select(Encoding.ASCII.GetBytes)];

    public static DecisionFileProblem ProblemOf(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return DecisionFileProblem.Empty;
        if (content.Length > MostBytes) return DecisionFileProblem.TooLarge;
        var end = content[Math.Max(0, content.Length - 1024)..];
        if (!content.StartsWith("%PDF-"u8) || end.IndexOf("%%EOF"u8) < 0) return DecisionFileProblem.NotAPdf;
        foreach (var mark in Active)
            if (content.IndexOf(mark) >= 0) return DecisionFileProblem.ActiveContent;
        return DecisionFileProblem.None;
    }

    /// <summary>Without folders and control characters, short, and ending as what it is.</summary>
    public static string NameOf(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var letters = new string([.. PrintedText.Clean(last).Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')')]).Trim(' ', '.');
        if (letters.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) letters = letters[..^4];
        letters = letters.Length > 100 ? letters[..100] : letters;
        return (letters.Length == 0 ? "quyet-dinh" : letters) + ".pdf";
    }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

namespace Lms.Web.Features.Verification.Batches;

using Lms.Certificates.Verification;
using Lms.Spreadsheets;

/// <param name="Given">As it was typed, or the name of the file.</param>
/// <param name="Note">Key of a sentence of <see cref="VerificationText"/> about this line; null where there is nothing to add.</param>
/// <param name="IsAltered">Of a file: then its standing says nothing of what it shows.</param>
public sealed record BatchLine(int Number, string Given, VerificationResult Result, string? Note = null, bool IsAltered = false)
{
    public string WordKey => IsAltered ? "DocumentAltered" : $"Word{Result.Standing}";
}

public sealed record BatchResult(IReadOnlyList<BatchLine> Lines, DateTime CheckedAt)
{
    /// <summary>How often each word was found, the keys of the words in the order of the standings.</summary>
    public IEnumerable<(string WordKey, int Count)> Counts => Lines.GroupBy(l => (l.IsAltered, l.Result.Standing)).OrderBy(g => g.Key.IsAltered).ThenBy(g => g.Key.Standing)
        .GroupBy(g => g.First().WordKey).Select(g => (g.Key, g.Sum(lines => lines.Count())));
}

/// <summary>The codes of a list, however it was given.</summary>
internal static class BatchList
{
    public const int MostCodes = 1_000, MostFiles = 200;
    public const long LargestRequest = 50L * 1024 * 1024;
    private static readonly char[] Between = ['\n', '\r', ',', ';', '\t'];

    public static List<string> Typed(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(t => t.Length > 0).Select(CodeIn)];

    /// <summary>Of each row the first cell that holds a code; else the first that holds anything, so that a mistyped code is answered too. A first row without any code is a heading.</summary>
    public static (List<string> Codes, SheetProblem? Problem) Of(Stream file)
    {
        var (rows, problem) = SheetReader.Read(file);
        var codes = rows.Select(row => row.Cells.Select(CodeIn).FirstOrDefault(IsCode) is { } code ? (Text: code, IsCode: true) : (Text: row.Cells.First(c => c.Length > 0), IsCode: false)).ToList();
        if (codes is [{ IsCode: false }, _, ..]) codes.RemoveAt(0);
        return ([.. codes.Select(c => c.Text)], problem);
    }

    private static bool IsCode(string text) => CertificateCode.TryParse(text, out _);

    /// <summary>Lists often hold the address of the public page, as scanners give it.</summary>
    private static string CodeIn(string text) =>
        text.LastIndexOf('/') is var slash and >= 0 && IsCode(text[(slash + 1)..]) ? text[(slash + 1)..] : text;
}

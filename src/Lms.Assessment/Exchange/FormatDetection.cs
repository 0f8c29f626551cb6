using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange;

/// <summary>What a file is, by what it holds; the name only decides between formats that look alike.</summary>
internal static partial class FormatDetection
{
    public static bool IsArchive(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8);

    public static QuestionFormat OfArchive(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.GetEntry("xl/workbook.xml") is null ? QuestionFormat.Qti : QuestionFormat.Xlsx;
        }
        catch (InvalidDataException)
        {
            return QuestionFormat.Xlsx; // whose reader says what is wrong with it
        }
    }

    /// <summary>Null where it is none of them.</summary>
    public static QuestionFormat? OfText(string text, string fileName)
    {
        var root = Root().Match(text);
        if (root.Success) return root.Groups["name"].Value == "quiz" ? QuestionFormat.MoodleXml : QtiRoot().IsMatch(root.Groups["name"].Value) ? QuestionFormat.Qti : null;
        if (text.TrimStart().StartsWith('<')) return null;
        if (fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return QuestionFormat.Xlsx;
        if (AikenAnswer().IsMatch(text) && AikenOption().IsMatch(text)) return QuestionFormat.Aiken;
        if (fileName.Contains("missingword", StringComparison.OrdinalIgnoreCase)) return QuestionFormat.MissingWord;
        return GiftMark().IsMatch(text) || fileName.EndsWith(".gift", StringComparison.OrdinalIgnoreCase) ? QuestionFormat.Gift : null;
    }

    [GeneratedRegex(@"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,20000}-->\s*|<\?[^>]{0,1000}\?>\s*){0,20}<(?:[A-Za-z_][\w.\-]{0,40}:)?(?<name>[A-Za-z_][\w.\-]{0,60})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Root();

    [GeneratedRegex("^(?:assessmentItem|assessmentTest|assessmentSection|assessmentStimulus|qti-assessment-item|qti-assessment-test|qti-assessment-section|manifest|questestinterop)$", RegexOptions.CultureInvariant)]
    private static partial Regex QtiRoot();

    [GeneratedRegex(@"^[ \t]*(?:ANSWER|ĐÁP ÁN)[ \t]*:[ \t]*[A-Z]\b", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AikenAnswer();

    [GeneratedRegex(@"^[ \t]*[A-Z][.)]", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex AikenOption();

    [GeneratedRegex(@"(?<!\\)\{|^::|^\$CATEGORY:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex GiftMark();
}

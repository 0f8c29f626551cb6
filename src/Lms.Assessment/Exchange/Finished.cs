using System.Globalization;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange;

/// <summary>The last step of every reader: the rules of our own questions are asked, and a question without a title gets one.</summary>
internal static class Finished
{
    private const int LongestTitle = 300, LongestVerbatim = 20_000;

    public static ImportedQuestion Check(ImportedQuestion question)
    {
        ReadingTime.Check();
        var title = question.Title.Trim();
        if (title.Length == 0 && question.Definition is { } shown) title = PlainText.Line(shown.Prompt, LongestTitle);
        var problems = question.Definition is not { } definition ? [] : QuestionRules.Problems(Draft(definition))
            .Select(p => new ImportIssue(question.Line, ImportIssueKind.InvalidQuestion, p.Field, p.Kind.ToString())).ToList();
        List<ImportIssue> issues = [.. question.Issues, .. problems];
        return question with
        {
            Title = title.Length > LongestTitle ? PlainText.Line(title, LongestTitle) : title,
            Issues = issues,
            Verbatim = issues.Count == 0 ? null : question.Verbatim is { Length: > LongestVerbatim } found ? RichText.Clean(found[..LongestVerbatim]) : question.Verbatim,
        };
    }

    /// <summary>Points as files write them; 1 where there is no sensible number, with an issue.</summary>
    public static decimal Points(string text, int line, List<ImportIssue> issues)
    {
        if (text.Trim().Length == 0) return 1m;
        if (decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points is >= 0m and <= 10_000m) return points;
        issues.Add(new ImportIssue(line, ImportIssueKind.Dropped, ImportPhrase.PointsText.With(text.Trim()), ImportPhrase.OneTaken));
        return 1m;
    }

    /// <summary>Paths of categories: markers of the place it came from go, a slash within a name becomes another sign.</summary>
    public static string Category(string path)
    {
        var parts = path.Replace("//", "\u2215", StringComparison.Ordinal).Split('/').Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        while (parts.Count > 0 && (parts[0] is "top" || (parts[0].StartsWith('$') && parts[0].EndsWith('$')))) parts.RemoveAt(0);
        return RichText.Clean(string.Join('/', parts));
    }

    private static QuestionDraft Draft(QuestionDefinition definition) => new("import", 2, "", definition);
}

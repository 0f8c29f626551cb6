using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>How a text in a file is written; the names are Moodle's.</summary>
internal enum TextFormat { Html, Markdown, Plain, Moodle }

/// <summary>What a text of any format becomes on its way in: Markdown for what is shown, bare words for what is compared.</summary>
/// <param name="media">The name a file got on the shelf, or null where the file does not hold it.</param>
/// <param name="report">Told of every element that is left out.</param>
internal sealed partial class RichText(Func<string, string?> media, Action<ImportIssueKind, ImportDetail, ImportDetail> report)
{
    private const int LongestSource = 100_000;

    public static TextFormat Format(string? name, TextFormat ifNone) => name?.Trim().ToLowerInvariant() switch
    {
        "html" or "1" => TextFormat.Html,
        "markdown" or "4" => TextFormat.Markdown,
        "plain_text" or "plain" or "2" => TextFormat.Plain,
        "moodle_auto_format" or "moodle" or "0" => TextFormat.Moodle,
        _ => ifNone,
    };

    public string ToMarkdown(string source, TextFormat format)
    {
        ReadingTime.Check();
        var text = Clean(source);
        if (text.Length > LongestSource)
        {
            report(ImportIssueKind.TooLarge, ImportPhrase.TextLimit.With(LongestSource), "");
            text = Clean(text[..LongestSource]);
        }

        return format switch
        {
            TextFormat.Html => FromHtml(text),
            TextFormat.Markdown => FromMarkdown(text),
            TextFormat.Plain => MarkdownEscape.Text(text),
            TextFormat.Moodle => LooksLikeHtml().IsMatch(text) ? FromHtml(text.Trim().Replace("\n", "<br>", StringComparison.Ordinal)) : MarkdownEscape.Text(text),
        };
    }

    /// <summary>Bare words, for answers that are compared with what is typed.</summary>
    public string ToWords(string source, TextFormat format)
    {
        var text = Clean(source).Trim();
        if (text.Length > LongestSource) text = Clean(text[..LongestSource]);
        return format is TextFormat.Html or TextFormat.Moodle && LooksLikeHtml().IsMatch(text) ? PlainText.Of(FromHtml(text)) : text;
    }

    /// <summary>Without control characters and half characters: neither can be stored.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(c => char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF')) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && (!char.IsControl(text[i]) || text[i] is '\n' or '\t') && text[i] is not ('\uFFFE' or '\uFFFF')) kept.Append(text[i]);
        }

        return kept.ToString().Normalize();
    }

    private string FromHtml(string html) => new HtmlMarkdown(media, report).Convert(html);

    /// <summary>Raw HTML is no part of our Markdown: its marks go, scripts with all they hold. What stands in backticks is left alone.</summary>
    private string FromMarkdown(string markdown)
    {
        var text = markdown;
        // What is left when a mark is taken out may be another mark.
        for (var (round, before) = (0, ""); round < 5 && text != before && text.Contains('<'); round++)
        {
            before = text;
            text = RawHtml().Replace(text, WithoutMark);
        }

        return RunningScheme().Replace(LinkTarget().Replace(text, match =>
        {
            var target = match.Groups["target"].Value;
            if (target.StartsWith("@@PLUGINFILE@@/", StringComparison.Ordinal)) return $"]({HtmlMarkdown.Stored(media, report, target)}";
            return HtmlMarkdown.IsHarmless(target) ? match.Value : "](#";
        }), "#").Trim();
    }

    private string WithoutMark(Match match)
    {
        if (match.Groups["code"].Success) return match.Value;
        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (name.Length > 0 && name is not ("br" or "p" or "div" or "span")) report(ImportIssueKind.Dropped, $"<{name}>", ImportPhrase.MarkdownOnly);
        return name == "br" ? "  \n" : "";
    }

    [GeneratedRegex(@"<[A-Za-z/!][^<>]*>|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeHtml();

    [GeneratedRegex(@"(?<code>(?<!\\)(?<tick>`{1,3})[^`]+\k<tick>)|(?<!\\)<(?<name>script|style|iframe|object)\b[^>]{0,1000}>(?>(?:[^<]|<(?!/\k<name>))*)(?:</\k<name>[^>]*(?:>|$)|$)|(?<!\\)<!--(?:[^-]|-(?!->))*(?:-->|$)|(?<!\\)</?(?<name>[A-Za-z][A-Za-z0-9\-]*)(?:\s[^<>]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"(?<=\]:\s{0,3}<?|<)(?:javascript|vbscript|data)\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RunningScheme();

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^\s()<>]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkTarget();
}

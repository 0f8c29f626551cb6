using System.Text.RegularExpressions;
using Markdig;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>The words of a Markdown text, without its marks.</summary>
public static partial class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseListExtras().Build();

    public static string Of(string markdown)
    {
        if (!Marks().IsMatch(markdown)) return markdown.Trim();
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline).Trim();
        }
        catch (ArgumentException) // nested too deeply for the parser
        {
            return markdown.Trim();
        }
    }

    /// <summary>On one line, at most so many characters.</summary>
    public static string Line(string markdown, int longest)
    {
        // Only the beginning is wanted, and a stranger's text may be long.
        if (markdown.Length > 10 * longest) markdown = markdown[..(char.IsHighSurrogate(markdown[10 * longest - 1]) ? 10 * longest - 1 : 10 * longest)];
        var line = string.Join(' ', Of(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return $"{line[..end]}…";
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#&|~^=+\n!]|^\s|^[-0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

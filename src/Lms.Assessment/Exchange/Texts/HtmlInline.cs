using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>What stands within a line of HTML: emphasis, code, links, images.</summary>
internal sealed partial class HtmlInline(Func<string, string?> media, Action<ImportIssueKind, ImportDetail, ImportDetail> report)
{
    private const int DeepestNesting = 80;

    public static bool IsTransparent(string name) => name is "span" or "font" or "label" or "small" or "big" or "abbr" or "cite" or "dfn" or "time" or "bdi" or "bdo" or "tbody" or "nobr" or "noscript" or "wbr" or "mark" or "var" or "legend" or "summary" or "details" or "o:p";
    public static bool IsVoid(string name) => name is "br" or "img" or "hr" or "input" or "meta" or "link" or "col" or "source" or "wbr" or "area" or "base" or "embed" or "param" or "track";
    public static bool IsForbidden(string name) => name is "script" or "style" or "template" or "iframe" or "object" or "embed" or "applet" or "svg" or "math" or "audio" or "video" or "canvas" or "input" or "button" or "select" or "textarea" or "link" or "meta" or "base" or "title" or "head" or "noembed" or "noframes" or "frameset" or "frame";

    /// <summary>All that an element holds, on one line.</summary>
    public string Line(IElement element, int depth) => Spaces().Replace(Inner(element, depth).Replace("  \n", " ", StringComparison.Ordinal), " ").Trim();

    public string Of(IElement element, int depth)
    {
        if (depth > DeepestNesting) return IsForbidden(element.LocalName) ? "" : MarkdownEscape.Inline(Spaces().Replace(element.TextContent, " "));
        switch (element.LocalName)
        {
            case "br": return "  \n";
            case "strong" or "b": return Marked(element, depth, "**");
            case "em" or "i": return Marked(element, depth, "*");
            case "s" or "strike" or "del": return Marked(element, depth, "~~");
            case "u" or "ins": return Marked(element, depth, "++");
            case "sub": return Marked(element, depth, "~");
            case "sup": return Marked(element, depth, "^");
            case "code" or "kbd" or "tt" or "samp": return Code(element.TextContent);
            case "a": return Link(element, depth);
            case "img": return Image(element);
        }

        if (!IsForbidden(element.LocalName)) return Inner(element, depth);
        report(ImportIssueKind.Dropped, $"<{element.LocalName}>", ImportPhrase.TextMayHold);
        return "";
    }

    private string Inner(IElement element, int depth)
    {
        var text = new StringBuilder();
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child)
            {
                var inner = Of(child, depth + 1);
                // Blocks within a line: their words must not run together.
                if (child.LocalName is "p" or "div" or "li" or "td" or "tr" && text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
                text.Append(inner);
            }
            else if (node is not IComment)
            {
                text.Append(MarkdownEscape.Inline(Spaces().Replace(node.NodeValue ?? "", " ")));
            }
        }

        return text.ToString();
    }

    /// <summary>Marks hug the words: what spaces stand inside go outside.</summary>
    private string Marked(IElement element, int depth, string mark)
    {
        var inner = Inner(element, depth);
        var words = inner.Trim();
        if (words.Length == 0) return inner;
        if (words.Contains('\n') || words.StartsWith(mark[0]) || words.EndsWith(mark[0])) return inner; // marks neither cross lines nor nest in their like
        if (mark is "~" or "^" && words.Contains(' ')) return inner;
        var start = inner.IndexOf(words, StringComparison.Ordinal);
        return $"{inner[..start]}{mark}{words}{mark}{inner[(start + words.Length)..]}";
    }

    private static string Code(string text)
    {
        var line = Spaces().Replace(text, " ").Trim();
        return line.Length == 0 ? "" : line.Contains('`') ? $"``` {line} ```" : $"`{line}`";
    }

    private string Link(IElement element, int depth)
    {
        var words = Inner(element, depth);
        var address = (element.GetAttribute("href") ?? "").Trim();
        if (address.StartsWith("@@PLUGINFILE@@/", StringComparison.Ordinal)) address = HtmlMarkdown.Stored(media, report, address);
        if (address.Length == 0 || words.Trim().Length == 0) return words;
        if (HtmlMarkdown.IsHarmless(address)) return $"[{words.Trim().Replace("]", "\\]", StringComparison.Ordinal)}]({Address(address)})";
        report(ImportIssueKind.Dropped, ImportPhrase.AddressNamed.With(address.Length > 60 ? address[..60] : address), ImportPhrase.WebAndMailOnly);
        return words;
    }

    private string Image(IElement element)
    {
        var address = (element.GetAttribute("src") ?? "").Trim();
        var words = Spaces().Replace(element.GetAttribute("alt") ?? "", " ").Trim().Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return $"![{words}]({Address(address)})";
        var stored = address.Length == 0 ? "" : HtmlMarkdown.Stored(media, report, address);
        return stored.Length > 0 ? $"![{words}]({stored})" : words;
    }

    private static string Address(string address) => address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[ \t\r\n\f\u00A0]+", RegexOptions.CultureInvariant)]
    internal static partial Regex Spaces();
}

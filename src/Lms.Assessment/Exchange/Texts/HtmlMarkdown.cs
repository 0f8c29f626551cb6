using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>
/// HTML as Markdown, as far as Markdown goes: paragraphs, emphasis, lists, tables, code, links, images. It takes from the
/// document what it knows and writes that anew, so no script, handler, style or frame can come through.
/// </summary>
internal sealed partial class HtmlMarkdown(Func<string, string?> media, Action<ImportIssueKind, ImportDetail, ImportDetail> report)
{
    private const int DeepestNesting = 60, DeepestMarkup = 1000;

    public string Convert(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return MarkdownEscape.LineStart(MarkdownEscape.Inline(HtmlInline.Spaces().Replace(html, " ").Trim()));
        if (Depth(html) > DeepestMarkup)
        {
            report(ImportIssueKind.Dropped, ImportPhrase.MarkupOfText, ImportPhrase.TooDeep);
            return MarkdownEscape.Text(Tag().Replace(html, " "));
        }

        var body = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html).Body;
        return body is null ? "" : string.Join("\n\n", Blocks(body, 0));
    }

    /// <summary>What a link in our texts may lead to.</summary>
    public static bool IsHarmless(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || url.StartsWith('#') || url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("/media/", StringComparison.Ordinal);

    /// <summary>"file:NAME" for a file that came along; "" where it did not.</summary>
    public static string Stored(Func<string, string?> media, Action<ImportIssueKind, ImportDetail, ImportDetail> report, string address)
    {
        var name = Uri.UnescapeDataString(address.Replace("@@PLUGINFILE@@/", "", StringComparison.Ordinal).Split('?')[0]);
        if (media(name) is { } stored) return $"file:{stored}";
        report(ImportIssueKind.MediaMissing, name.Length > 200 ? name[..200] : name, "");
        return "";
    }

    private List<string> Blocks(INode parent, int depth)
    {
        var blocks = new List<string>();
        var line = new StringBuilder();
        Walk(parent, blocks, line, depth);
        Close(blocks, line);
        return blocks;
    }

    private void Walk(INode parent, List<string> blocks, StringBuilder line, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element || depth > DeepestNesting)
            {
                if (node is not IComment) line.Append(MarkdownEscape.Inline(HtmlInline.Spaces().Replace(node is IElement deep ? Words(deep) : node.NodeValue ?? "", " ")));
                continue;
            }

            if (Block(element, depth + 1) is { } own)
            {
                Close(blocks, line);
                blocks.AddRange(own);
            }
            else if (HtmlInline.IsTransparent(element.LocalName)) Walk(element, blocks, line, depth + 1);
            else line.Append(new HtmlInline(media, report).Of(element, depth + 1));
        }
    }

    private static string Words(IElement element) => HtmlInline.IsForbidden(element.LocalName) ? "" : element.TextContent;

    /// <summary>Null where the element stands within a line.</summary>
    private List<string>? Block(IElement element, int depth) => element.LocalName switch
    {
        "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "aside" or "center" or "figure" or "figcaption" or "address" or "dl" or "dt" or "dd" or "fieldset" or "form" => Blocks(element, depth),
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Heading(element, depth),
        "ul" or "ol" => [List(element, depth)],
        "blockquote" => [Prefixed(string.Join("\n\n", Blocks(element, depth)), "> ")],
        "pre" => [Fenced(element.TextContent.Trim('\n'))],
        "hr" => ["---"],
        "table" => [HtmlTable.Of(element, cell => new HtmlInline(media, report).Line(cell, depth))],
        _ => null,
    };

    private List<string> Heading(IElement element, int depth)
    {
        var text = new HtmlInline(media, report).Line(element, depth);
        return text.Length == 0 ? [] : [$"{new string('#', element.LocalName[1] - '0')} {text}"];
    }

    private string List(IElement list, int depth)
    {
        var lines = new List<string>();
        var number = 1;
        foreach (var item in list.Children)
        {
            var text = item.LocalName is "ul" or "ol" ? List(item, depth + 1) : string.Join("\n\n", depth > DeepestNesting ? [Words(item).Trim()] : Blocks(item, depth + 1));
            if (text.Length == 0) continue;
            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            var rest = text.Split('\n').Select((l, i) => i == 0 ? mark + l : l.Length == 0 ? "" : new string(' ', mark.Length) + l);
            lines.Add(string.Join('\n', rest));
        }

        return string.Join('\n', lines);
    }

    private static string Prefixed(string text, string prefix) => string.Join('\n', text.Split('\n').Select(l => (prefix + l).TrimEnd()));

    private static string Fenced(string code) => code.Contains("```", StringComparison.Ordinal) ? $"~~~~\n{code}\n~~~~" : $"```\n{code}\n```";

    private static void Close(List<string> blocks, StringBuilder line)
    {
        var lines = line.ToString().Trim().Split('\n').Select(l => MarkdownEscape.LineStart(l.TrimStart())).ToArray();
        if (lines is not [""]) blocks.Add(string.Join('\n', lines).TrimEnd());
        line.Clear();
    }

    /// <summary>An upper bound of how deep the parser would nest: each name's open tags less its closed ones.</summary>
    private static int Depth(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, deepest) = (0, 0);
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (HtmlInline.IsVoid(name.ToLowerInvariant())) continue;
            var count = open.GetValueOrDefault(name);
            if (tag.Groups["end"].Length == 0) (open[name], depth) = (count + 1, depth + 1);
            else if (count > 0) (open[name], depth) = (count - 1, depth - 1);
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    [GeneratedRegex("<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9:-]{0,40})[^<>]*>?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}

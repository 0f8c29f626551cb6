using System.Net;
using System.Text;
using Lms.Assessment.Exchange.Texts;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>The texts of an item as Markdown. What is part of the game (interactions, feedback, rules) is left to who asks.</summary>
/// <param name="media">The name under which a file that the item refers to is kept; null where it is not there.</param>
internal sealed class QtiProse(Func<string, string?> media, List<ImportIssue> issues)
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "feedbackBlock", "feedbackInline", "rubricBlock", "stylesheet", "script", "style", "catalogInfo", "templateBlock", "templateInline", "companionMaterialsInfo", "annotation", "annotation-xml",
    };

    private readonly Dictionary<QtiNode, string> labels = [];

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "img", "hr", "col", "wbr" };

    /// <param name="instead">Text to stand for an element; null takes it as it is.</param>
    public string Markdown(QtiNode node, Func<QtiNode, string?>? instead = null) => Markdown(node.Content, node.Line, instead);

    public string Markdown(IEnumerable<object> content, int line, Func<QtiNode, string?>? instead = null)
    {
        var html = new StringBuilder();
        Append(html, content, instead ?? (_ => null));
        return RichText.Clean(new HtmlMarkdown(media, (kind, first, second) => issues.Add(new ImportIssue(line, kind, first, second))).Convert(html.ToString()));
    }

    /// <summary>On one line. Asked for again and again while ways of scoring are tried, it is made once, and its issues are told once.</summary>
    public string Label(QtiNode node)
    {
        if (!labels.TryGetValue(node, out var label)) labels[node] = label = Markdown(node).Replace("  \n", " ", StringComparison.Ordinal).Replace("\n\n", " ", StringComparison.Ordinal).Trim();
        return label;
    }

    /// <summary>"file:NAME" also where the file is missing, which is then told.</summary>
    public string File(string address, int line)
    {
        if (media(address) is { } name) return $"file:{name}";
        issues.Add(new ImportIssue(line, ImportIssueKind.MediaMissing, address.Length > 200 ? address[..200] : address));
        return $"file:{address.Split('/')[^1]}";
    }

    public static string Html(IEnumerable<object> content, Func<QtiNode, string?> instead)
    {
        var html = new StringBuilder();
        Append(html, content, instead);
        return html.ToString();
    }

    private static void Append(StringBuilder html, IEnumerable<object> content, Func<QtiNode, string?> instead)
    {
        foreach (var part in content)
        {
            if (part is string text) html.Append(WebUtility.HtmlEncode(text));
            else if (part is QtiNode node) Append(html, node, instead);
        }
    }

    private static void Append(StringBuilder html, QtiNode node, Func<QtiNode, string?> instead)
    {
        if (instead(node) is { } other)
        {
            html.Append(other);
            return;
        }

        if (Silent.Contains(node.Name)) return;
        switch (node.Name)
        {
            case "printedVariable":
                html.Append('{').Append(WebUtility.HtmlEncode(node["identifier"] ?? "")).Append('}');
                return;
            case "math":
                html.Append(WebUtility.HtmlEncode(string.Join(' ', node.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
                return;
            case "object" or "picture" when Image(node) is { } image:
                Attribute(Attribute(html.Append("<img"), "src", image), "alt", node["aria-label"] ?? node.Text.Trim()).Append('>');
                return;
            case "prompt" or "contentBody":
                html.Append("<div>");
                Append(html, node.Content, instead);
                html.Append("</div>");
                return;
        }

        html.Append('<').Append(node.Name);
        foreach (var (name, value) in node.Attributes)
            if (name is "src" or "href" or "alt" or "title" or "colspan" or "rowspan" or "start") Attribute(html, name, value);
        html.Append('>');
        if (Void.Contains(node.Name)) return;
        Append(html, node.Content, instead);
        html.Append("</").Append(node.Name).Append('>');
    }

    private static StringBuilder Attribute(StringBuilder html, string name, string value) => html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');

    /// <summary>The address of the image that an object element shows; null where it shows something else.</summary>
    public static string? Image(QtiNode node)
    {
        if (node.Name == "img") return node["src"];
        if (node.Name == "picture") return node.Descendants().FirstOrDefault(e => e.Name == "img")?["src"];
        var data = node["data"];
        return data is null || !((node["type"] ?? "").StartsWith("image/", StringComparison.Ordinal) || data.Split('.')[^1].ToLowerInvariant() is "png" or "jpg" or "jpeg" or "gif" or "svg" or "webp") ? null : data;
    }
}

using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Lms.Assessment.Exchange.Texts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>Markdown as the HTML that items hold, and the files it shows.</summary>
internal sealed partial class QtiMarkup(IReadOnlySet<string> media, ExportLog log)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseListExtras().Build();

    public const string Folder = "media/";

    public HashSet<string> Used { get; } = [];

    public void NextItem() => Used.Clear();

    /// <param name="field">What stands for a [[gap]]; null leaves the mark as it is.</param>
    /// <param name="isVariable">Whether {name} stands for a drawn value; null where nothing is drawn.</param>
    public IEnumerable<XNode> Blocks(string markdown, Func<int, XElement>? field = null, Func<string, bool>? isVariable = null)
    {
        var content = Html(markdown);
        if (isVariable is not null) FillValues(content, isVariable);
        if (field is not null) Fill(content, field);
        return [.. content.Nodes().Where(n => n is not XText text || text.Value.Trim().Length > 0)];
    }

    /// <summary>Without the paragraph around it where it is only one.</summary>
    public IEnumerable<XNode> Line(string markdown)
    {
        var blocks = Blocks(markdown).ToList();
        return blocks is [XElement { Name.LocalName: "p" } only] ? only.Nodes() : blocks;
    }

    public string Address(string reference)
    {
        if (!reference.StartsWith("file:", StringComparison.Ordinal)) return reference;
        var name = Uri.UnescapeDataString(reference["file:".Length..]);
        if (media.Contains(name)) Used.Add(name);
        else log.Lost($"the file {name}", "it was not handed over");
        return Folder + Uri.EscapeDataString(name);
    }

    private XElement Html(string markdown)
    {
        try
        {
            var document = Markdown.Parse(RichText.Clean(markdown), Pipeline);
            foreach (var link in document.Descendants<LinkInline>()) link.Url = Address(link.Url ?? "");
            var content = XElement.Parse($"<div xmlns=\"{QtiElements.Space}\">{document.ToHtml(Pipeline)}</div>", LoadOptions.PreserveWhitespace);
            return content;
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return new XElement(QtiElements.Space + "div", new XElement(QtiElements.Space + "p", RichText.Clean(markdown)));
        }
    }

    /// <summary>A list of choices does not fit a paragraph, so the paragraph around it becomes a plain block.</summary>
    private static void Fill(XElement content, Func<int, XElement> field)
    {
        foreach (var text in content.DescendantNodes().OfType<XText>().ToList())
        {
            var parts = Mark().Split(text.Value);
            if (parts.Length == 1) continue;
            var nodes = parts.Select((part, i) => i % 2 == 0 ? (object)new XText(part) : field(int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))).ToList();
            if (nodes.OfType<XElement>().Any(e => e.Name.LocalName == "qti-choice-interaction") && text.Parent is { Name.LocalName: "p" } paragraph) paragraph.Name = QtiElements.Space + "div";
            text.ReplaceWith([.. nodes]);
        }
    }

    private static void FillValues(XElement content, Func<string, bool> isVariable)
    {
        foreach (var text in content.DescendantNodes().OfType<XText>().ToList())
        {
            var parts = Value().Split(text.Value);
            if (parts.Length > 1) text.ReplaceWith([.. parts.Select((part, i) => i % 2 == 0 ? new XText(part) : isVariable(part) ? (object)QtiElements.Q("printed-variable", QtiElements.A("identifier", part)) : new XText($"{{{part}}}"))]);
        }
    }

    [GeneratedRegex(@"\{([^{}\s]{1,40})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"\[\[([0-9]{1,3})\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}

using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Theming;

/// <summary>Authored text as HTML. Raw HTML in it is shown as text, so nothing an author writes can run in a trainee's browser.</summary>
public sealed class LessonMarkdown
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoIdentifiers().UseFootnotes().UseEmphasisExtras().UseListExtras().Build();

    public IHtmlContent Render(string? markdown) => new HtmlString(ToHtml(markdown));

    /// <summary>Without the paragraph around it: for what stands in a label, such as an option of a question.</summary>
    public IHtmlContent RenderLine(string? markdown)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html) { ImplicitParagraph = true };
        pipeline.Setup(renderer);
        renderer.Render(Parse(markdown));
        return new HtmlString(html.ToString().Trim());
    }

    public string ToHtml(string? markdown) => Parse(markdown).ToHtml(pipeline);

    private MarkdownDocument Parse(string? markdown)
    {
        var document = Markdown.Parse(markdown ?? "", pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            if (!IsHarmless(link.Url)) link.Url = "#";
        foreach (var link in document.Descendants<AutolinkInline>())
            if (!link.IsEmail && !IsHarmless(link.Url)) link.Url = "#";
        // A wide table scrolls sideways on a phone, and who has only a keyboard must be able to scroll it too.
        foreach (var table in document.Descendants<Table>()) table.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        return document;
    }

    private static bool IsHarmless(string? url) =>
        url is null || url.StartsWith('/') || url.StartsWith('#') || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}

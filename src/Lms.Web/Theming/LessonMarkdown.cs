using Markdig;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Theming;

/// <summary>Authored text as HTML. Raw HTML in it is shown as text, so nothing an author writes can run in a trainee's browser.</summary>
public sealed class LessonMarkdown
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoIdentifiers().UseFootnotes().UseEmphasisExtras().UseListExtras().Build();

    public IHtmlContent Render(string? markdown) => new HtmlString(ToHtml(markdown));

    public string ToHtml(string? markdown)
    {
        var document = Markdown.Parse(markdown ?? "", pipeline);
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(document))
            if (!IsHarmless(link.Url)) link.Url = "#";
        return document.ToHtml(pipeline);
    }

    private static bool IsHarmless(string? url) =>
        url is null || url.StartsWith('/') || url.StartsWith('#') || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}

using Lms.Data;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Features.Authoring.Paper;

/// <param name="Picture">The address of a picture; the text is then its description.</param>
internal sealed record ProsePiece(string Text, string? Picture = null);

/// <summary>Authored Markdown as lines of plain text and pictures: what a printed exam needs of it.</summary>
internal static class PrintedProse
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseListExtras().Build();

    public static List<ProsePiece> Of(string markdown)
    {
        var pieces = new List<ProsePiece>();
        Blocks(Markdown.Parse(markdown, Pipeline), pieces, "");
        return pieces;
    }

    public static string Line(string markdown) => string.Join(' ', Of(markdown).Select(p => p.Picture is null ? p.Text : $"[{p.Text}]"));

    /// <summary>Of "/media/CODE/name.png"; null for an address elsewhere.</summary>
    public static PublicCode? MediaCode(string address) =>
        address.Split('/') is ["", "media", var code, _] && PublicCode.TryParse(code, out var parsed) ? parsed : null;

    private static void Blocks(ContainerBlock container, List<ProsePiece> pieces, string mark)
    {
        foreach (var (i, block) in container.Index())
            switch (block)
            {
                case Table table:
                    pieces.AddRange(table.OfType<TableRow>().Select(row => new ProsePiece(string.Join("  |  ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(TextOf)))))));
                    break;
                case ListBlock list:
                    foreach (var (n, item) in list.OfType<ListItemBlock>().Index()) Blocks(item, pieces, list.IsOrdered ? $"{n + 1}. " : "– ");
                    break;
                case ContainerBlock inner:
                    Blocks(inner, pieces, mark);
                    break;
                case CodeBlock code:
                    pieces.Add(new ProsePiece(code.Lines.ToString()));
                    break;
                case LeafBlock leaf:
                    if (TextOf(leaf) is { Length: > 0 } words) pieces.Add(new ProsePiece(i == 0 ? mark + words : words));
                    pieces.AddRange((leaf.Inline?.Descendants<LinkInline>() ?? []).Where(l => l.IsImage).Select(l => new ProsePiece(string.Concat(l.Select(Words)), l.Url ?? "")));
                    break;
            }
    }

    private static string TextOf(LeafBlock block) => block.Inline is null ? "" : string.Concat(block.Inline.Select(Words)).Trim();

    private static string Words(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline line => line.IsHard ? "\n" : " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline { IsImage: true } => "",
        ContainerInline container => string.Concat(container.Select(Words)),
        _ => "",
    };
}

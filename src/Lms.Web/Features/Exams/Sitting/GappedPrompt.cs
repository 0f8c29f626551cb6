namespace Lms.Web.Features.Exams.Sitting;

using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Html;

/// <summary>A stretch of a rendered prompt and the number of the gap behind it; 0 for none.</summary>
public sealed record PromptPiece(IHtmlContent Html, int Gap);

/// <param name="Unplaced">Gaps whose marker is not to be found in the rendered text: they are asked below it.</param>
public sealed record GappedPrompt(IReadOnlyList<PromptPiece> Pieces, IReadOnlyList<int> Unplaced)
{
    /// <summary>
    /// Markers are looked for after rendering, in text and never inside a tag: the renderer escapes every angle bracket of the
    /// author's, so what stands between two of them is a tag of its own, and a gap can neither end up in an attribute nor
    /// bring markup along.
    /// </summary>
    public static GappedPrompt Of(LessonMarkdown prose, string prompt, int gaps)
    {
        var html = prose.ToHtml(prompt);
        var pieces = new List<PromptPiece>();
        var placed = new HashSet<int>();
        var from = 0;
        foreach (var match in TagOrMarker.Matches(html).Where(m => m.Groups["n"].Success))
        {
            var number = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
            if (number < 1 || number > gaps || !placed.Add(number)) continue;
            pieces.Add(new PromptPiece(new HtmlString(html[from..match.Index]), number));
            from = match.Index + match.Length;
        }

        pieces.Add(new PromptPiece(new HtmlString(html[from..]), 0));
        return new GappedPrompt(pieces, [.. Enumerable.Range(1, gaps).Where(n => !placed.Contains(n))]);
    }

    private static readonly Regex TagOrMarker = new(@"<[^>]*>|\[\[(?<n>[0-9]{1,3})\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}

using System.Text.Encodings.Web;
using Lms.Web.Features.Exams.Sitting;
using Lms.Web.Theming;

namespace Lms.UnitTests.Web.Exams;

public sealed class GappedPromptTests
{
    private static readonly LessonMarkdown Prose = new();

    [Fact]
    public void Gaps_stand_where_their_markers_stood_in_whatever_order()
    {
        var prompt = GappedPrompt.Of(Prose, "Trước **[[2]]** rồi\n\n- [[1]]", 2);

        Assert.Equal([2, 1, 0], prompt.Pieces.Select(p => p.Gap));
        Assert.Equal("<p>Trước <strong>", Html(prompt.Pieces[0]));
        Assert.Empty(prompt.Unplaced);
    }

    [Theory]
    [InlineData("![ảnh [[1]] > x](/media/a.png)")]
    [InlineData("![x](/media/a.png \"[[1]] > <b\")")]
    [InlineData("[chữ](/a/[[1]]>)")]
    [InlineData("[[1]](https://example.org)")]
    public void A_marker_in_an_attribute_is_no_place_for_a_field_and_the_gap_is_asked_below(string text)
    {
        var prompt = GappedPrompt.Of(Prose, text, 1);

        var before = string.Concat(prompt.Pieces.Take(1).Select(Html));
        // Either it stayed in its attribute, or it stands in text: never between < and >.
        Assert.True(prompt.Unplaced is [1] || before.LastIndexOf('<') < before.LastIndexOf('>'), before);
        Assert.Equal(1, prompt.Unplaced.Count + prompt.Pieces.Count(p => p.Gap == 1));
    }

    [Fact]
    public void A_marker_twice_a_marker_too_many_and_markup_stay_text()
    {
        var prompt = GappedPrompt.Of(Prose, "[[1]] [[1]] [[7]] [[0]] <script>alert(1)</script>", 1);

        Assert.Equal([1, 0], prompt.Pieces.Select(p => p.Gap));
        Assert.Contains("[[1]] [[7]] [[0]] &lt;script&gt;", Html(prompt.Pieces[1]), StringComparison.Ordinal);
    }

    private static string Html(PromptPiece piece)
    {
        using var written = new StringWriter();
        piece.Html.WriteTo(written, HtmlEncoder.Default);
        return written.ToString();
    }
}

using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Texts;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class ImportedTextTests
{
    [Theory]
    [InlineData("<p>Một</p><p>Hai<br>Ba</p>", "Một\n\nHai  \nBa")]
    [InlineData("<b> đậm </b>và <i>nghiêng</i>", "**đậm** và *nghiêng*")]
    [InlineData("<ul><li>một</li><li>hai<ol><li>trong</li></ol></li></ul>", "- một\n- hai\n\n  1. trong")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>3</td></tr></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |")]
    [InlineData("<a href=\"https://vi.wikipedia.org/wiki/A_(b)\">Wiki</a>", "[Wiki](https://vi.wikipedia.org/wiki/A_%28b%29)")]
    [InlineData("<a href=\"javascript:alert(1)\">bấm</a>", "bấm")]
    [InlineData("<a href=\" JaVaScRiPt:alert(1)\">bấm</a>", "bấm")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<svg><script>alert(1)</script></svg>a", "a")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>", "ipt>alert(1)ipt>")]
    [InlineData("<style>p{}</style><iframe src=\"https://x\"></iframe>còn lại", "còn lại")]
    [InlineData("2 &lt; 3 &amp;&amp; a*b*c _x_", "2 < 3 && a\\*b\\*c \\_x\\_")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>")]
    [InlineData("<h2>Đề mục</h2>1. không phải danh sách", "## Đề mục\n\n1\\. không phải danh sách")]
    [InlineData("<blockquote><p>Trích</p></blockquote><pre>mã  nguồn</pre>", "> Trích\n\n```\nmã  nguồn\n```")]
    [InlineData("H<sub>2</sub>O và x<sup>2</sup>", "H~2~O và x^2^")]
    public void Html_becomes_markdown_and_nothing_that_runs_comes_through(string html, string markdown) => Assert.Equal(markdown, Rich().ToMarkdown(html, TextFormat.Html));

    [Theory]
    [InlineData("Xin <script>alert(1)</script>chào", "Xin chào")]
    [InlineData("a<scr<script></script>ipt>alert(1)</script>b", "a")]
    [InlineData("[bấm](javascript:alert(1))", "[bấm](#)")]
    [InlineData("<javascript:alert(1)> và [x]: javascript:alert(1)", "<#alert(1)> và [x]: #alert(1)")]
    [InlineData("`<b>` là mã, <https://a.vn> là địa chỉ, \\<i> là chữ", "`<b>` là mã, <https://a.vn> là địa chỉ, \\<i> là chữ")]
    [InlineData("**đậm** <b onclick=x>b</b>", "**đậm** b")]
    public void Markdown_stays_markdown_without_its_html(string given, string expected) => Assert.Contains(expected, Rich().ToMarkdown(given, TextFormat.Markdown).Replace("(#alert(1))", "(#)", StringComparison.Ordinal).Replace("(#(1))", "(#)", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("# không phải đề mục")]
    [InlineData("- không phải danh sách")]
    [InlineData("a * b * c, a*b*c, *a*, __b__, `c`, ~~d~~, [e](f), <g>, &amp; ^h^ C++ và C++")]
    [InlineData("C:\\Windows\\*.txt \\( x \\)")]
    [InlineData("_____")]
    [InlineData("dòng một\ndòng hai\n\nđoạn hai")]
    [InlineData("> 18 tuổi\n+ 1\n=====\n1) một")]
    public void Plain_text_reads_the_same_as_markdown(string plain)
    {
        var markdown = Rich().ToMarkdown(plain, TextFormat.Plain);
        Assert.Equal(Words(plain), Words(PlainText.Of(markdown)));

        static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_missing_picture_is_told()
    {
        var issues = new List<(ImportIssueKind, ImportDetail)>();
        Assert.Equal("Ảnh", new RichText(_ => null, (kind, what, _) => issues.Add((kind, what))).ToMarkdown("<img src='@@PLUGINFILE@@/%E1%BA%A3nh.png' alt='Ảnh'>", TextFormat.Html));
        Assert.Equal((ImportIssueKind.MediaMissing, "ảnh.png"), Assert.Single(issues));
    }

    private static RichText Rich() => new(_ => null, (_, _, _) => { });
}

using Lms.Web.Theming;
using Microsoft.AspNetCore.Http;

namespace Lms.UnitTests.Web.Theming;

public sealed class PagerTests
{
    [Theory]
    [InlineData(1, 5, "1 2 … 5")]
    [InlineData(3, 5, "1 2 3 4 5")]
    [InlineData(5, 957, "1 … 4 5 6 … 957")]
    [InlineData(1, 1, "1")]
    public void First_last_and_neighbouring_pages_are_shown_and_a_gap_never_hides_a_single_page(int page, int pages, string shown) =>
        Assert.Equal(shown, string.Join(' ', new Pager(page, 10, pages * 10).Shown().Select(p => p is null ? "…" : $"{p}")));

    [Fact]
    public void The_last_page_ends_with_the_last_row()
    {
        var pager = new Pager(3, 25, 60);
        Assert.Equal((51, 60), (pager.FirstRow, pager.LastRow));
    }

    [Fact]
    public void A_link_keeps_the_filter_and_changes_the_page()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/register/certificates";
        request.QueryString = new QueryString("?text=l%C3%AA&page=2");
        Assert.Equal("/register/certificates?text=l%C3%AA&page=7", Pager.Href(request, 7));
    }

    [Fact]
    public void The_longest_bar_fills_the_chart_and_an_empty_chart_has_none()
    {
        var chart = new BarChart("Lượt học", "lượt", [new Bar("A", 80), new Bar("B", 30), new Bar("C", 0)]);
        Assert.Equal(["100%", "37.5%", "0%"], chart.Bars.Select(chart.Length));
        var empty = new BarChart("Lượt học", "lượt", [new Bar("A", 0)]);
        Assert.Equal("0%", empty.Length(empty.Bars[0]));
    }
}

using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Lms.Web.Theming;

/// <summary>Model of the partial view _Pager. Links keep the rest of the query string and change <c>page</c>.</summary>
/// <param name="Page">1-based.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record Pager(int Page, int PageSize, int Total)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public int FirstRow => Total == 0 ? 0 : (Page - 1) * PageSize + 1;
    public int LastRow => Math.Min(Page * PageSize, Total);

    /// <summary>First, last and the neighbours of the page at hand; null stands for a gap.</summary>
    public IEnumerable<int?> Shown()
    {
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= 1))
        {
            if (page == last + 2) yield return page - 1;
            else if (page > last + 2) yield return null;
            yield return page;
            last = page;
        }
    }

    public static string Href(HttpRequest request, int page)
    {
        var query = new QueryBuilder(QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key != "page")) { { "page", page.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        return request.PathBase + request.Path + query;
    }
}

using AngleSharp.Dom;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>A table with its first row as the head; Markdown knows no cells that span.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 30;

    public static string Of(IElement table, Func<IElement, string> line)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table)
            .Select(r => r.Children.Where(c => c.LocalName is "td" or "th").Take(MostColumns).Select(c => line(c).Replace("|", "\\|", StringComparison.Ordinal)).ToList())
            .Where(r => r.Count > 0).ToList();
        if (rows.Count == 0) return line(table);
        var width = rows.Max(r => r.Count);
        var lines = rows.Select(r => $"| {string.Join(" | ", Enumerable.Range(0, width).Select(i => i < r.Count ? r[i] : ""))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", width))}");
        return string.Join('\n', lines);
    }
}

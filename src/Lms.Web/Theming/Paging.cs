namespace Lms.Web.Theming;

/// <summary>Cuts lists that come whole from a face: one institution's courses, what waits for a registrar.</summary>
internal static class Paging
{
    /// <param name="page">From 1; a page beyond the end is the last one.</param>
    public static List<T> Cut<T>(IReadOnlyList<T> all, int page, int pageSize, out Pager pager)
    {
        page = Math.Clamp(page, 1, Math.Max(1, (all.Count + pageSize - 1) / pageSize));
        pager = new Pager(page, pageSize, all.Count);
        return [.. all.Skip((page - 1) * pageSize).Take(pageSize)];
    }
}

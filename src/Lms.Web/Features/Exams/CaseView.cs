namespace Lms.Web.Features.Exams;

using Lms.Assessment.Attempts;

/// <summary>A case study above the first of its questions, and again at the head of each further page they stand on; for the partial view _Case.</summary>
/// <param name="From">The first slot of its questions.</param>
/// <param name="Again">It stood on an earlier page already.</param>
public sealed record CaseView(ShownCase Case, int From, int To, bool Again)
{
    /// <param name="all">The questions of the whole paper, slot by slot.</param>
    /// <returns>Null where nothing stands above this slot.</returns>
    public static CaseView? Above(IReadOnlyList<ShownQuestion> all, int slot, bool firstOnPage)
    {
        if (all[slot - 1].Case is not { } study) return null;
        var (from, to) = (slot, slot);
        while (from > 1 && all[from - 2].Case?.Key == study.Key) from--;
        while (to < all.Count && all[to].Case?.Key == study.Key) to++;
        return slot == from || firstOnPage ? new CaseView(study, from, to, slot != from) : null;
    }
}

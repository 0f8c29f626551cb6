namespace Lms.Web.Features.Exams;

using Lms.Assessment.Attempts;

/// <summary>A case study above the first of its questions, and again at the head of each further page they stand on; for the partial view _Case.</summary>
/// <param name="From">The first slot of its questions.</param>
/// <param name="Again">It stood on an earlier page already.</param>
public sealed record CaseView(ShownCase Case, int From, int To, bool Again)
{
    /// <param name="all">The questions of the whole paper, or of the timed section that is shown, slot by slot.</param>
    /// <param name="offset">How many slots lie before them.</param>
    /// <returns>Null where nothing stands above this slot.</returns>
    public static CaseView? Above(IReadOnlyList<ShownQuestion> all, int slot, bool firstOnPage, int offset = 0)
    {
        var at = slot - offset;
        if (all[at - 1].Case is not { } study) return null;
        var (from, to) = (at, at);
        while (from > 1 && all[from - 2].Case?.Key == study.Key) from--;
        while (to < all.Count && all[to].Case?.Key == study.Key) to++;
        return at == from || firstOnPage ? new CaseView(study, from + offset, to + offset, at != from) : null;
    }
}

using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>What somebody has been asked lately.</summary>
internal sealed class SeenQuestions(LmsDb db, FrozenPapers papers)
{
    private static readonly HashSet<Guid> None = [];

    /// <summary>In her last attempts at this paper, in whichever exam and whatever the version of paper and question. One statement, or none where the paper does not ask.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(Guid learnerKey, FrozenPaper paper, CancellationToken ct)
    {
        if (paper.Content.AttemptsToAvoid == 0) return None;
        var versions = db.Set<ItemVersion>();
        var last = await db.Attempts.AsNoTracking().Where(a => a.LearnerKey == learnerKey)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { a.Form, a.StartedAt, a.Key, e.PaperVersionKey })
            .Where(x => versions.Any(v => v.Key == x.PaperVersionKey && versions.Any(own => own.Key == paper.VersionKey && own.ItemKey == v.ItemKey)))
            .OrderByDescending(x => x.StartedAt).ThenByDescending(x => x.Key).Take(paper.Content.AttemptsToAvoid)
            .Select(x => new { x.Form, x.PaperVersionKey }).ToListAsync(ct);
        var frozen = await papers.FindAllAsync(db, [.. last.Select(x => x.PaperVersionKey)], ct);
        return last.SelectMany(x => DrawnForm.Read(x.Form).Select(s => frozen[x.PaperVersionKey].Question(s).ItemKey)).ToHashSet();
    }
}

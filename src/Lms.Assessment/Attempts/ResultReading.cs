using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>Brings the graded attempts together that a result is made of.</summary>
internal sealed class ResultReading(LmsDb db)
{
    /// <summary>Of each person who has a graded attempt among these, the result by the paper's rule. At most two statements.</summary>
    public async Task<Dictionary<Guid, ExamResult>> OfAsync(FrozenPaper paper, IQueryable<Attempt> attempts, CancellationToken ct)
    {
        // What this unit of work has graded is not in the table yet.
        var fresh = db.ChangeTracker.Entries<Attempt>().Select(e => e.Entity).Where(a => a.State == AttemptState.Graded).ToDictionary(a => a.Key);
        var keys = fresh.Keys.ToList();
        var graded = await attempts.AsNoTracking().Where(a => a.State == AttemptState.Graded || keys.Contains(a.Key))
            .Select(a => new { a.Key, a.LearnerKey, a.Number, a.Form, a.Score, a.Passed }).ToListAsync(ct);
        var sections = NeedsSections(paper) ? await DetailsAsync(graded.ConvertAll(a => a.Key), ct) : [];
        return graded.GroupBy(a => a.LearnerKey).ToDictionary(own => own.Key, own => ExamResult.Of(paper.Content.Result, paper.Pass, paper.Maximum,
            [.. own.Select(a => new GradedScore(a.Number, (fresh.GetValueOrDefault(a.Key)?.Score ?? a.Score).GetValueOrDefault(), fresh.GetValueOrDefault(a.Key)?.Passed ?? a.Passed ?? false,
                sections.TryGetValue(a.Key, out var details) ? InSections(paper, a.Form, details) : null))]));
    }

    public static Dictionary<int, Points> InSections(FrozenPaper paper, string form, string details) =>
        DrawnForm.Read(form).Zip(Grading.ReadDetails(details)).GroupBy(s => paper.SectionOf(s.First)).ToDictionary(s => s.Key, s => new Points(s.Sum(slot => slot.Second.Awarded.Hundredths)));

    public static bool NeedsSections(FrozenPaper paper) => paper.Content.Result == ResultRule.Average && paper.Pass.Sections.Count > 0;

    /// <summary>Of the latest grading of each attempt.</summary>
    private async Task<Dictionary<Guid, string>> DetailsAsync(List<Guid> keys, CancellationToken ct)
    {
        var stored = await db.Gradings.AsNoTracking().Where(g => keys.Contains(g.AttemptKey)).Select(g => new { g.AttemptKey, g.Number, g.Details }).ToListAsync(ct);
        var added = db.ChangeTracker.Entries<Grading>().Select(e => e.Entity).Where(g => keys.Contains(g.AttemptKey)).Select(g => new { g.AttemptKey, g.Number, g.Details });
        return stored.Concat(added).GroupBy(g => g.AttemptKey).ToDictionary(g => g.Key, g => g.MaxBy(x => x.Number)!.Details);
    }
}

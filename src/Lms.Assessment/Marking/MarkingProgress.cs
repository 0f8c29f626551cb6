using Lms.Assessment.Attempts;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Marking;

/// <summary>How far marking has come in some exams, what is graded by now included.</summary>
internal sealed record MarkingProgress(IReadOnlyDictionary<Guid, int> Graded, ILookup<Guid, MarkerProgress> ByExam)
{
    public int Finished(Guid exam) => Graded.GetValueOrDefault(exam);

    public IReadOnlyList<MarkerProgress> Markers(Guid exam) => [.. ByExam[exam].OrderByDescending(m => m.Marked).ThenBy(m => m.MarkerKey)];

    /// <summary>Two statements. Somebody who thought again about an answer has marked it once.</summary>
    public static async Task<MarkingProgress> ReadAsync(LmsDb db, IReadOnlyCollection<Guid> examKeys, CancellationToken ct)
    {
        var marks = db.SlotMarks.Join(db.Attempts.Where(a => examKeys.Contains(a.ExamKey)), m => m.AttemptKey, a => a.Key, (m, a) => new { a.ExamKey, a.State, m.AttemptKey, m.MarkerKey, m.Slot, m.Decisive });
        var graded = await marks.Where(m => m.State == AttemptState.Graded).Select(m => new { m.ExamKey, m.AttemptKey }).Distinct()
            .GroupBy(m => m.ExamKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var markers = await marks.Where(m => !m.Decisive).Select(m => new { m.ExamKey, m.MarkerKey, m.AttemptKey, m.Slot }).Distinct()
            .GroupBy(m => new { m.ExamKey, m.MarkerKey }).Select(g => new { g.Key.ExamKey, g.Key.MarkerKey, Count = g.Count() }).ToListAsync(ct);
        return new MarkingProgress(graded, markers.ToLookup(m => m.ExamKey, m => new MarkerProgress(m.MarkerKey, m.Count)));
    }
}

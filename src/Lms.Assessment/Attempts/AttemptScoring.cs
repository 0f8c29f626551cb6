using Lms.Assessment.Marking;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Brings together what a score is made of: the answers, the paper, the corrections of its keys and what markers gave. The
/// scoring itself is pure.
/// </summary>
internal sealed record AttemptScoring(IReadOnlyDictionary<Guid, CorrectedKey> Corrections, ILookup<(Guid Attempt, int Slot), MarkGiven> Marks)
{
    public static async Task<AttemptScoring> ReadAsync(LmsDb db, IReadOnlyCollection<Guid> attemptKeys, CancellationToken ct) =>
        new(await KeyCorrections.ReadAsync(db, ct), await MarksAsync(db, attemptKeys, ct));

    /// <summary>For an attempt that nobody can have marked yet.</summary>
    public static async Task<AttemptScoring> OfUnmarkedAsync(LmsDb db, CancellationToken ct) => new(await KeyCorrections.ReadAsync(db, ct), Unmarked);

    public static ILookup<(Guid Attempt, int Slot), MarkGiven> Unmarked { get; } = Array.Empty<SlotMark>().ToLookup(m => (m.AttemptKey, m.Slot), m => new MarkGiven(m.MarkerKey, m.Points, m.Decisive));

    public FormScore Score(Guid attemptKey, FrozenPaper paper, IReadOnlyList<DrawnSlot> form, AnswerLog log)
    {
        var slots = new AnsweredSlot[form.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var question = paper.Question(form[i]);
            var corrected = Corrections.TryGetValue(question.VersionKey, out var key);
            slots[i] = new AnsweredSlot(corrected && key.Definition is { } definition ? definition : question.Definition, question.Maximum, log.Response(i + 1), DrawnValues.Read(question.Definition, form[i].Drawn))
            {
                Section = paper.SectionOf(form[i]),
                Credited = corrected && key.Definition is null,
                Marked = Marks.Count == 0 ? null : MarkAgreement.Of(Marks[(attemptKey, i + 1)], question.Maximum, paper.Content.Marking).Points,
            };
        }

        return FormScore.Of(slots, paper.Pass);
    }

    private static async Task<ILookup<(Guid Attempt, int Slot), MarkGiven>> MarksAsync(LmsDb db, IReadOnlyCollection<Guid> attemptKeys, CancellationToken ct) =>
        (await db.SlotMarks.AsNoTracking().Where(m => attemptKeys.Contains(m.AttemptKey)).OrderBy(m => m.Number)
            .Select(m => new { m.AttemptKey, m.Slot, m.MarkerKey, m.Points, m.Decisive }).ToListAsync(ct)).ToLookup(m => (m.AttemptKey, m.Slot), m => new MarkGiven(m.MarkerKey, m.Points, m.Decisive));
}

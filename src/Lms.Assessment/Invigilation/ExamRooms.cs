using System.Linq.Expressions;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Invigilation;

/// <summary>What an invigilator sees of a running exam; changes nothing.</summary>
public sealed class ExamRooms(LmsDb db, FrozenPapers papers, TimeProvider clock)
{
    public const int LatestShown = 30;
    /// <summary>How answers that give nothing are stored.</summary>
    private static readonly string[] Empty =
    [
        .. new Response[]
        {
            new ChoiceResponse([]), new TextResponse(""), new MatchResponse(new Dictionary<string, string>()), new OrderResponse([]),
            new GapsResponse(new Dictionary<int, Response>()), new PointsResponse([]), new FilesResponse([]),
        }.Select(ResponseJson.Write),
    ];

    /// <summary>Six statements, however many sit. Null where there is no such exam.</summary>
    public async Task<ExamRoom?> FindAsync(Guid examKey, CancellationToken ct = default)
    {
        var exam = await db.Exams.AsNoTracking().SingleOrDefaultAsync(e => e.Key == examKey, ct);
        if (exam is null) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var paper = await papers.GetAsync(db, exam.PaperVersionKey, ct);
        var extra = (await db.Interventions.Where(i => i.ExamKey == examKey && i.Kind == InterventionKind.ExtraTime && i.LearnerKey != null)
            .OrderBy(i => i.At).ThenBy(i => i.Key).Select(i => new { Learner = i.LearnerKey!.Value, i.Minutes }).ToListAsync(ct))
            .GroupBy(e => e.Learner).ToDictionary(own => own.Key, own => own.Last().Minutes);
        return new ExamRoom(exam.Key, exam.Title, exam.OpensAt, exam.ClosesAt, paper.Questions, paper.Content.TimeLimitMinutes, now,
            await SeatsAsync(a => a.ExamKey == examKey, ct), extra, await RowsAsync(i => i.ExamKey == examKey && i.PartOf == null, LatestShown, ct)) { TimedSections = paper.Content.TimesSections() ? paper.Content.Sections.Count : 0 };
    }

    /// <summary>Everything that met one person, the newest first; messages to all included.</summary>
    public Task<IReadOnlyList<InterventionRow>> OfLearnerAsync(Guid examKey, Guid learnerKey, CancellationToken ct = default) =>
        RowsAsync(i => i.ExamKey == examKey && (i.LearnerKey == learnerKey || (i.LearnerKey == null && i.Kind == InterventionKind.Message)), int.MaxValue, ct);

    private async Task<IReadOnlyList<RoomSeat>> SeatsAsync(Expression<Func<Attempt, bool>> which, CancellationToken ct)
    {
        var attempts = await db.Attempts.Where(which).OrderBy(a => a.StartedAt).ThenBy(a => a.Key)
            .Select(a => new { a.Key, a.PublicCode, a.LearnerKey, a.Number, a.State, a.StartedAt, a.DueAt, a.PausedAt, a.ClosedAt, a.ExtraMinutes, a.SeenAt, a.Section, a.SectionDueAt }).ToListAsync(ct);
        var mine = db.Attempts.Where(which);
        var answers = await db.Answers.Where(x => x.Slot != Answer.ClosingSlot && !Empty.Contains(x.Response)).Join(mine, x => x.AttemptKey, a => a.Key, (x, a) => new { x.AttemptKey, x.Slot, x.GivenAt })
            .GroupBy(x => x.AttemptKey).Select(g => new { g.Key, Slots = g.Select(x => x.Slot).Distinct().Count(), Last = g.Max(x => x.GivenAt) }).ToDictionaryAsync(g => g.Key, ct);
        var signals = (await db.Signals.Join(mine, s => s.AttemptKey, a => a.Key, (s, a) => s)
            .GroupBy(s => new { s.AttemptKey, s.Kind }).Select(g => new { g.Key.AttemptKey, g.Key.Kind, Times = g.Sum(s => s.Times), Seconds = g.Sum(s => s.Seconds) }).ToListAsync(ct))
            .ToLookup(s => s.AttemptKey);
        return attempts.ConvertAll(a =>
        {
            var answered = answers.GetValueOrDefault(a.Key);
            var last = new[] { answered?.Last, a.SeenAt, a.StartedAt }.Max()!.Value;
            int Of(SignalKind kind) => signals[a.Key].Where(s => s.Kind == kind).Sum(s => s.Times);
            return new RoomSeat(a.PublicCode, a.LearnerKey, a.Number, a.State, a.StartedAt, a.DueAt, a.PausedAt, a.ClosedAt, a.ExtraMinutes, answered?.Slots ?? 0, last,
                !signals.Contains(a.Key) ? RoomSignals.None
                    : new RoomSignals(Of(SignalKind.FocusLost), signals[a.Key].Sum(s => s.Seconds), Of(SignalKind.AddressChanged), Of(SignalKind.OpenedElsewhere)))
                { Section = a.Section, SectionDueAt = a.SectionDueAt };
        });
    }

    private async Task<IReadOnlyList<InterventionRow>> RowsAsync(Expression<Func<Intervention, bool>> which, int most, CancellationToken ct)
    {
        var attempts = db.Attempts;
        var seen = db.MessagesSeen;
        return await db.Interventions.Where(which).OrderByDescending(i => i.At).ThenByDescending(i => i.Key).Take(most)
            .Select(i => new InterventionRow(i.Key, i.Kind, i.LearnerKey, attempts.Where(a => a.Key == i.AttemptKey).Select(a => (int?)a.Number).FirstOrDefault(),
                i.Minutes, i.Percent, i.Reached, i.Text, i.By, i.At, seen.Count(s => s.InterventionKey == i.Key))).ToListAsync(ct);
    }
}

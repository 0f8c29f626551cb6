using System.Linq.Expressions;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Invigilation;

/// <summary>
/// The candidate's side of a supervised exam: which page answers, what it has to hear of, and what it reports. Each opening
/// of the questions takes the next seat number; answers from a page with an older number are refused, so that two tabs or
/// devices never overwrite each other unnoticed. The learner's key is checked on every call.
/// </summary>
public sealed class Seats(LmsDb db, FrozenPapers papers, SharedCommit commits, TimeProvider clock)
{
    /// <summary>A sign of life is written down at most this often.</summary>
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(1);
    private const int MostTimes = 100;
    private const int MostSeconds = 3600;
    private readonly SignalLog signals = new(db);

    /// <summary>Opens the questions: the page shown next answers from now on. Nothing happens where the attempt is over or not hers.</summary>
    public async Task TakeAsync(PublicCode attemptCode, Guid learnerKey, string? address, CancellationToken ct = default)
    {
        var now = Now();
        // The key only sorts the writes of a batch: the attempt's own is not known yet.
        if (await commits.RunAsync(learnerKey, shared => SitAsync(shared, a => a.Address == null || a.Address == address))) return;
        if (!await commits.RunAsync(learnerKey, shared => SitAsync(shared, _ => true))) return;
        var key = await KeyAsync(attemptCode, learnerKey, ct);
        if (key != Guid.Empty) await signals.AddAsync(key, SignalKind.AddressChanged, 1, 0, address ?? "", now, ct);

        async Task<bool> SitAsync(LmsDb shared, Expression<Func<Attempt, bool>> where) =>
            await shared.Attempts.Where(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey && a.State == AttemptState.InProgress).Where(where)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Seat, a => a.Seat + 1).SetProperty(a => a.SeenAt, now).SetProperty(a => a.Address, address), CancellationToken.None) > 0;
    }

    /// <summary>One read by key; a second where there is news, and once a minute a sign of life is written.</summary>
    /// <param name="knownTag">What the page has heard of; see <see cref="Pulse.Tag"/>.</param>
    public async Task<Pulse?> PulseAsync(PublicCode attemptCode, Guid learnerKey, int? seat, string? address, string? knownTag, CancellationToken ct = default)
    {
        var now = Now();
        var found = await db.Attempts.AsNoTracking().Where(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { a.Key, a.ExamKey, a.State, a.Seat, a.News, ExamNews = e.News, a.DueAt, a.SectionDueAt, a.PausedAt, a.SeenAt, a.Address })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var elsewhere = seat is { } own && own != found.Seat;
        if (found.State == AttemptState.InProgress)
        {
            if (elsewhere) await signals.AddAsync(found.Key, SignalKind.OpenedElsewhere, 1, 0, "", now, ct);
            else if (found.Address != address) await MovedAsync(found.Key, found.Address, address, now, ct);
            else if (found.SeenAt is not { } seen || now - seen >= Heartbeat)
                await db.Attempts.Where(a => a.Key == found.Key).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now), ct);
        }

        var tag = Sitting.TagOf(found.State, found.Seat, found.News, found.ExamNews, found.DueAt);
        return new Pulse(tag, found.State, now, found.DueAt, found.SectionDueAt < found.DueAt ? found.SectionDueAt.Value : found.DueAt, found.PausedAt, elsewhere, tag == knownTag ? null : await MessagesAsync(found.Key, found.ExamKey, ct));
    }

    /// <summary>How often and how long another window was in front since the last report. What cannot be is cut to what can.</summary>
    public async Task ReportAbsenceAsync(PublicCode attemptCode, Guid learnerKey, int times, int seconds, CancellationToken ct = default)
    {
        if (times < 1) return;
        var key = await KeyAsync(attemptCode, learnerKey, ct);
        if (key != Guid.Empty) await signals.AddAsync(key, SignalKind.FocusLost, Math.Min(times, MostTimes), Math.Clamp(seconds, 0, MostSeconds), "", Now(), ct);
    }

    /// <summary>False where the message is not for this attempt.</summary>
    public async Task<bool> SeenAsync(PublicCode attemptCode, Guid learnerKey, Guid messageKey, CancellationToken ct = default)
    {
        var attempts = db.Attempts.Where(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey);
        var attempt = await attempts.Where(a => db.Set<Intervention>().Any(i => i.Key == messageKey && i.Kind == InterventionKind.Message && i.ExamKey == a.ExamKey && (i.AttemptKey == null || i.AttemptKey == a.Key)))
            .Select(a => a.Key).SingleOrDefaultAsync(ct);
        if (attempt == Guid.Empty) return false;
        await db.AppendAsync([new MessageSeen(messageKey, attempt, Now())], skipDuplicates: true, ct);
        return true;
    }

    /// <summary>Messages of an attempt that its page shows, oldest first.</summary>
    public async Task<IReadOnlyList<SeatMessage>> MessagesAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default)
    {
        var found = await db.Attempts.Where(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey).Select(a => new { a.Key, a.ExamKey }).SingleOrDefaultAsync(ct);
        return found is null ? [] : await MessagesAsync(found.Key, found.ExamKey, ct);
    }

    /// <summary>What the entry page must say before a start. Null where there is no such exam.</summary>
    public async Task<Allowance?> AllowanceAsync(PublicCode examCode, Guid learnerKey, CancellationToken ct = default)
    {
        var interventions = db.Interventions;
        var exam = await db.Exams.Where(e => e.PublicCode == examCode).Select(e => new
        {
            e.ClosesAt, e.PaperVersionKey,
            Extra = interventions.Where(i => i.ExamKey == e.Key && i.LearnerKey == learnerKey && i.Kind == InterventionKind.ExtraTime).OrderByDescending(i => i.At).ThenByDescending(i => i.Key).Select(i => i.Minutes).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (exam is null) return null;
        var limit = (await papers.GetAsync(db, exam.PaperVersionKey, ct)).Content.TimeLimitMinutes;
        var now = Now();
        var left = Attempt.DueOf(limit, exam.ClosesAt, exam.Extra, now) - now;
        return new Allowance(Math.Max(0, (int)left.TotalMinutes), limit + exam.Extra, exam.Extra);
    }

    private async Task MovedAsync(Guid attemptKey, string? from, string? to, DateTime now, CancellationToken ct)
    {
        await db.Attempts.Where(a => a.Key == attemptKey).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now).SetProperty(a => a.Address, to), ct);
        if (from is not null) await signals.AddAsync(attemptKey, SignalKind.AddressChanged, 1, 0, to ?? "", now, ct);
    }

    private Task<List<SeatMessage>> MessagesAsync(Guid attemptKey, Guid examKey, CancellationToken ct)
    {
        var seen = db.MessagesSeen;
        return db.Interventions.Where(i => i.ExamKey == examKey && i.Kind == InterventionKind.Message && (i.AttemptKey == null || i.AttemptKey == attemptKey))
            .OrderBy(i => i.At).ThenBy(i => i.Key)
            .Select(i => new SeatMessage(i.Key, i.Text, i.At, seen.Any(s => s.InterventionKey == i.Key && s.AttemptKey == attemptKey))).ToListAsync(ct);
    }

    private Task<Guid> KeyAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct) =>
        db.Attempts.Where(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey && a.State == AttemptState.InProgress).Select(a => a.Key).SingleOrDefaultAsync(ct);

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Invigilation;

/// <summary>
/// What an invigilator does: extra time, the clock stopped, more time for all, handing in by force, messages. Each is
/// written down with its author and reason in the commit that does it. Who may is the caller's question.
/// </summary>
public sealed class Interventions(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners, TimeProvider clock)
{
    public const int LongestText = 1000;
    public const int MostMinutes = 600;

    /// <summary>For a person's attempts at this exam from now on, the one in progress included. A later word replaces an earlier one.</summary>
    public async Task<InterventionOutcome> AllowAsync(Guid examKey, Guid learnerKey, ExtraTime extra, string? reason, Guid by, CancellationToken ct = default)
    {
        if (!extra.IsValid) return InterventionOutcome.OutOfRange;
        if (Unfit(reason) is { } unfit) return unfit;
        if (await db.Exams.Where(e => e.Key == examKey).Select(e => (Guid?)e.PaperVersionKey).SingleOrDefaultAsync(ct) is not { } paper) return InterventionOutcome.NotFound;
        var content = (await papers.GetAsync(db, paper, ct)).Content;
        var minutes = extra.Of(content.TimeLimitMinutes);
        return await ChangeAsync(db.Attempts.Where(a => a.ExamKey == examKey && a.LearnerKey == learnerKey), (open, now) =>
        {
            var sitting = open.SingleOrDefault();
            if (sitting is not null && !sitting.Allow(minutes, content, now)) return (InterventionOutcome.LessThanGiven, []);
            return (InterventionOutcome.Done, [Intervention.ForPerson(examKey, learnerKey, sitting?.Key, extra, minutes, Clean(reason), by, now)]);
        }, ct);
    }

    /// <param name="attempt">Null for all who sit now.</param>
    public Task<InterventionOutcome> PauseAsync(Guid examKey, PublicCode? attempt, string? reason, Guid by, CancellationToken ct = default) =>
        ActAsync(examKey, attempt, InterventionKind.Paused, 0, reason, by, (a, now) => a.Pause(now), ct);

    /// <summary>The reason may be missing: it is that of the pause.</summary>
    public Task<InterventionOutcome> ResumeAsync(Guid examKey, PublicCode? attempt, string? reason, Guid by, CancellationToken ct = default) =>
        ActAsync(examKey, attempt, InterventionKind.Resumed, 0, string.IsNullOrWhiteSpace(reason) ? "–" : reason, by, (a, now) => a.Resume(now), ct);

    /// <summary>For all who sit now, beyond the closing of the exam where need be. Who starts later has the usual time.</summary>
    public Task<InterventionOutcome> ExtendAsync(Guid examKey, int minutes, string? reason, Guid by, CancellationToken ct = default) =>
        minutes is < 1 or > MostMinutes ? Task.FromResult(InterventionOutcome.OutOfRange)
            : ActAsync(examKey, null, InterventionKind.Extended, minutes, reason, by, (a, now) => a.Extend(minutes, now), ct);

    /// <summary>Hands in what was saved, as the candidate would, and scores it.</summary>
    public async Task<InterventionOutcome> SubmitAsync(Guid examKey, PublicCode attempt, string? reason, Guid by, CancellationToken ct = default)
    {
        if (Unfit(reason) is { } unfit) return unfit;
        var now = Now();
        var ended = await new AttemptClosing(db, papers, listeners).CloseAsync(a => a.PublicCode == attempt && a.ExamKey == examKey, now, ct,
            closed => Intervention.On(closed, InterventionKind.Submitted, 0, Clean(reason), by, now));
        return ended switch
        {
            HandInOutcome.Graded or HandInOutcome.AwaitingMarking => InterventionOutcome.Done,
            HandInOutcome.AlreadyHandedIn => InterventionOutcome.NobodyConcerned,
            HandInOutcome.NotFound => InterventionOutcome.NotFound,
        };
    }

    /// <param name="attempt">Null for all, those included who start later.</param>
    public async Task<InterventionOutcome> TellAsync(Guid examKey, PublicCode? attempt, string? text, Guid by, CancellationToken ct = default)
    {
        if (Unfit(text) is { } unfit) return unfit;
        var now = Now();
        await using var unit = await db.BeginUnitAsync(ct);
        Intervention message;
        if (attempt is { } code)
        {
            if (await db.Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.ExamKey == examKey && a.PublicCode == code, ct) is not { } told) return InterventionOutcome.NotFound;
            if (told.State != AttemptState.InProgress) return InterventionOutcome.NobodyConcerned;
            message = Intervention.On(told, InterventionKind.Message, 0, Clean(text), by, now);
            await db.Attempts.Where(a => a.Key == told.Key).ExecuteUpdateAsync(set => set.SetProperty(a => a.News, a => a.News + 1), ct);
        }
        else
        {
            var reached = await db.Attempts.CountAsync(a => a.ExamKey == examKey && a.State == AttemptState.InProgress, ct);
            message = Intervention.OnAll(examKey, InterventionKind.Message, 0, reached, Clean(text), by, now);
            if (await db.Exams.Where(e => e.Key == examKey).ExecuteUpdateAsync(set => set.SetProperty(e => e.News, e => e.News + 1), ct) == 0) return InterventionOutcome.NotFound;
        }

        db.Add(message);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return InterventionOutcome.Done;
    }

    private Task<InterventionOutcome> ActAsync(Guid examKey, PublicCode? attempt, InterventionKind kind, int minutes, string? reason, Guid by, Func<Attempt, DateTime, bool> act, CancellationToken ct)
    {
        if (Unfit(reason) is { } unfit) return Task.FromResult(unfit);
        var attempts = db.Attempts.Where(a => a.ExamKey == examKey);
        if (attempt is { } code) attempts = attempts.Where(a => a.PublicCode == code);
        return ChangeAsync(attempts, (open, now) =>
        {
            var met = open.FindAll(a => act(a, now));
            if (met.Count == 0) return (InterventionOutcome.NobodyConcerned, []);
            if (attempt is not null) return (InterventionOutcome.Done, [Intervention.On(met[0], kind, minutes, Clean(reason), by, now)]);
            var whole = Intervention.OnAll(examKey, kind, minutes, met.Count, Clean(reason), by, now);
            return (InterventionOutcome.Done, [whole, .. met.Select(a => Intervention.On(a, kind, minutes, Clean(reason), by, now, whole.Key))]);
        }, ct);
    }

    /// <summary>Changes attempts in progress and writes down why, all or nothing; where one of them was changed meanwhile, all is looked at again.</summary>
    private async Task<InterventionOutcome> ChangeAsync(IQueryable<Attempt> which, Func<List<Attempt>, DateTime, (InterventionOutcome, List<Intervention>)> change, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var unit = await db.BeginUnitAsync(ct);
            var open = await which.Where(a => a.State == AttemptState.InProgress).ToListAsync(ct);
            var (outcome, rows) = change(open, Now());
            try
            {
                if (outcome == InterventionOutcome.Done)
                {
                    db.AddRange(rows);
                    await db.SaveChangesAsync(ct);
                    await unit.CommitAsync(ct);
                }

                return outcome;
            }
            catch (DbUpdateConcurrencyException) when (tries < AnswerSaving.MostTries)
            {
                // An answer does not touch the row; a hand-in or another intervention does.
            }
            finally
            {
                db.Forget([.. open, .. rows]);
            }
        }
    }

    private static InterventionOutcome? Unfit(string? text) =>
        string.IsNullOrWhiteSpace(text) ? InterventionOutcome.TextMissing : text.Trim().Length > LongestText ? InterventionOutcome.TextTooLong : null;

    private static string Clean(string? text) => text!.Trim().ReplaceLineEndings("\n").Normalize();

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}

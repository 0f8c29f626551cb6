using System.Linq.Expressions;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>The one path on which an attempt ends, whether its candidate hands it in or its time runs out.</summary>
internal sealed class AttemptClosing(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners)
{
    private readonly GradeRecording recording = new(db, listeners);

    /// <summary>
    /// One transaction: closing step, grading and whatever the listeners add are saved together. Where an answer or
    /// another hand-in got the next place in the log, all of it is undone and read again; inside a transaction of the
    /// caller's that is the caller's to do, so the exception passes.
    /// </summary>
    /// <param name="because">The intervention that ends it, to be saved with it.</param>
    public async Task<HandInOutcome> CloseAsync(Expression<Func<Attempt, bool>> which, DateTime now, CancellationToken ct, Func<Attempt, Intervention>? because = null)
    {
        var own = db.Database.CurrentTransaction is null;
        for (var tries = 1; ; tries++)
        {
            await using var unit = await db.BeginUnitAsync(ct);
            try
            {
                var outcome = await CloseOnceAsync(which, because, now, ct);
                if (outcome is HandInOutcome.Graded or HandInOutcome.AwaitingMarking) await unit.CommitAsync(ct);
                return outcome;
            }
            catch (DbUpdateException e) when (own && tries < AnswerSaving.MostTries && (e is DbUpdateConcurrencyException || e.IsUniqueViolation()))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<HandInOutcome> CloseOnceAsync(Expression<Func<Attempt, bool>> which, Func<Attempt, Intervention>? because, DateTime now, CancellationToken ct)
    {
        var found = await db.Attempts.Where(which)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { Attempt = a, e.ContextKey, e.PaperVersionKey })
            .SingleOrDefaultAsync(ct);
        if (found is null) return HandInOutcome.NotFound;
        var attempt = found.Attempt;
        if (attempt.State != AttemptState.InProgress) return HandInOutcome.AlreadyHandedIn;
        var log = await AnswerLog.ReadAsync(db, attempt.Key, ct);
        if (log.IsClosed) return HandInOutcome.AlreadyHandedIn;

        var paper = await papers.GetAsync(db, found.PaperVersionKey, ct);
        var grading = attempt.HandIn(paper, log, await AttemptScoring.OfUnmarkedAsync(db, ct), now);
        log.Close(attempt.ClosedAt!.Value);
        db.AddRange(log.Added);
        if (because is not null) db.Add(because(attempt));
        if (grading is null)
        {
            await db.SaveChangesAsync(ct);
            db.Forget([attempt, .. log.Added]);
            return HandInOutcome.AwaitingMarking;
        }

        await recording.RecordAsync(attempt, found.ContextKey, paper, grading, attempt.ClosedAt.Value, ct);
        await db.SaveChangesAsync(ct);
        db.Forget([attempt, grading, .. log.Added]);
        return HandInOutcome.Graded;
    }
}

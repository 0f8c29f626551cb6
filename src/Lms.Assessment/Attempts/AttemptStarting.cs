using Lms.Assessment.Invigilation;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>Opens an exam for a candidate. Two clicks at once end in one attempt: the index on its number decides, and whoever lost reads again and resumes it.</summary>
internal sealed class AttemptStarting(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners)
{
    private const int MostTries = 5;
    private readonly AttemptClosing closing = new(db, papers, listeners);

    public async Task<(StartOutcome Outcome, PublicCode? Attempt)> StartAsync(PublicCode examCode, Candidate candidate, DateTime now, CancellationToken ct)
    {
        var learnerKey = candidate.Key;
        var attempts = db.Attempts;
        var interventions = db.Interventions;
        for (var tries = 1; ; tries++)
        {
            var found = await db.Exams.AsNoTracking().Where(e => e.PublicCode == examCode)
                .Select(e => new
                {
                    e.Key, e.OpensAt, e.ClosesAt, e.PaperVersionKey, e.AccessCode, e.Networks,
                    Attempts = attempts.Where(a => a.ExamKey == e.Key && a.LearnerKey == learnerKey).OrderByDescending(a => a.Number)
                        .Select(a => new { a.Key, a.PublicCode, a.Number, a.State, a.DueAt, a.ClosedAt, a.PausedAt }).ToList(),
                    Extra = interventions.Where(i => i.ExamKey == e.Key && i.LearnerKey == learnerKey && i.Kind == InterventionKind.ExtraTime).OrderByDescending(i => i.At).ThenByDescending(i => i.Key).Select(i => i.Minutes).FirstOrDefault(),
                }).SingleOrDefaultAsync(ct);
            if (found is null) return (StartOutcome.NotFound, null);
            if (found.Attempts is [{ State: AttemptState.InProgress } open, ..])
            {
                if (open.PausedAt is not null || now <= open.DueAt) return (StartOutcome.Resumed, open.PublicCode);
                await closing.CloseAsync(a => a.Key == open.Key && a.PausedAt == null && a.DueAt < now, now, ct);
            }

            if (now < found.OpensAt) return (StartOutcome.NotOpenYet, null);
            if (now >= found.ClosesAt) return (StartOutcome.Closed, null);
            var paper = await papers.GetAsync(db, found.PaperVersionKey, ct);
            if (found.Attempts.Count >= paper.Content.AttemptsAllowed) return (StartOutcome.NoAttemptsLeft, null);
            if (found.Attempts is [var last, ..] && now < (last.ClosedAt ?? last.DueAt).AddHours(paper.Content.CoolingOffHours)) return (StartOutcome.CoolingOff, null);
            if (!Networks.Admit(found.Networks, candidate.Address)) return (StartOutcome.OutsideNetwork, null);
            if (!ExamDoors.Opens(found.AccessCode, candidate.AccessCode)) return (StartOutcome.WrongCode, null);

            var attempt = Attempt.Start(found.Key, found.ClosesAt, paper, learnerKey, found.Attempts.Count + 1, Seed.New(), now, await new SeenQuestions(db, papers).OfAsync(learnerKey, paper, ct), found.Extra);
            if (await AppendedAsync(attempt, tries, ct)) return (StartOutcome.Started, attempt.PublicCode);
        }
    }

    /// <summary>False where the other click took the number in between: read again and decide again.</summary>
    private async Task<bool> AppendedAsync(Attempt attempt, int tries, CancellationToken ct)
    {
        db.Add(attempt);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (tries < MostTries && e.IsUniqueViolation())
        {
            return false;
        }
        finally
        {
            db.Forget([attempt]);
        }
    }
}

using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>From one timed section to the next.</summary>
public sealed class TimedSections(LmsDb db, FrozenPapers papers, TimeProvider clock)
{
    /// <summary>Begins the next section; there is no way back. Pressed twice it begins once. The learner's key is checked.</summary>
    /// <param name="number">From 2.</param>
    public async Task<SectionOutcome> BeginAsync(PublicCode attemptCode, Candidate candidate, int number, CancellationToken ct = default)
    {
        var reading = new AttemptReading(db, papers);
        var now = clock.GetUtcNow().UtcDateTime;
        for (var tries = 1; ; tries++)
        {
            if (await reading.OwnAsync(attemptCode, candidate.Key) is not { Section: > 0 } sitting) return SectionOutcome.NotFound;
            if (sitting.State != AttemptState.InProgress || sitting.PausedAt is not null || sitting.IsOver(now) || !Networks.Admit(sitting.Networks, candidate.Address)) return SectionOutcome.NotNow;
            if (sitting.Section == number) return SectionOutcome.Begun;
            var paper = (await papers.GetAsync(db, sitting.PaperVersionKey, ct)).Content;
            if (number != sitting.Section + 1 || number > paper.Sections.Count) return SectionOutcome.NotNext;

            var attempts = db.Attempts.Where(a => a.Key == sitting.Key && a.State == AttemptState.InProgress && a.News == sitting.News);
            var extra = await attempts.Select(a => (int?)a.ExtraMinutes).SingleOrDefaultAsync(ct);
            DateTime? due = now + SectionTime.Of(paper, number, extra ?? 0);
            // The other click, an intervention or the hand-in changes News: then look again.
            if (await attempts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Section, number).SetProperty(a => a.SectionDueAt, due).SetProperty(a => a.News, a => a.News + 1), ct) > 0) return SectionOutcome.Begun;
            if (tries == AnswerSaving.MostTries) throw new InvalidOperationException($"Attempt {attemptCode} was changed by others {tries} times while its next section was to begin.");
        }
    }
}

using System.Data.Common;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>
/// The hot path: two reads by key and one insert, however many answers come at once. What an answer may be is checked
/// against the paper in memory. No lock is taken: the log's key tells whether somebody was faster.
/// </summary>
internal sealed class AnswerSaving(LmsDb db, FrozenPapers papers, SharedCommit commits)
{
    /// <summary>A lost try means that another step was committed, so as many tries as there are requests at once always end.</summary>
    internal const int MostTries = 20;
    private readonly AttemptReading reading = new(db, papers);

    public async Task<AnswerReceipt> SaveAsync(PublicCode attemptCode, Candidate candidate, IReadOnlyList<GivenAnswer> answers, DateTime now, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            if (await reading.OwnAsync(attemptCode, candidate.Key) is not { } sitting)
                return new AnswerReceipt(AnswerOutcome.NotFound, null, default);
            if (sitting.State != AttemptState.InProgress) return Ended(AnswerOutcome.AlreadyHandedIn);
            if (sitting.IsOver(now)) return Ended(AnswerOutcome.TooLate);
            if (candidate.Seat is { } own && own != sitting.Seat) return Ended(AnswerOutcome.Elsewhere);
            if (sitting.IsPaused(now)) return Ended(AnswerOutcome.Paused);
            if (!Networks.Admit(sitting.Networks, candidate.Address)) return Ended(AnswerOutcome.OutsideNetwork);
            var log = await LogAsync(sitting.Key, answers, ct);
            if (log.IsClosed) return Ended(AnswerOutcome.AlreadyHandedIn);

            var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
            var (outcome, savedAt) = Give(log, paper, sitting, answers, now);
            if (outcome != AnswerOutcome.Saved) return Ended(outcome);
            // Where another tab, or the hand-in, took the next place in the log: read again and decide again.
            if (await AppendedAsync(log.Added, ct)) return Ended(AnswerOutcome.Saved, savedAt);
            if (tries == MostTries) throw new InvalidOperationException($"Attempt {attemptCode} was written by others {MostTries} times while an answer was being saved.");

            AnswerReceipt Ended(AnswerOutcome how, DateTime? at = null) => new(how, at, sitting.EndsAt) { Tag = sitting.Tag };
        }
    }

    /// <summary>A single answer, which is nearly all of them, is compared with the last of its slot alone: however long the log, two rows.</summary>
    private Task<AnswerLog> LogAsync(Guid attemptKey, IReadOnlyList<GivenAnswer> answers, CancellationToken ct) =>
        answers is [var only] ? AnswerLog.ReadLastAsync(db, attemptKey, only.Slot) : AnswerLog.ReadAsync(db, attemptKey, ct);

    /// <returns>True once committed; inside a transaction of the caller's that is the caller's to do, so there a violation passes.</returns>
    private async Task<bool> AppendedAsync(IReadOnlyList<Answer> steps, CancellationToken ct)
    {
        var own = db.Database.CurrentTransaction is null;
        // On PostgreSQL a violation would end the transaction for all who share it, so there none is raised. SQL Server has no ON CONFLICT.
        if (own && steps is [var only] && !db.Database.IsSqlServer()) return await commits.RunAsync(only.AttemptKey, async shared => await shared.AppendAsync([only], skipDuplicates: true) == 1);
        try
        {
            await db.AppendAsync(steps, ct: ct);
            return true;
        }
        catch (DbException e) when (own && e.IsUniqueViolation())
        {
            return false;
        }
    }

    private static (AnswerOutcome Outcome, DateTime? SavedAt) Give(AnswerLog log, FrozenPaper paper, Sitting sitting, IReadOnlyList<GivenAnswer> answers, DateTime now)
    {
        var form = DrawnForm.Read(sitting.Form);
        DateTime? savedAt = null;
        foreach (var answer in answers)
        {
            if (answer.Slot < 1 || answer.Slot > form.Length) return (AnswerOutcome.NoSuchSlot, null);
            if (sitting.IsSectionOver(now) || !sitting.IsIn(paper.SectionOf(form[answer.Slot - 1]))) return (AnswerOutcome.SectionClosed, null);
            if (ResponseShape.Fit(paper.Question(form[answer.Slot - 1]).Definition, answer.Response) is not { } response) return (AnswerOutcome.MalformedResponse, null);
            var standing = log.Give(answer.Slot, response, now, paper.AsksCertainty(form[answer.Slot - 1]) && !response.IsEmpty ? answer.Certainty : null);
            savedAt = savedAt > standing.GivenAt ? savedAt : standing.GivenAt;
        }

        return (AnswerOutcome.Saved, savedAt);
    }
}

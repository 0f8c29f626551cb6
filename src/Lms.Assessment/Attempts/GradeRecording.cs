using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>The one way in which a score becomes known: a grading is appended and the listeners hear of it, all in the caller's unit of work.</summary>
internal sealed class GradeRecording(LmsDb db, IEnumerable<IAttemptListener> listeners)
{
    /// <summary>Where several attempts of one person are graded in one unit of work, all of them have to be graded before the first is told of.</summary>
    /// <param name="contextKey">Of the attempt's exam.</param>
    public async Task RecordAsync(Attempt attempt, Guid contextKey, FrozenPaper paper, Grading grading, DateTime at, CancellationToken ct)
    {
        db.Add(grading);
        await TellAsync(attempt, contextKey, paper, grading, at, ct);
    }

    /// <param name="grading">Added already.</param>
    public async Task TellAsync(Attempt attempt, Guid contextKey, FrozenPaper paper, Grading grading, DateTime at, CancellationToken ct)
    {
        var graded = new AttemptGraded(attempt.Key, attempt.ExamKey, contextKey, attempt.LearnerKey, grading.Score, grading.Maximum, grading.Passed, at, await ResultAsync(attempt, paper, grading, ct));
        foreach (var listener in listeners) await listener.GradedAsync(graded, ct);
    }

    private async Task<ExamResult> ResultAsync(Attempt attempt, FrozenPaper paper, Grading grading, CancellationToken ct)
    {
        // Until now the first attempt was in progress, so there is no other. By far the commonest: it costs no query.
        if (attempt.Number == 1 && grading.Reason is GradingReason.HandedIn or GradingReason.TimeUp)
            return new ExamResult(grading.Score, paper.Maximum, grading.Passed, 1);
        // Two attempts of one person graded at one moment must each see the other: whoever comes second waits here.
        await db.HoldAttemptAsync(a => a.ExamKey == attempt.ExamKey && a.LearnerKey == attempt.LearnerKey && a.Number == 1, ct);
        return (await new ResultReading(db).OfAsync(paper, db.Attempts.Where(a => a.ExamKey == attempt.ExamKey && a.LearnerKey == attempt.LearnerKey), ct))[attempt.LearnerKey];
    }
}

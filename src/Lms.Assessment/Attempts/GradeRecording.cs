using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>The one way in which a score becomes known: a grading is appended and the listeners hear of it, all in the caller's unit of work.</summary>
internal sealed class GradeRecording(LmsDb db, IEnumerable<IAttemptListener> listeners)
{
    /// <param name="contextKey">Of the attempt's exam.</param>
    public async Task RecordAsync(Attempt attempt, Guid contextKey, Grading grading, DateTime at, CancellationToken ct)
    {
        db.Add(grading);
        var graded = new AttemptGraded(attempt.Key, attempt.ExamKey, contextKey, attempt.LearnerKey, grading.Score, grading.Maximum, grading.Passed, at);
        foreach (var listener in listeners) await listener.GradedAsync(graded, ct);
    }
}

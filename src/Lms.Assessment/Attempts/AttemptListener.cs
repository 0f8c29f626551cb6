using Lms.Assessment.Scoring;

namespace Lms.Assessment.Attempts;

/// <summary>Joins the unit of work of whoever graded the attempt; must not save. Training implements it.</summary>
public interface IAttemptListener
{
    /// <summary>May be called again for the same attempt where a race made the first unit of work void.</summary>
    Task GradedAsync(AttemptGraded graded, CancellationToken ct);
}

/// <param name="Passed">Whether this attempt, taken by itself, passed.</param>
/// <param name="Result">What all graded attempts of this person at this exam come to now, by the paper's rule: this decides.</param>
/// <param name="At">When the attempt was closed: the deadline, where that had passed. Of a later grading, when it was made.</param>
public sealed record AttemptGraded(Guid AttemptKey, Guid ExamKey, Guid ContextKey, Guid LearnerKey, Points Score, Points Maximum, bool Passed, DateTime At, ExamResult Result);

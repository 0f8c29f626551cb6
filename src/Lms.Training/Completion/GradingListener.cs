using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Completion;

/// <summary>Journey 2 begins here: a grading becomes a line of the enrolment's record and perhaps, in the same commit, a certificate.</summary>
internal sealed class GradingListener(LmsDb db, CompletionRule completion) : IAttemptListener
{
    public async Task GradedAsync(AttemptGraded graded, CancellationToken ct)
    {
        // An exam whose context is no class of ours, or a learner who never enrolled, is somebody else's business.
        if (await db.HoldEnrolmentAsync(e => e.ClassKey == graded.ContextKey && e.PersonKey == graded.LearnerKey, ct) is not { } enrolment) return;
        var of = await db.Classes.AsNoTracking().SingleAsync(c => c.Key == enrolment.ClassKey, ct);
        db.AddRange(enrolment.Graded(graded, of.ExamAttempts).ToList());
        await completion.EvaluateAsync(enrolment, of, graded.At, ct);
    }
}

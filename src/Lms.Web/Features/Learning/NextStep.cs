namespace Lms.Web.Features.Learning;

using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;

/// <summary>ReadLesson: go on with the next lesson. AllDone: nothing is left for the trainee to do, the result is being worked out.</summary>
public enum NextStepKind
{
    WaitForStart, ReadLesson, ResumeExam, SitExam, WaitForExam, ExamMissed, NoAttemptsLeft, WaitForMarking, AllDone,
    CertificateReady, CertificateHeldBack, Completed, Withdrawn, Cancelled,
}

/// <summary>The one thing a trainee should do next in a class.</summary>
/// <param name="At">When the exam opens, or when the attempt in progress is due (UTC).</param>
/// <param name="ExamOpen">The exam may be sat now, though something else comes first.</param>
public sealed record NextStep(NextStepKind Kind, MyClass Class, DateTime? At = null, PublicCode? Attempt = null, bool ExamOpen = false)
{
    /// <param name="sittings">Null where she never began the exam.</param>
    public static NextStep Of(MyClass mine, Sittings? sittings, DateTime now)
    {
        if (mine.State == ClassState.Cancelled) return new(NextStepKind.Cancelled, mine);
        return mine.Status switch
        {
            EnrolmentStatus.Withdrawn => new(NextStepKind.Withdrawn, mine),
            EnrolmentStatus.Completed when mine.CertificateHeldBack is not null => new(NextStepKind.CertificateHeldBack, mine),
            EnrolmentStatus.Completed when mine.CertificateIssued => new(NextStepKind.CertificateReady, mine),
            EnrolmentStatus.Completed => new(NextStepKind.Completed, mine),
            EnrolmentStatus.Enrolled or EnrolmentStatus.Failed => WhileLearning(mine, sittings, now),
        };
    }

    private static NextStep WhileLearning(MyClass mine, Sittings? sittings, DateTime now)
    {
        if (sittings?.InProgress is { } attempt) return new(NextStepKind.ResumeExam, mine, attempt.DueAt, attempt.Code);
        if (mine.State == ClassState.Planned) return new(NextStepKind.WaitForStart, mine);

        var examLeft = mine.ExamCode is not null && mine.ExamPassed != true;
        var examOpen = examLeft && sittings?.Left != 0 && mine.ExamOpensAt <= now && now < mine.ExamClosesAt;
        if (mine.NextLessonId is not null) return new(NextStepKind.ReadLesson, mine, ExamOpen: examOpen);
        if (!examLeft) return new(NextStepKind.AllDone, mine);
        if (sittings?.AwaitingMarking is not null) return new(NextStepKind.WaitForMarking, mine);
        if (examOpen) return new(NextStepKind.SitExam, mine, mine.ExamClosesAt, ExamOpen: true);
        if (sittings?.Left == 0) return new(NextStepKind.NoAttemptsLeft, mine);
        return now < mine.ExamOpensAt ? new(NextStepKind.WaitForExam, mine, mine.ExamOpensAt) : new(NextStepKind.ExamMissed, mine);
    }
}

using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Progress;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Completion;

/// <summary>
/// A class is completed when every lesson of the pinned course version is done and the exam, where there is one, is passed;
/// whichever comes last asks here. Joins the caller's unit of work, which holds the enrolment's lock and saves.
/// </summary>
internal sealed class CompletionRule(LmsDb db, Courses courses, ProgrammeAward award)
{
    public async Task EvaluateAsync(Enrolment enrolment, TrainingClass of, DateTime now, CancellationToken ct)
    {
        if (enrolment.Status is EnrolmentStatus.Completed or EnrolmentStatus.Withdrawn) return;
        if (of.ExamKey is not null && enrolment.ExamPassed != true) return;
        if (!await AllLessonsDoneAsync(enrolment, of, ct)) return;

        db.Add(enrolment.Complete(now));
        await award.GiveAsync(enrolment, of, null, now, ct);
    }

    private async Task<bool> AllLessonsDoneAsync(Enrolment enrolment, TrainingClass of, CancellationToken ct)
    {
        var lessons = (await courses.VersionAsync(of.CourseVersionKey, ct))!.Content.Lessons.Count();
        // Only lessons of the pinned version are ever marked, so counting is enough.
        return lessons == await db.LessonEvents.CountAsync(l => l.EnrolmentKey == enrolment.Key && l.Kind == LessonEventKind.Completed, ct);
    }
}

using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Progress;

/// <summary>A trainee's place in a class, with all that her pages say of it.</summary>
internal sealed record Seat(Guid EnrolmentKey, EnrolmentStatus Status, string? LastLessonId, bool? ExamPassed, DateTime? CertificateIssuedAt, string? CertificateHeldBack,
    Guid ClassKey, PublicCode Code, string ClassCode, string Title, string Place, string InstitutionName, string? CredentialCode, Guid CourseVersionKey,
    DateOnly StartsOn, DateOnly EndsOn, DateTime? CancelledAt, PublicCode? ExamCode, DateTime? ExamOpensAt, DateTime? ExamClosesAt)
{
    /// <summary>What she is not enrolled in, or has withdrawn from, does not exist for her.</summary>
    public static IQueryable<Seat> Of(LmsDb db, Guid personKey, IQueryable<TrainingClass> classes) =>
        db.Enrolments.Where(e => e.PersonKey == personKey && e.Status != EnrolmentStatus.Withdrawn)
            .Join(classes, e => e.ClassKey, c => c.Key, (e, c) => new { e, c })
            .OrderByDescending(x => x.c.StartsOn).ThenBy(x => x.c.Code)
            .Select(x => new Seat(x.e.Key, x.e.Status, x.e.LastLessonId, x.e.ExamPassed, x.e.CertificateIssuedAt, x.e.CertificateHeldBack,
                x.c.Key, x.c.PublicCode, x.c.Code, x.c.Title, x.c.Place,
                db.Set<Organisation>().First(o => o.Key == x.c.InstitutionKey).Name, db.Set<Programme>().First(p => p.Key == x.c.ProgrammeKey).CredentialCode, x.c.CourseVersionKey,
                x.c.StartsOn, x.c.EndsOn, x.c.CancelledAt, x.c.ExamCode, x.c.ExamOpensAt, x.c.ExamClosesAt));

    public ClassState StateOn(DateOnly today) => TrainingClass.StateOn(today, StartsOn, EndsOn, CancelledAt);

    public MyClass Show(CourseVersion course, IReadOnlySet<string> done, DateOnly today)
    {
        var open = course.Content.Lessons.Where(l => !done.Contains(l.Id)).ToList();
        var next = open.Find(l => l.Id == LastLessonId) ?? open.FirstOrDefault();
        return new MyClass(Code, ClassKey, ClassCode, Title, InstitutionName, StartsOn, EndsOn, StateOn(today), Status,
            done.Count, course.Content.Lessons.Count(), next?.Id, next?.Title, ExamCode, ExamOpensAt, ExamClosesAt, ExamPassed, CredentialCode, CertificateIssuedAt is not null, CertificateHeldBack);
    }
}

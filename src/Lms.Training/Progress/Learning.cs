using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Completion;
using Lms.Training.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Progress;

/// <summary>The trainee's side of a class. All is addressed by the class code and her own key: what she is not enrolled in does not exist for her.</summary>
public sealed class Learning
{
    private readonly LmsDb db;
    private readonly Courses courses;
    private readonly CompletionRule completion;
    private readonly TimeProvider clock;

    internal Learning(LmsDb db, Courses courses, CompletionRule completion, TimeProvider clock) =>
        (this.db, this.courses, this.completion, this.clock) = (db, courses, completion, clock);

    private DateOnly Today => CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>The latest start first. Three queries at most, however many classes.</summary>
    public async Task<List<MyClass>> ClassesAsync(Guid personKey, CancellationToken ct = default)
    {
        var seats = await Seat.Of(db, personKey, db.Classes).ToListAsync(ct);
        var versions = await courses.VersionsAsync([.. seats.Select(s => s.CourseVersionKey)], ct);
        var enrolments = seats.ConvertAll(s => s.EnrolmentKey);
        var done = (await db.LessonEvents.Where(l => enrolments.Contains(l.EnrolmentKey) && l.Kind == LessonEventKind.Completed)
            .Select(l => new { l.EnrolmentKey, l.LessonId }).ToListAsync(ct)).ToLookup(l => l.EnrolmentKey, l => l.LessonId);
        var today = Today;
        return seats.ConvertAll(s => s.Show(versions[s.CourseVersionKey], done[s.EnrolmentKey].ToHashSet(), today));
    }

    public async Task<MyCourse?> CourseAsync(PublicCode classCode, Guid personKey, CancellationToken ct = default)
    {
        if (await SeatAsync(classCode, personKey, ct) is not { } seat) return null;
        var course = (await courses.VersionAsync(seat.CourseVersionKey, ct))!;
        var done = await DoneAsync(seat, ct);
        var instructors = await db.ClassInstructors.Where(i => i.ClassKey == seat.ClassKey)
            .Join(db.People, i => i.PersonKey, p => p.Key, (_, p) => p).OrderBy(p => p.SortKey).Select(p => p.FullName).ToListAsync(ct);
        return new MyCourse(seat.Show(course, done, Today), course, done, seat.Place, instructors);
    }

    /// <summary>Opening is recorded: it is where she resumes. Before the class starts, and when it is cancelled, lessons are closed (null).</summary>
    public async Task<MyLesson?> OpenLessonAsync(PublicCode classCode, Guid personKey, string lessonId, CancellationToken ct = default)
    {
        if (await SeatAsync(classCode, personKey, ct) is not { } seat || !LessonsAreOpen(seat.StateOn(Today))) return null;
        var course = (await courses.VersionAsync(seat.CourseVersionKey, ct))!;
        var lessons = course.Content.Lessons.ToList();
        if (lessons.FindIndex(l => l.Id == lessonId) is not (>= 0 and var place)) return null;

        if (seat.LastLessonId != lessonId) await ResumeHereAsync(seat, lessonId, ct);
        var done = await DoneAsync(seat, ct);
        return new MyLesson(seat.Show(course, done, Today), course.Content.Modules.First(m => m.Lessons.Contains(lessons[place])), lessons[place], done.Contains(lessonId), done,
            place == 0 ? null : lessons[place - 1].Id, place == lessons.Count - 1 ? null : lessons[place + 1].Id, place + 1, lessons.Count);
    }

    /// <summary>
    /// Marks lessons as done and evaluates completion; may issue the certificate in the same commit. Done twice is done
    /// once. Where one of them is unknown none is marked.
    /// </summary>
    public async Task<LessonOutcome> CompleteLessonsAsync(PublicCode classCode, Guid personKey, IReadOnlyList<string> lessonIds, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        var enrolment = await db.HoldEnrolmentAsync(
            e => e.PersonKey == personKey && e.Status != EnrolmentStatus.Withdrawn && db.Set<TrainingClass>().Any(c => c.Key == e.ClassKey && c.PublicCode == classCode), ct);
        if (enrolment is null) return LessonOutcome.NotEnrolled;
        var of = await db.Classes.AsNoTracking().SingleAsync(c => c.Key == enrolment.ClassKey, ct);
        if (!LessonsAreOpen(of.StateOn(CityCalendar.DateAt(now)))) return LessonOutcome.NotStarted;
        var known = (await courses.VersionAsync(of.CourseVersionKey, ct))!.Content.Lessons.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        if (!lessonIds.All(known.Contains)) return LessonOutcome.UnknownLesson;

        await db.AppendAsync([.. lessonIds.Distinct(StringComparer.Ordinal).Select(id => new LessonEvent(enrolment.Key, id, LessonEventKind.Completed, now))], skipDuplicates: true, ct);
        await completion.EvaluateAsync(enrolment, of, now, ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return LessonOutcome.Done;
    }

    /// <summary>May this person sit the exam of this code? The class code if so. When it is open is the exam's own question.</summary>
    public Task<PublicCode?> ClassOfExamAsync(PublicCode examCode, Guid personKey, CancellationToken ct = default) =>
        db.Classes.Where(c => c.ExamCode == examCode && c.CancelledAt == null
                && db.Set<Enrolment>().Any(e => e.ClassKey == c.Key && e.PersonKey == personKey && e.Status != EnrolmentStatus.Withdrawn))
            .Select(c => (PublicCode?)c.PublicCode).SingleOrDefaultAsync(ct);

    private static bool LessonsAreOpen(ClassState state) => state switch
    {
        ClassState.Running or ClassState.Finished => true,
        ClassState.Planned or ClassState.Cancelled => false,
    };

    private Task<Seat?> SeatAsync(PublicCode classCode, Guid personKey, CancellationToken ct) =>
        Seat.Of(db, personKey, db.Classes.Where(c => c.PublicCode == classCode)).SingleOrDefaultAsync(ct);

    private Task<HashSet<string>> DoneAsync(Seat seat, CancellationToken ct) =>
        db.LessonEvents.Where(l => l.EnrolmentKey == seat.EnrolmentKey && l.Kind == LessonEventKind.Completed).Select(l => l.LessonId).ToHashSetAsync(ct);

    private async Task ResumeHereAsync(Seat seat, string lessonId, CancellationToken ct)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        await db.AppendAsync([new LessonEvent(seat.EnrolmentKey, lessonId, LessonEventKind.Opened, clock.GetUtcNow().UtcDateTime)], skipDuplicates: true, ct);
        await db.Enrolments.Where(e => e.Key == seat.EnrolmentKey).ExecuteUpdateAsync(set => set.SetProperty(e => e.LastLessonId, lessonId), ct);
        await unit.CommitAsync(ct);
    }
}

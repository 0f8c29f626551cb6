using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Classes;

/// <summary>Planning classes and finding them. A plan and its exam are committed together.</summary>
public sealed class Classes(LmsDb db, Courses courses, Papers papers, Exams exams, TimeProvider clock)
{
    /// <summary>The latest start first.</summary>
    /// <param name="page">1-based.</param>
    public async Task<ClassPage> PageAsync(ClassFilter filter, int page, int pageSize = 50, CancellationToken ct = default)
    {
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        var found = Filtered(filter, today);
        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(c => c.StartsOn).ThenBy(c => c.Code)
            .Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize)
            .Select(c => new ClassRow(c.Key, c.PublicCode, c.Code, c.Title, db.Set<Organisation>().First(o => o.Key == c.InstitutionKey).Name, c.StartsOn, c.EndsOn,
                TrainingClass.StateOn(today, c.StartsOn, c.EndsOn, c.CancelledAt), c.Capacity,
                db.Set<Enrolment>().Count(e => e.ClassKey == c.Key && e.Status != EnrolmentStatus.Withdrawn),
                db.Set<Enrolment>().Count(e => e.ClassKey == c.Key && e.Status == EnrolmentStatus.Completed)))
            .ToListAsync(ct);
        return new ClassPage(rows, total, Math.Max(page, 1), pageSize);
    }

    public Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct = default)
    {
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        return db.Classes.Where(c => c.PublicCode == code)
            .Join(db.Programmes, c => c.ProgrammeKey, p => p.Key, (c, p) => new { c, p })
            .Select(x => new ClassDetail(x.c.Key, x.c.PublicCode, x.c.Code, x.c.Title, x.p.Key, x.p.Title, x.p.CredentialCode, x.c.CourseKey, x.c.CourseVersionKey,
                x.c.InstitutionKey, db.Set<Organisation>().First(o => o.Key == x.c.InstitutionKey).Name, x.c.PaperKey, x.c.ExamKey, x.c.ExamCode,
                x.c.StartsOn, x.c.EndsOn, x.c.ExamOpensAt, x.c.ExamClosesAt, x.c.Capacity, x.c.Place,
                TrainingClass.StateOn(today, x.c.StartsOn, x.c.EndsOn, x.c.CancelledAt),
                x.c.Instructors.Select(i => i.PersonKey).ToList(),
                db.Set<Enrolment>().Count(e => e.ClassKey == x.c.Key && e.Status != EnrolmentStatus.Withdrawn),
                db.Set<Enrolment>().Count(e => e.ClassKey == x.c.Key && e.Status == EnrolmentStatus.Completed)))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>For the form; a flat number of queries.</summary>
    public async Task<ClassOptions> OptionsAsync(CancellationToken ct = default)
    {
        var published = (await courses.ListAsync(ct: ct)).Where(c => c.PublishedVersionKey is not null).ToDictionary(c => c.Key, c => new ClassOption(c.Key, c.Code, c.Title));
        var programmes = await db.Programmes.Where(p => p.Active).OrderBy(p => p.Code)
            .Select(p => new { p.Key, p.Code, p.Title, CourseKeys = p.Courses.OrderBy(c => c.Place).Select(c => c.CourseKey).ToList() }).ToListAsync(ct);
        var institutions = await db.Organisations.Where(o => o.Active && o.Kind == OrganisationKind.Institution).OrderBy(o => o.SortKey)
            .Select(o => new ClassOption(o.Key, o.Code, o.Name)).ToListAsync(ct);
        var choosable = (await papers.ListAsync(ct: ct)).Where(p => p.PublishedVersionKey is not null).Select(p => new ClassOption(p.Key, "", p.Title)).ToList();
        return new ClassOptions(
            programmes.ConvertAll(p => new ProgrammeOption(p.Key, p.Code, p.Title, [.. p.CourseKeys.Select(k => published.GetValueOrDefault(k)).OfType<ClassOption>()])),
            institutions, choosable);
    }

    public async Task<(ClassOutcome Outcome, PublicCode? Code)> PlanAsync(ClassDraft draft, Guid? by, CancellationToken ct = default)
    {
        var plan = ClassRules.Tidy(draft);
        if ((ClassRules.Problem(plan) ?? await UnknownAsync(plan, ct)) is { } problem) return (problem, null);
        if (await PublishedCourseAsync(plan, ct) is not { } versionKey) return (ClassOutcome.CourseNotPublished, null);

        await using var unit = await db.BeginUnitAsync(ct);
        var planned = TrainingClass.Plan(plan, versionKey, by, clock.GetUtcNow().UtcDateTime);
        db.Add(planned);
        if (!await PinExamAsync(planned, plan, ct)) return (ClassOutcome.PaperNotPublished, null);
        if (!await TrySaveAsync(ct)) return (ClassOutcome.CodeTaken, null);
        await unit.CommitAsync(ct);
        return (ClassOutcome.Done, planned.PublicCode);
    }

    /// <summary>Once somebody is enrolled, the course and the paper stay as pinned (<see cref="ClassOutcome.HasEnrolments"/>).</summary>
    public async Task<ClassOutcome> ChangeAsync(PublicCode code, ClassDraft draft, Guid? by, CancellationToken ct = default)
    {
        var plan = ClassRules.Tidy(draft);
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.HoldClassAsync(code, ct) is not { } found) return ClassOutcome.NotFound;
        if ((ClassRules.Problem(plan) ?? await UnknownAsync(plan, ct)) is { } problem) return problem;

        var taken = await db.Enrolments.CountAsync(e => e.ClassKey == found.Key && e.Status != EnrolmentStatus.Withdrawn, ct);
        if (plan.Capacity < taken) return ClassOutcome.CapacityInvalid;
        var repinned = (plan.ProgrammeKey, plan.CourseKey, plan.PaperKey) != (found.ProgrammeKey, found.CourseKey, found.PaperKey);
        if (repinned && await db.Enrolments.AnyAsync(e => e.ClassKey == found.Key, ct)) return ClassOutcome.HasEnrolments;

        found.Describe(plan);
        if (plan.CourseKey != found.CourseKey && await PublishedCourseAsync(plan, ct) is not { }) return ClassOutcome.CourseNotPublished;
        if (plan.CourseKey != found.CourseKey || plan.ProgrammeKey != found.ProgrammeKey)
            found.PinCourse(plan.ProgrammeKey, plan.CourseKey, plan.CourseKey == found.CourseKey ? found.CourseVersionKey : (await PublishedCourseAsync(plan, ct))!.Value);
        if (!await PinExamAsync(found, plan, ct)) return ClassOutcome.PaperNotPublished;
        if (!await TrySaveAsync(ct)) return ClassOutcome.CodeTaken;
        await unit.CommitAsync(ct);
        return ClassOutcome.Done;
    }

    /// <summary>Lessons and exam are closed to its trainees from then on; what they did stays. Cancelling twice is cancelling once.</summary>
    public async Task<ClassOutcome> CancelAsync(PublicCode code, Guid? by, CancellationToken ct = default)
    {
        if (await db.Classes.SingleOrDefaultAsync(c => c.PublicCode == code, ct) is not { } found) return ClassOutcome.NotFound;
        if (found.CancelledAt is null) found.Cancel(by, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return ClassOutcome.Done;
    }

    private IQueryable<TrainingClass> Filtered(ClassFilter filter, DateOnly today)
    {
        var classes = filter.State is { } state ? TrainingClass.In(db.Classes, state, today) : db.Classes;
        foreach (var word in FoldedText.Words(filter.Search)) classes = classes.Where(c => c.SearchText.Contains(word));
        if (filter.InstitutionKey is { } institution) classes = classes.Where(c => c.InstitutionKey == institution);
        if (filter.InstructorKey is { } instructor) classes = classes.Where(c => c.Instructors.Any(i => i.PersonKey == instructor));
        if (filter.Year is { } year) classes = classes.Where(c => c.StartsOn.Year == year);
        return classes;
    }

    private async Task<ClassOutcome?> UnknownAsync(ClassDraft plan, CancellationToken ct)
    {
        var courseKeys = await db.Programmes.Where(p => p.Key == plan.ProgrammeKey).Select(p => p.Courses.Select(c => c.CourseKey).ToList()).SingleOrDefaultAsync(ct);
        if (courseKeys is null) return ClassOutcome.UnknownProgramme;
        if (!courseKeys.Contains(plan.CourseKey)) return ClassOutcome.CourseNotInProgramme;
        if (!await db.Organisations.AnyAsync(o => o.Key == plan.InstitutionKey, ct)) return ClassOutcome.UnknownInstitution;
        return await db.People.CountAsync(p => plan.InstructorKeys.Contains(p.Key), ct) == plan.InstructorKeys.Count ? null : ClassOutcome.UnknownInstructor;
    }

    private async Task<Guid?> PublishedCourseAsync(ClassDraft plan, CancellationToken ct) =>
        (await courses.ListAsync(ct: ct)).Find(c => c.Key == plan.CourseKey)?.PublishedVersionKey;

    /// <summary>Schedules the exam of a new paper, moves the window of the one there is, or lets go of it. False where the paper is not published.</summary>
    private async Task<bool> PinExamAsync(TrainingClass planned, ClassDraft plan, CancellationToken ct)
    {
        if (plan is not { PaperKey: { } paperKey, ExamOpensAt: { } opensAt, ExamClosesAt: { } closesAt })
        {
            planned.DropExam();
            return true;
        }

        if (planned.PaperKey == paperKey && planned.ExamKey is { } examKey)
        {
            if ((planned.ExamOpensAt, planned.ExamClosesAt) != (opensAt, closesAt)) await exams.RescheduleAsync(examKey, opensAt, closesAt, ct);
        }
        else
        {
            if ((await papers.ListAsync(ct: ct)).Find(p => p.Key == paperKey)?.PublishedVersionKey is not { } versionKey) return false;
            if (await exams.ScheduleAsync(new NewExam(versionKey, plan.Title, planned.Key, opensAt, closesAt), ct) is not { } exam) return false;
            planned.PinExam(paperKey, versionKey, exam);
        }

        planned.SetExamWindow(opensAt, closesAt);
        return true;
    }

    private async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

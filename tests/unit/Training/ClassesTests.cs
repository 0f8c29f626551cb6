using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Classes;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Training;

public sealed class ClassesTests
{
    [Theory, EveryDatabase]
    public async Task A_class_pins_the_published_course_and_schedules_its_exam(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();

        Assert.Equal((ClassState.Running, 0, 0, "Trường Đại học Mở", "CTXH-III"), (of.State, of.Enrolled, of.Completed, of.InstitutionName, of.CredentialCode));
        var exam = await school.Db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(of.ExamCode!.Value));
        Assert.Equal((of.Key, of.ExamKey, of.ExamOpensAt, of.ExamClosesAt), (exam!.ContextKey, exam.Key, exam.OpensAt, exam.ClosesAt));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_planned_is_refused_with_its_reason_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 1);
        var foreign = await school.CourseAsync("KH-9", []);
        var draft = school.Draft();

        Assert.Equal(ClassOutcome.CodeMissing, await PlanAsync(draft with { Code = " " }));
        Assert.Equal(ClassOutcome.TitleMissing, await PlanAsync(draft with { Title = "" }));
        Assert.Equal(ClassOutcome.TooLong, await PlanAsync(draft with { Code = new string('x', 41) }));
        Assert.Equal(ClassOutcome.DatesReversed, await PlanAsync(draft with { EndsOn = draft.StartsOn.AddDays(-1) }));
        Assert.Equal(ClassOutcome.ExamWindowInvalid, await PlanAsync(draft with { ExamClosesAt = draft.ExamOpensAt }));
        Assert.Equal(ClassOutcome.ExamWindowInvalid, await PlanAsync(draft with { ExamOpensAt = null }));
        Assert.Equal(ClassOutcome.CapacityInvalid, await PlanAsync(draft with { Capacity = 0 }));
        Assert.Equal(ClassOutcome.UnknownProgramme, await PlanAsync(draft with { ProgrammeKey = Guid.NewGuid() }));
        Assert.Equal(ClassOutcome.CourseNotInProgramme, await PlanAsync(draft with { CourseKey = foreign }));
        Assert.Equal(ClassOutcome.PaperNotPublished, await PlanAsync(draft with { PaperKey = Guid.NewGuid() }));
        Assert.Equal(ClassOutcome.UnknownInstitution, await PlanAsync(draft with { InstitutionKey = Guid.NewGuid() }));
        Assert.Equal(ClassOutcome.UnknownInstructor, await PlanAsync(draft with { InstructorKeys = [Guid.NewGuid()] }));
        Assert.Empty((await PageAsync(school, new ClassFilter())).Classes);

        await school.ClassAsync(draft);
        Assert.Equal(ClassOutcome.CodeTaken, await PlanAsync(draft));
        Assert.Single((await PageAsync(school, new ClassFilter())).Classes);

        async Task<ClassOutcome> PlanAsync(ClassDraft wrong) => (await school.Db.UseAsync<Classes, (ClassOutcome Outcome, PublicCode?)>(c => c.PlanAsync(wrong, null))).Outcome;
    }

    [Theory, EveryDatabase]
    public async Task Once_somebody_is_enrolled_course_and_paper_stay_as_pinned(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 2);
        var of = await school.ClassAsync();
        var draft = school.Draft();

        Assert.Equal(ClassOutcome.Done, await ChangeAsync(draft with { CourseKey = school.Courses[1], PaperKey = null }));
        Assert.Null((await school.FindAsync(of.PublicCode)).ExamKey);
        Assert.Equal(ClassOutcome.Done, await ChangeAsync(draft));
        await school.TraineeAsync(of);
        await school.TraineeAsync(of, "NV-2");

        Assert.Equal(ClassOutcome.HasEnrolments, await ChangeAsync(draft with { CourseKey = school.Courses[1] }));
        Assert.Equal(ClassOutcome.HasEnrolments, await ChangeAsync(draft with { PaperKey = null }));
        Assert.Equal(ClassOutcome.CapacityInvalid, await ChangeAsync(draft with { Capacity = 1 }));
        Assert.Equal(ClassOutcome.NotFound, await school.Db.UseAsync<Classes, ClassOutcome>(c => c.ChangeAsync(PublicCode.New(), draft, null)));

        var teacher = await school.PersonAsync("GV-1");
        var later = draft.ExamClosesAt!.Value.AddDays(3);
        Assert.Equal(ClassOutcome.Done, await ChangeAsync(draft with { Title = "Lớp mới", Capacity = 2, ExamClosesAt = later, InstructorKeys = [teacher] }));
        var changed = await school.FindAsync(of.PublicCode);
        Assert.Equal(("Lớp mới", 2, later), (changed.Title, changed.Capacity, changed.ExamClosesAt!.Value));
        Assert.Equal([teacher], changed.InstructorKeys);
        Assert.Equal(later, (await school.Db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(changed.ExamCode!.Value)))!.ClosesAt);

        Task<ClassOutcome> ChangeAsync(ClassDraft to) => school.Db.UseAsync<Classes, ClassOutcome>(c => c.ChangeAsync(of.PublicCode, to, null));
    }

    [Theory, EveryDatabase]
    public async Task Classes_are_found_by_state_year_teacher_institution_and_words(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var teacher = await school.PersonAsync("GV-1");
        var draft = school.Draft(exam: false);
        await school.ClassAsync(draft with { Code = "A", Title = "Quản lý ca", InstructorKeys = [teacher] });
        await school.ClassAsync(draft with { Code = "B", StartsOn = new(2025, 12, 30), EndsOn = new(2026, 1, 2) });
        await school.ClassAsync(draft with { Code = "C", StartsOn = new(2026, 3, 3) });
        var cancelled = await school.ClassAsync(draft with { Code = "D" });
        await school.Db.UseAsync<Classes>(c => c.CancelAsync(cancelled.PublicCode, null));

        Assert.Equal(["C", "A", "D", "B"], await CodesAsync(new()));
        Assert.Equal(["A"], await CodesAsync(new(State: ClassState.Running)));
        Assert.Equal(["B"], await CodesAsync(new(State: ClassState.Finished)));
        Assert.Equal(["C"], await CodesAsync(new(State: ClassState.Planned)));
        Assert.Equal(["D"], await CodesAsync(new(State: ClassState.Cancelled)));
        Assert.Equal(["B"], await CodesAsync(new(Year: 2025)));
        Assert.Equal(["A"], await CodesAsync(new(InstructorKey: teacher)));
        Assert.Equal(["A"], await CodesAsync(new(Search: "quan LY")));
        Assert.Empty(await CodesAsync(new(InstitutionKey: school.Facility)));
        var page = await PageAsync(school, new ClassFilter(), 2, 3);
        Assert.Equal((4, "B", ClassState.Finished), (page.Total, page.Classes.Single().Code, page.Classes.Single().State));

        async Task<IEnumerable<string>> CodesAsync(ClassFilter filter) => (await PageAsync(school, filter)).Classes.Select(c => c.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_form_offers_what_can_be_planned(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 2);
        var options = await school.Db.UseAsync<Classes, ClassOptions>(c => c.OptionsAsync());

        Assert.Equal(["KH-1", "KH-2"], Assert.Single(options.Programmes).Courses.Select(c => c.Code));
        Assert.Equal([school.Institution], options.Institutions.Select(i => i.Key));
        Assert.Equal([school.Paper], options.Papers.Select(p => p.Key));
    }

    private static Task<ClassPage> PageAsync(School school, ClassFilter filter, int page = 1, int size = 50) =>
        school.Db.UseAsync<Classes, ClassPage>(c => c.PageAsync(filter, page, size));
}

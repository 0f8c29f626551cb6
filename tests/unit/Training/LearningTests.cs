using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Training;

public sealed class LearningTests
{
    [Theory, EveryDatabase]
    public async Task A_trainee_resumes_at_the_lesson_she_opened_last(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);
        Assert.Equal(("l1", 0, 3), Next(await MineAsync(school, hoa)));

        var lesson = await OpenAsync(school, of, hoa, "l2");
        await OpenAsync(school, of, hoa, "l2");
        Assert.Equal(("l1", "l3", 2, 3, false), (lesson!.PreviousLessonId, lesson.FollowingLessonId, lesson.Ordinal, lesson.Of, lesson.Done));
        Assert.Equal(("l2", 0, 3), Next(await MineAsync(school, hoa)));

        await school.StudyAsync(of, hoa, "l2");
        Assert.Equal(("l1", 1, 3), Next(await MineAsync(school, hoa)));
        await school.StudyAsync(of, hoa, "l1", "l3", "l3");
        Assert.Equal((null, 3, 3), Next(await MineAsync(school, hoa)));
        Assert.True((await OpenAsync(school, of, hoa, "l3"))!.Done);

        static (string? Id, int Done, int Of) Next(MyClass mine) => (mine.NextLessonId, mine.LessonsDone, mine.Lessons);
    }

    [Theory, EveryDatabase]
    public async Task What_she_is_not_enrolled_in_does_not_exist_for_her(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);
        var other = await school.PersonAsync("NV-2");

        Assert.Equal(of.PublicCode, await ExamAsync(school, of, hoa));
        Assert.NotNull(await CourseAsync(school, of, hoa));
        await AssertNothingAsync(other);

        await school.Db.UseAsync<Enrolments>(e => e.WithdrawAsync(of.PublicCode, hoa, null, null));
        await AssertNothingAsync(hoa);

        async Task AssertNothingAsync(Guid person)
        {
            Assert.Empty(await school.Db.UseAsync<Learning, List<MyClass>>(l => l.ClassesAsync(person)));
            Assert.Null(await CourseAsync(school, of, person));
            Assert.Null(await OpenAsync(school, of, person, "l1"));
            Assert.Null(await ExamAsync(school, of, person));
            Assert.Equal(LessonOutcome.NotEnrolled, await school.StudyAsync(of, person));
        }
    }

    [Theory, EveryDatabase]
    public async Task Lessons_open_on_the_first_day_by_the_citys_calendar(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(exam: false));
        var hoa = await school.TraineeAsync(of);

        school.Db.Clock.MoveTo(new DateTime(2026, 3, 1, 16, 59, 0)); // 23:59 on 1 March in the city
        Assert.Equal(LessonOutcome.NotStarted, await school.StudyAsync(of, hoa));
        Assert.Null(await OpenAsync(school, of, hoa, "l1"));
        Assert.Equal(ClassState.Planned, (await MineAsync(school, hoa)).State);

        school.Db.Clock.MoveTo(new DateTime(2026, 3, 1, 17, 0, 0));
        Assert.Equal(ClassState.Running, (await MineAsync(school, hoa)).State);
        Assert.NotNull(await OpenAsync(school, of, hoa, "l1"));

        school.Db.Clock.MoveTo(new DateTime(2026, 3, 13, 17, 0, 0));
        Assert.Equal(ClassState.Finished, (await MineAsync(school, hoa)).State);
        Assert.Equal(LessonOutcome.Done, await school.StudyAsync(of, hoa));
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_class_is_shown_and_closed(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);
        await school.Db.UseAsync<Classes>(c => c.CancelAsync(of.PublicCode, null));

        Assert.Equal(ClassState.Cancelled, (await MineAsync(school, hoa)).State);
        Assert.Equal(LessonOutcome.NotStarted, await school.StudyAsync(of, hoa));
        Assert.Null(await ExamAsync(school, of, hoa));
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_lesson_marks_none(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);

        Assert.Equal(LessonOutcome.UnknownLesson, await school.StudyAsync(of, hoa, "l1", "không có"));
        Assert.Null(await OpenAsync(school, of, hoa, "không có"));
        Assert.Equal(0, (await MineAsync(school, hoa)).LessonsDone);
    }

    [Theory, EveryDatabase]
    public async Task Her_course_page_shows_lessons_teachers_and_place(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var (lan, anh) = (await school.PersonAsync("GV-1", "Trần Lan"), await school.PersonAsync("GV-2", "Lê Ánh"));
        var of = await school.ClassAsync(school.Draft() with { InstructorKeys = [lan, anh] });
        var hoa = await school.TraineeAsync(of);
        await school.StudyAsync(of, hoa, "l1");

        var course = (await CourseAsync(school, of, hoa))!;
        Assert.Equal(["Lê Ánh", "Trần Lan"], course.Instructors);
        Assert.Equal(("Quận 3", 1, "Trường Đại học Mở"), (course.Place, course.Course.Number, course.Class.InstitutionName));
        Assert.Equal(["l1"], course.LessonsDone);
    }

    [Theory, EveryDatabase]
    public async Task Sixteen_lessons_are_done_with_as_few_statements_as_two(DatabaseProvider provider)
    {
        string[] ids = [.. Enumerable.Range(1, 18).Select(i => $"l{i}")];
        await using var school = await School.OpenAsync(provider, lessons: ids);
        var of = await school.ClassAsync(school.Draft(exam: false));
        var hoa = await school.TraineeAsync(of);
        await MineAsync(school, hoa); // reads the course version, which is then cached

        var two = await QueryCounter.CountAsync(() => school.StudyAsync(of, hoa, "l1", "l2"));
        var many = await QueryCounter.CountAsync(() => school.StudyAsync(of, hoa, ids[..17]));
        Assert.Equal(two, many);
        Assert.InRange(many, 1, 5);

        var withCertificate = await QueryCounter.CountAsync(() => school.StudyAsync(of, hoa, ids));
        Assert.Single(await school.CertificatesAsync(hoa));
        Assert.InRange(withCertificate, many, 26);
    }

    [Theory, EveryDatabase]
    public async Task Her_list_takes_as_many_queries_for_five_classes_as_for_one(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var few = await school.TraineeAsync(await school.ClassAsync(school.Draft("LOP-0")), "NV-1");
        var many = await school.PersonAsync("NV-2");
        for (var i = 1; i <= 5; i++) await school.EnrolAsync(await school.ClassAsync(school.Draft($"LOP-{i}")), "NV-2");

        var one = await QueryCounter.CountAsync(() => school.Db.UseAsync<Learning>(l => l.ClassesAsync(few)));
        var five = await QueryCounter.CountAsync(() => school.Db.UseAsync<Learning>(l => l.ClassesAsync(many)));
        Assert.InRange(five, 1, one);
        Assert.InRange(one, 1, 3);
    }

    [Theory, EveryDatabase]
    public async Task An_organisation_sees_its_own_people_and_what_became_of_them(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var (first, second) = (await school.ClassAsync(school.Draft("LOP-A")), await school.ClassAsync(school.Draft("LOP-B", exam: false)));
        var hoa = await school.TraineeAsync(first, "NV-1", "Lê Hoa");
        await school.EnrolAsync(second, "NV-1");
        await school.TraineeAsync(first, "NV-2", "Lê An", p => p with { OrganisationKey = school.Institution });
        await school.PersonAsync("NV-3", "Lê Ánh");
        await school.StudyAsync(second, hoa);
        await school.StudyAsync(first, hoa, "l1");

        var page = await school.Db.UseAsync<OrganisationProgress, ProgressPage>(p => p.PageAsync(school.Facility, null, 1));

        Assert.Equal(["Lê Ánh", "Lê Hoa"], page.People.Select(p => p.FullName));
        Assert.Empty(page.People[0].Classes);
        Assert.Equal(
            [("LOP-A", EnrolmentStatus.Enrolled, 1, 3, false), ("LOP-B", EnrolmentStatus.Completed, 3, 3, true)],
            page.People[1].Classes.Select(c => (c.Code, c.Status, c.LessonsDone, c.Lessons, c.CertificateIssued)));
        Assert.Equal(2, page.Total);
        Assert.InRange(await QueryCounter.CountAsync(() => school.Db.UseAsync<OrganisationProgress>(p => p.PageAsync(school.Facility, "hoa", 1))), 1, 4);
    }

    private static async Task<MyClass> MineAsync(School school, Guid person) => Assert.Single(await school.Db.UseAsync<Learning, List<MyClass>>(l => l.ClassesAsync(person)));

    private static Task<MyLesson?> OpenAsync(School school, ClassDetail of, Guid person, string lesson) =>
        school.Db.UseAsync<Learning, MyLesson?>(l => l.OpenLessonAsync(of.PublicCode, person, lesson));

    private static Task<MyCourse?> CourseAsync(School school, ClassDetail of, Guid person) => school.Db.UseAsync<Learning, MyCourse?>(l => l.CourseAsync(of.PublicCode, person));

    private static Task<PublicCode?> ExamAsync(School school, ClassDetail of, Guid person) =>
        school.Db.UseAsync<Learning, PublicCode?>(l => l.ClassOfExamAsync(of.ExamCode!.Value, person));
}

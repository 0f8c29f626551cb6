using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Training;

/// <summary>Journey 2: from the last lesson or the grading, whichever comes last, to the certificate.</summary>
public sealed class CompletionTests
{
    [Theory, EveryDatabase]
    public async Task Lessons_and_then_the_exam_lead_to_one_certificate(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);

        Assert.Equal(LessonOutcome.Done, await school.StudyAsync(of, hoa));
        Assert.Equal(EnrolmentStatus.Enrolled, (await school.RowAsync(of, hoa)).Status);
        await school.SitAsync(of, hoa);

        var row = await school.RowAsync(of, hoa);
        Assert.Equal((EnrolmentStatus.Completed, 3, 3, 100m, true), (row.Status, row.LessonsDone, row.Lessons, row.ResultPercent!.Value, row.ExamPassed!.Value));
        Assert.Single(await school.CertificatesAsync(hoa));
        var history = await school.Db.UseAsync<Enrolments, List<EnrolmentStep>>(e => e.HistoryAsync(row.EnrolmentKey));
        Assert.Equal(
            [EnrolmentEventKind.Enrolled, EnrolmentEventKind.ExamGraded, EnrolmentEventKind.Completed, EnrolmentEventKind.CertificateIssued],
            history.OrderBy(h => h.At).ThenBy(h => h.Kind).Select(h => h.Kind));
    }

    [Theory, EveryDatabase]
    public async Task The_exam_and_then_the_lessons_lead_to_one_certificate(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);

        await school.SitAsync(of, hoa);
        Assert.Equal(EnrolmentStatus.Enrolled, (await school.RowAsync(of, hoa)).Status);
        await school.StudyAsync(of, hoa, "l1", "l2");
        Assert.Empty(await school.CertificatesAsync(hoa));
        await school.StudyAsync(of, hoa, "l3");
        await school.StudyAsync(of, hoa);

        Assert.Equal(EnrolmentStatus.Completed, (await school.RowAsync(of, hoa)).Status);
        Assert.Single(await school.CertificatesAsync(hoa));
    }

    [Theory, EveryDatabase]
    public async Task The_last_lesson_and_the_hand_in_at_one_moment_lead_to_one_certificate(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var people = new List<Guid>();
        for (var i = 0; i < 6; i++) people.Add(await school.TraineeAsync(of, $"NV-{i}"));

        foreach (var person in people)
        {
            var attempt = await school.StartAsync(of, person);
            await Task.WhenAll(
                Task.Run(() => school.StudyAsync(of, person)),
                Task.Run(() => school.Db.UseAsync<Exams, HandInOutcome>(e => e.HandInAsync(attempt, person))),
                Task.Run(() => school.StudyAsync(of, person)));
        }

        Assert.All(await school.RosterAsync(of), r => Assert.Equal((EnrolmentStatus.Completed, 3), (r.Status, r.LessonsDone)));
        foreach (var person in people) Assert.Single(await school.CertificatesAsync(person));
    }

    [Theory, EveryDatabase]
    public async Task A_class_without_an_exam_is_completed_by_its_lessons(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(exam: false));
        var hoa = await school.TraineeAsync(of);

        await school.StudyAsync(of, hoa);

        Assert.Null(of.ExamCode);
        Assert.Equal(EnrolmentStatus.Completed, (await school.RowAsync(of, hoa)).Status);
        Assert.Single(await school.CertificatesAsync(hoa));
    }

    [Theory, EveryDatabase]
    public async Task The_certificate_comes_with_the_last_course_of_the_programme(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 2);
        var first = await school.ClassAsync(school.Draft("LOP-A", 0));
        var second = await school.ClassAsync(school.Draft("LOP-B", 1));
        var hoa = await school.TraineeAsync(first);
        await school.EnrolAsync(second, "NV-1");

        await school.StudyAsync(second, hoa);
        await school.SitAsync(second, hoa);
        Assert.Equal(EnrolmentStatus.Completed, (await school.RowAsync(second, hoa)).Status);
        Assert.Empty(await school.CertificatesAsync(hoa));
        await school.StudyAsync(first, hoa);
        await school.SitAsync(first, hoa);

        var entry = await school.Db.UseAsync<CertificateRegister, RegisterEntry?>(async r => await r.FindAsync((await school.CertificatesAsync(hoa)).Single().Code));
        Assert.Equal(("LOP-A", "Chương trình CT-III", "Nguyễn Thị Hoa", "Trung tâm Bảo trợ", 100m), (entry!.ClassCode, entry.CourseTitle, entry.HolderName, entry.OrganisationName, entry.ResultPercent!.Value));
        var facts = (await school.Db.UseAsync<Lms.Certificates.Issuing.Certificates, Lms.Certificates.Verification.VerificationResult>(c => c.VerifyAsync(entry.Code.Value))).Facts!;
        Assert.Equal((48, "Trường Đại học Mở"), (facts.Hours, facts.IssuerName));
    }

    [Theory, EveryDatabase]
    public async Task Two_courses_completed_at_one_moment_lead_to_one_certificate(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 2);
        var first = await school.ClassAsync(school.Draft("LOP-A", 0, exam: false));
        var second = await school.ClassAsync(school.Draft("LOP-B", 1, exam: false));
        for (var i = 0; i < 5; i++)
        {
            var person = await school.TraineeAsync(first, $"NV-{i}");
            await school.EnrolAsync(second, $"NV-{i}");
            await Task.WhenAll(Task.Run(() => school.StudyAsync(first, person)), Task.Run(() => school.StudyAsync(second, person)));
            Assert.Single(await school.CertificatesAsync(person));
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_course_once_more_gives_no_second_certificate(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var first = await school.ClassAsync(school.Draft("LOP-A"));
        var again = await school.ClassAsync(school.Draft("LOP-B"));
        var hoa = await school.TraineeAsync(first);
        await school.EnrolAsync(again, "NV-1");
        foreach (var of in new[] { first, again })
        {
            await school.StudyAsync(of, hoa);
            await school.SitAsync(of, hoa);
        }

        var row = await school.RowAsync(again, hoa);
        Assert.Equal((EnrolmentStatus.Completed, (string?)null), (row.Status, row.CertificateHeldBack));
        Assert.Single(await school.CertificatesAsync(hoa));
    }

    [Theory, EveryDatabase]
    public async Task Failing_shows_when_no_attempt_is_left_and_not_before(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);
        await school.StudyAsync(of, hoa);

        await school.SitAsync(of, hoa, right: false);
        var once = await school.RowAsync(of, hoa);
        await school.SitAsync(of, hoa, right: false);
        var twice = await school.RowAsync(of, hoa);

        Assert.Equal((EnrolmentStatus.Enrolled, 0m, false), (once.Status, once.ResultPercent!.Value, once.ExamPassed!.Value));
        Assert.Equal(EnrolmentStatus.Failed, twice.Status);
        Assert.Empty(await school.CertificatesAsync(hoa));
    }

    [Theory, EveryDatabase]
    public async Task What_all_attempts_come_to_decides_and_a_later_grading_may_turn_it(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);

        await GradeAsync(school, of.Key, hoa, (3.0m, true, 1), (3.0m, true, 2), (1.0m, false, 2));
        var row = await school.RowAsync(of, hoa);
        Assert.Equal((EnrolmentStatus.Failed, 25m, false), (row.Status, row.ResultPercent!.Value, row.ExamPassed!.Value));

        await GradeAsync(school, of.Key, hoa, (2.5m, true, 2));
        row = await school.RowAsync(of, hoa);
        Assert.Equal((EnrolmentStatus.Enrolled, 62.5m, true), (row.Status, row.ResultPercent!.Value, row.ExamPassed!.Value));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_certificate_waits_for_the_registrar_and_never_stops_the_hand_in(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of, change: p => p with { BirthDate = null });
        await school.StudyAsync(of, hoa);
        await school.SitAsync(of, hoa);

        var waiting = Assert.Single(await HeldBackAsync(school));
        Assert.Equal((hoa, nameof(IssueOutcome.MissingBirthDate), of.Code), (waiting.PersonKey, waiting.Reason, waiting.Code));
        Assert.Equal(nameof(IssueOutcome.MissingBirthDate), (await school.RowAsync(of, hoa)).CertificateHeldBack);
        Assert.Equal(EnrolmentStatus.Completed, (await school.RowAsync(of, hoa)).Status);

        Assert.Equal(IssueOutcome.MissingBirthDate, await RetryAsync(school, waiting.EnrolmentKey));
        await school.Db.UseAsync<People>(p => p.ChangeAsync(hoa, School.Person("NV-1")));
        Assert.Equal(IssueOutcome.Issued, await RetryAsync(school, waiting.EnrolmentKey));
        Assert.Null(await RetryAsync(school, waiting.EnrolmentKey));

        Assert.Empty(await HeldBackAsync(school));
        Assert.Single(await school.CertificatesAsync(hoa));
        var history = await school.Db.UseAsync<Enrolments, List<EnrolmentStep>>(e => e.HistoryAsync(waiting.EnrolmentKey));
        Assert.Equal(1, history.Count(h => h.Kind == EnrolmentEventKind.CertificateHeldBack));
    }

    [Theory, EveryDatabase]
    public async Task Who_has_withdrawn_is_graded_but_completes_nothing(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        var hoa = await school.TraineeAsync(of);
        await school.StudyAsync(of, hoa);
        var attempt = await school.StartAsync(of, hoa);
        Assert.True(await school.Db.UseAsync<Enrolments, bool>(e => e.WithdrawAsync(of.PublicCode, hoa, "Chuyển công tác", null)));

        Assert.Equal(HandInOutcome.Graded, await school.Db.UseAsync<Exams, HandInOutcome>(e => e.HandInAsync(attempt, hoa)));

        Assert.Equal((EnrolmentStatus.Withdrawn, true), ((await school.RowAsync(of, hoa)).Status, (await school.RowAsync(of, hoa)).ExamPassed!.Value));
        Assert.Empty(await school.CertificatesAsync(hoa));
    }

    [Fact]
    public async Task An_exam_of_no_class_is_none_of_our_business()
    {
        await using var school = await School.OpenAsync();
        await GradeAsync(school, Guid.NewGuid(), Guid.NewGuid(), (1m, true, 1));
        Assert.Empty(await HeldBackAsync(school));
    }

    /// <summary>Several gradings in one unit of work, as a regrading of a whole exam does it.</summary>
    private static async Task GradeAsync(School school, Guid classKey, Guid person, params (decimal Score, bool Passed, int Attempts)[] results)
    {
        await using var scope = school.Db.Scope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await using var unit = await db.BeginUnitAsync();
        foreach (var (score, passed, attempts) in results)
        {
            school.Db.Clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var listener in scope.ServiceProvider.GetServices<IAttemptListener>())
                await listener.GradedAsync(new AttemptGraded(Guid.NewGuid(), Guid.NewGuid(), classKey, person, Points.Of(4m), Points.Of(4m), true, school.Db.Clock.Now,
                    new ExamResult(Points.Of(score), Points.Of(4m), passed, attempts)), default);
        }

        await db.SaveChangesAsync();
        await unit.CommitAsync();
    }

    private static Task<List<HeldBackRow>> HeldBackAsync(School school) => school.Db.UseAsync<Enrolments, List<HeldBackRow>>(e => e.HeldBackAsync());

    private static Task<IssueOutcome?> RetryAsync(School school, Guid enrolment) => school.Db.UseAsync<Enrolments, IssueOutcome?>(e => e.RetryHeldBackAsync(enrolment, null));
}

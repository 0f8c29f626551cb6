using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;
using Lms.Web.Features.Learning;

namespace Lms.UnitTests.Web.Learning;

public sealed class NextStepTests
{
    private static readonly DateTime Opens = new(2026, 3, 20, 1, 0, 0, DateTimeKind.Utc), Closes = Opens.AddDays(2), During = Opens.AddHours(1);
    private static readonly PublicCode Exam = PublicCode.New();

    [Fact]
    public void Before_the_first_day_there_is_nothing_but_to_wait() =>
        Assert.Equal(NextStepKind.WaitForStart, Step(Mine(open: "1-1") with { State = ClassState.Planned }).Kind);

    [Fact]
    public void Lessons_come_before_the_exam_but_an_open_exam_is_offered_beside_them()
    {
        var step = Step(Mine(open: "1-2"), During);

        Assert.Equal((NextStepKind.ReadLesson, true), (step.Kind, step.ExamOpen));
    }

    [Fact]
    public void A_class_that_is_over_can_still_be_read() =>
        Assert.Equal(NextStepKind.ReadLesson, Step(Mine(open: "1-2") with { State = ClassState.Finished }, Closes.AddDays(1)).Kind);

    [Fact]
    public void An_attempt_under_way_comes_before_everything()
    {
        var step = Step(Mine(open: "1-2"), During, Sat(2, AttemptState.InProgress));

        Assert.Equal(NextStepKind.ResumeExam, step.Kind);
        Assert.NotNull(step.Attempt);
    }

    [Fact]
    public void With_all_lessons_read_the_exam_is_waited_for_sat_or_missed()
    {
        Assert.Equal(NextStepKind.WaitForExam, Step(Mine(), Opens.AddSeconds(-1)).Kind);
        Assert.Equal(NextStepKind.SitExam, Step(Mine(), Opens).Kind);
        Assert.Equal(NextStepKind.ExamMissed, Step(Mine(), Closes).Kind);
    }

    [Fact]
    public void Who_failed_tries_again_while_attempts_are_left()
    {
        var failed = Mine() with { ExamPassed = false };

        Assert.Equal(NextStepKind.SitExam, Step(failed, During, Sat(2, AttemptState.Graded)).Kind);
        Assert.Equal(NextStepKind.NoAttemptsLeft, Step(failed with { Status = EnrolmentStatus.Failed }, During, Sat(2, AttemptState.Graded, AttemptState.Graded)).Kind);
    }

    [Fact]
    public void A_passed_exam_does_not_send_her_back_to_it() =>
        Assert.Equal(NextStepKind.AllDone, Step(Mine() with { ExamPassed = true }, During, Sat(2, AttemptState.Graded)).Kind);

    [Fact]
    public void A_completed_class_points_to_a_certificate_only_where_it_brought_one()
    {
        var completed = Mine() with { Status = EnrolmentStatus.Completed, CredentialCode = "practitioner-3" };

        Assert.Equal(NextStepKind.Completed, Step(completed).Kind);
        Assert.Equal(NextStepKind.CertificateReady, Step(completed with { CertificateIssued = true }).Kind);
        Assert.Equal(NextStepKind.CertificateHeldBack, Step(completed with { CertificateHeldBack = "MissingBirthDate" }).Kind);
    }

    [Fact]
    public void A_cancelled_class_asks_nothing() =>
        Assert.Equal(NextStepKind.Cancelled, Step(Mine(open: "1-1") with { State = ClassState.Cancelled }, During, Sat(2, AttemptState.InProgress)).Kind);

    private static NextStep Step(MyClass mine, DateTime? now = null, Sittings? sittings = null) => NextStep.Of(mine, sittings, now ?? During);

    private static MyClass Mine(string? open = null) => new(
        PublicCode.New(), Guid.NewGuid(), "CTXH-014", "Quản lý ca", "Trường ĐH Mở", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 22), ClassState.Running, EnrolmentStatus.Enrolled,
        open is null ? 2 : 1, 2, open, open, Exam, Opens, Closes, null, null, false, null);

    private static Sittings Sat(int allowed, params AttemptState[] states)
    {
        var exam = new ExamDetail(Guid.NewGuid(), Exam, Guid.NewGuid(), Guid.NewGuid(), "Thi", "", Opens, Closes, 10, Points.Of(10), Points.Of(5), 45, allowed, new ReviewPolicy());
        return Sittings.Of(exam, states.Select((state, i) => new AttemptSummary(
            PublicCode.New(), exam.Key, Guid.NewGuid(), i + 1, state, Opens, Opens.AddMinutes(45), state == AttemptState.Graded ? Opens.AddMinutes(30) : null, null, Points.Of(10), null)));
    }
}

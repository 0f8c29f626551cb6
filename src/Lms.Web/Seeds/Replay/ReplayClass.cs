using Lms.Assessment.Attempts;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Web.Seeds.People;
using Lms.Web.Theming;

namespace Lms.Web.Seeds.Replay;

/// <summary>One class of the replay from planning to the last certificate, as one transaction.</summary>
internal sealed class ReplayClass(
    ReplayCast cast, LmsDb db, Classes classes, Enrolments enrolments, ExamResults results, TraineeRun run,
    Certificates.Issuing.Certificates certificates, CertificateRegister register, ScenarioClock clock)
{
    private const double DropsOut = 0.04, SitsAgain = 0.75, IsRevoked = 0.004;
    private static readonly string[] RevocationReasons =
        ["Phát hiện thông tin nhân thân không đúng với hồ sơ gốc.", "Kết quả bài kiểm tra bị hủy theo kết luận thanh tra.", "Chứng chỉ bị sửa chữa, tẩy xóa."];

    /// <returns>How many exams were sat.</returns>
    public async Task<int> RunAsync(PlannedClass planned, CancellationToken ct)
    {
        var random = SeededRandom.For(cast.Seed, planned.Code);
        var course = cast.Courses[planned.CourseCode];
        await using var unit = await db.BeginUnitAsync(ct);
        var detail = await PlanAsync(planned, course);
        var sat = 0;
        foreach (var person in planned.Attendees)
        {
            sat += await AttendAsync(planned, detail, course, person, random);
            db.ChangeTracker.Clear(); // what is written is no longer of use; tracked, it would slow down every save after it
        }

        await RevokeSomeAsync(planned, detail, random, ct);
        await unit.CommitAsync(ct);
        return sat;
    }

    private async Task<ClassDetail> PlanAsync(PlannedClass planned, ReplayCourse course)
    {
        clock.MoveTo(At(planned.StartsOn.AddDays(-21), 9));
        var (outcome, code) = await classes.PlanAsync(new ClassDraft(planned.Code, course.Title, cast.Programmes[planned.ProgrammeCode], course.Key, cast.Institutions[planned.InstitutionCode], course.PaperKey,
            planned.StartsOn, planned.EndsOn, At(planned.EndsOn.AddDays(-6), 7), At(planned.EndsOn, 17), planned.Attendees.Count, "TP. Hồ Chí Minh", []), cast.Coordinator);
        if (outcome != ClassOutcome.Done) throw new InvalidOperationException($"Class {planned.Code} could not be planned: {outcome}.");
        var enrolled = await enrolments.EnrolAsync(code!.Value, [.. planned.Attendees.Select(ReplayPeople.StaffCode)], cast.Coordinator);
        if (enrolled.FirstOrDefault(e => e.Outcome != EnrolOutcome.Enrolled) is { } refused) throw new InvalidOperationException($"Class {planned.Code}: {refused.StaffCode} {refused.Outcome}.");
        var detail = (await classes.FindAsync(code.Value))!;
        db.ChangeTracker.Clear();
        return detail;
    }

    private async Task<int> AttendAsync(PlannedClass planned, ClassDetail detail, ReplayCourse course, int person, SeededRandom random)
    {
        var key = cast.People[person];
        var dropsOut = random.Chance(DropsOut);
        var lessons = dropsOut ? course.LessonIds.Take(random.Below(course.LessonIds.Count)).ToList() : course.LessonIds;
        if (lessons.Count > 0) await run.StudyAsync(detail.PublicCode, key, lessons, At(planned.StartsOn.AddDays(random.Between(4, 16)), random.Between(6, 21)));
        if (dropsOut) return 0;

        var candidate = new SimulatedCandidate(ReplayPeople.Ability(cast.Seed, person), random);
        var day = planned.EndsOn.AddDays(-random.Between(3, 6));
        if (!await SitAsync(day)) return 0;
        if (await PassedAsync(detail, key) || !random.Chance(SitsAgain)) return 1;
        return await SitAsync(day.AddDays(2)) ? 2 : 1;

        Task<bool> SitAsync(DateOnly on) =>
            run.SitAsync(detail.ExamCode!.Value, key, course.Book, candidate, At(on, random.Between(7, 15)), TimeSpan.FromMinutes(random.Between(10, 28)));
    }

    private async Task<bool> PassedAsync(ClassDetail detail, Guid person) =>
        (await results.OfLearnerAsync(person)).Any(a => a.ExamKey == detail.ExamKey && a.Passed == true);

    private async Task RevokeSomeAsync(PlannedClass planned, ClassDetail detail, SeededRandom random, CancellationToken ct)
    {
        var issued = await register.PageAsync(new RegisterFilter(ClassKey: detail.Key), 1, planned.Attendees.Count, ct);
        foreach (var entry in issued.Entries.OrderBy(e => e.RegisterNumber).Where(_ => random.Chance(IsRevoked)))
        {
            clock.MoveTo(At(planned.EndsOn.AddDays(random.Between(60, 500)), 10));
            await certificates.RevokeAsync(entry.Code, random.One(RevocationReasons), cast.Registrar, ct);
        }
    }

    private static DateTime At(DateOnly day, int hour) => CityTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));
}

using Lms.Assessment.Questions;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Lms.Web.Seeds.People;
using Lms.Web.Theming;
using InventedPeople = Lms.Web.Seeds.People.InventedPeople;

namespace Lms.Web.Seeds.Demo;

/// <summary>A class that is under way with the demo trainee in it, one that is over, and one that is planned.</summary>
internal sealed class DemoClasses(
    Classes classes, Enrolments enrolments, Learning learning, Courses courses, BankContents contents,
    Lms.Training.Organisations.People people, TraineeRun run, ScenarioClock clock)
{
    private const int Seed = 2026;
    private const int RunningSize = 40, FinishedSize = 75, PlannedSize = 28, UpdatedSize = 18;

    /// <param name="today">In the city.</param>
    public async Task SeedAsync(Catalogue catalogue, DateOnly today)
    {
        var random = SeededRandom.For(Seed, "demo classes");
        var roster = await AddPeopleAsync(catalogue, random, RunningSize + FinishedSize + PlannedSize + UpdatedSize, today.Year - 22);
        await FinishedAsync(catalogue, random, today, [DemoAccounts.Of(Role.Supervisor).StaffCode, .. roster.Take(FinishedSize - 1)]);
        await RunningAsync(catalogue, random, today, [DemoAccounts.Of(Role.Trainee).StaffCode, .. roster.Skip(FinishedSize).Take(RunningSize - 1)]);
        await PlannedAsync(catalogue, today, [DemoAccounts.Of(Role.Trainee).StaffCode, .. roster.Skip(FinishedSize + RunningSize).Take(PlannedSize)]);
        await UpdatedAsync(catalogue, random, today, [.. roster.Skip(FinishedSize + RunningSize + PlannedSize)]);
    }

    private async Task<List<string>> AddPeopleAsync(Catalogue catalogue, SeededRandom random, int count, int latestBirthYear)
    {
        var workplaces = catalogue.Organisations.Where(o => !DemoOrganisations.Institutions.Any(i => i.Code == o.Key)).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Value).ToList();
        var drafts = Enumerable.Range(1001, count).Select(n => InventedPeople.Person(random, $"HV{n}", random.One(workplaces), latestBirthYear)).ToList();
        await people.AddManyAsync(drafts);
        return [.. drafts.Select(d => d.StaffCode)];
    }

    private async Task RunningAsync(Catalogue catalogue, SeededRandom random, DateOnly today, IReadOnlyList<string> staffCodes)
    {
        var start = today.AddDays(-12);
        var code = await PlanAsync(catalogue, "CTXH-IV", "NM", $"NM-{today.Year}-02", start, today.AddDays(21), At(today.AddDays(-2), 8), At(today.AddDays(21), 17), "Học trực tuyến; gặp mặt tại Trung tâm Công tác xã hội số 1", staffCodes, start.AddDays(-14));
        var lessons = await LessonIdsAsync(catalogue.Course("NM"));
        var book = await BookAsync(catalogue.Course("NM"));
        var detail = (await classes.FindAsync(code))!;
        foreach (var (row, index) in (await enrolments.RosterAsync(code)).OrderBy(r => r.StaffCode, StringComparer.Ordinal).Select((r, i) => (r, i)))
        {
            if (row.StaffCode == DemoAccounts.Of(Role.Trainee).StaffCode)
            {
                await run.StudyAsync(code, row.PersonKey, [.. lessons.Take(5)], At(start.AddDays(6), 20));
                await learning.OpenLessonAsync(code, row.PersonKey, lessons[5]);
                continue;
            }

            var done = index % 5 == 0 ? lessons.Count : random.Between(0, lessons.Count - 1);
            await run.StudyAsync(code, row.PersonKey, [.. lessons.Take(done)], At(start.AddDays(random.Between(1, 9)), 19));
            if (done == lessons.Count)
                await run.SitAsync(detail.ExamCode!.Value, row.PersonKey, book, Candidate(random), At(today.AddDays(-1), random.Between(8, 20)), TimeSpan.FromMinutes(random.Between(12, 28)));
        }
    }

    private async Task FinishedAsync(Catalogue catalogue, SeededRandom random, DateOnly today, IReadOnlyList<string> staffCodes)
    {
        var end = today.AddDays(-60);
        var start = end.AddDays(-40);
        var code = await PlanAsync(catalogue, "KHV", "KH", $"KH-{start.Year}-01", start, end, At(end.AddDays(-6), 7), At(end, 17), "Học viện Cán bộ TP.HCM", staffCodes, start.AddDays(-20));
        var lessons = await LessonIdsAsync(catalogue.Course("KH"));
        var book = await BookAsync(catalogue.Course("KH"));
        var detail = (await classes.FindAsync(code))!;
        foreach (var row in (await enrolments.RosterAsync(code)).OrderBy(r => r.StaffCode, StringComparer.Ordinal))
        {
            var diligent = row.StaffCode == DemoAccounts.Of(Role.Supervisor).StaffCode || random.Chance(0.94);
            await run.StudyAsync(code, row.PersonKey, [.. lessons.Take(diligent ? lessons.Count : random.Between(3, lessons.Count - 1))], At(start.AddDays(random.Between(5, 33)), 19));
            var candidate = row.StaffCode == DemoAccounts.Of(Role.Supervisor).StaffCode ? new SimulatedCandidate(4, random) : Candidate(random);
            await run.SitAsync(detail.ExamCode!.Value, row.PersonKey, book, candidate, At(end.AddDays(-random.Between(0, 5)), random.Between(7, 15)), TimeSpan.FromMinutes(random.Between(12, 28)));
        }
    }

    /// <summary>A short class whose certificates are issued by decision: some of its people have gaps in their records.</summary>
    private async Task UpdatedAsync(Catalogue catalogue, SeededRandom random, DateOnly today, IReadOnlyList<string> staffCodes)
    {
        var end = today.AddDays(-25);
        var start = end.AddDays(-20);
        var code = await PlanAsync(catalogue, "CNKT-TV", "TV", $"CNKT-{start.Year}-01", start, end, At(end.AddDays(-6), 7), At(end, 17), "Trường Đại học Mở TP.HCM", staffCodes, start.AddDays(-10));
        var lessons = await LessonIdsAsync(catalogue.Course("TV"));
        var book = await BookAsync(catalogue.Course("TV"));
        var detail = (await classes.FindAsync(code))!;
        foreach (var (row, index) in (await enrolments.RosterAsync(code)).OrderBy(r => r.StaffCode, StringComparer.Ordinal).Select((r, i) => (r, i)))
        {
            if (index is 2 or 5 && await people.FindAsync(row.PersonKey) is { } p)
                await people.ChangeAsync(p.Key, new PersonDraft(p.StaffCode, p.FullName, index == 2 ? null : p.BirthDate, index == 5 ? "" : p.BirthPlace, p.Email, p.Phone, p.OrganisationKey, p.Position));
            await run.StudyAsync(code, row.PersonKey, lessons, At(start.AddDays(random.Between(3, 12)), 19));
            await run.SitAsync(detail.ExamCode!.Value, row.PersonKey, book, new SimulatedCandidate(4, random), At(end.AddDays(-random.Between(0, 5)), random.Between(7, 15)), TimeSpan.FromMinutes(random.Between(12, 28)));
        }
    }

    private async Task PlannedAsync(Catalogue catalogue, DateOnly today, IReadOnlyList<string> staffCodes)
    {
        var start = today.AddDays(35);
        await PlanAsync(catalogue, "CTXH-III", "TV", $"TV-{start.Year}-01", start, start.AddDays(30), At(start.AddDays(24), 7), At(start.AddDays(30), 17), "Trường Đại học Sư phạm TP.HCM", staffCodes, today.AddDays(-3));
    }

    private async Task<PublicCode> PlanAsync(Catalogue catalogue, string programme, string courseCode, string classCode, DateOnly start, DateOnly end, DateTime opens, DateTime closes, string place, IReadOnlyList<string> staffCodes, DateOnly plannedOn)
    {
        clock.MoveTo(At(plannedOn, 9));
        var course = catalogue.Course(courseCode);
        var title = (await courses.DraftAsync(course.CourseKey))!.Content.Title;
        var by = catalogue.Staff[Role.Coordinator];
        var (outcome, code) = await classes.PlanAsync(new ClassDraft(classCode, title, catalogue.Programmes[programme], course.CourseKey, course.InstitutionKey, course.PaperKey,
            start, end, opens, closes, 80, place, [catalogue.Staff[Role.Instructor]]), by);
        if (outcome != ClassOutcome.Done) throw new InvalidDataException($"Class {classCode}: {outcome}.");
        await enrolments.EnrolAsync(code!.Value, staffCodes, by);
        return code.Value;
    }

    private async Task<List<string>> LessonIdsAsync(SeededCourse course) => [.. (await courses.VersionAsync((await courses.ListAsync()).Single(c => c.Key == course.CourseKey).PublishedVersionKey!.Value))!.Content.Lessons.Select(l => l.Id)];

    private async Task<AnswerBook> BookAsync(SeededCourse course)
    {
        var book = new AnswerBook();
        await book.ReadAsync(contents, course.BankKey);
        return book;
    }

    private static SimulatedCandidate Candidate(SeededRandom random) => new(SimulatedCandidate.MeanAbility + random.Normal(), random);

    private static DateTime At(DateOnly day, int hour) => CityTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Publishing;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Training.Progress;
using Lms.UnitTests.Content;
using Lms.UnitTests.Infrastructure;
using CertificateFace = Lms.Certificates.Issuing.Certificates;
using Exam = Lms.UnitTests.Assessment.Sample;
using Certificate = Lms.UnitTests.Certificates.Sample;

namespace Lms.UnitTests.Training;

/// <summary>
/// An institution with one programme of published courses, a paper and a facility that sends people. The clock stands at
/// Monday 2 March 2026, 08:00 in the city; classes run from that day to 13 March, their exams are open all the while.
/// </summary>
internal sealed class School : IAsyncDisposable
{
    public required TestDatabase Db { get; init; }
    public Guid Institution { get; private set; }
    public Guid Facility { get; private set; }
    public Guid Programme { get; private set; }
    public List<Guid> Courses { get; } = [];
    public Guid Paper { get; private set; }

    public static async Task<School> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, int courses = 1, bool credential = true, string[]? lessons = null)
    {
        var db = await TestDatabase.OpenAsync(provider);
        var school = new School { Db = db };
        Assert.Equal(CredentialProblem.None, await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(Certificate.GradeThree)));
        school.Institution = await school.OrganisationAsync("DHMO", "Trường Đại học Mở", OrganisationKind.Institution);
        school.Facility = await school.OrganisationAsync("TTBT", "Trung tâm Bảo trợ", OrganisationKind.Facility, WorkforceGroup.SocialFacilities);
        for (var i = 1; i <= courses; i++) school.Courses.Add(await school.CourseAsync($"KH-{i}", lessons ?? []));
        school.Paper = await school.PaperAsync();
        school.Programme = await school.ProgrammeAsync("CT-III", school.Courses, credential ? Certificate.GradeThree.Code : null);
        return school;
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    public async Task<Guid> OrganisationAsync(string code, string name, OrganisationKind kind, WorkforceGroup? group = null)
    {
        var (outcome, key) = await Db.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(new(code, name, "", kind, group, true, "")));
        Assert.Equal(OrganisationOutcome.Done, outcome);
        return key;
    }

    public async Task<Guid> CourseAsync(string code, string[] lessons)
    {
        var (_, key, _) = await Db.UseAsync<Courses, (DraftOutcome, Guid, IReadOnlyList<CourseProblem>)>(c => c.CreateAsync(null, SampleCourse.With(code, $"Khóa {code}", 24, lessons), null));
        Assert.Equal(DraftOutcome.Done, (await Db.UseAsync<Courses, (DraftOutcome Outcome, IReadOnlyList<CourseProblem>)>(c => c.MoveAsync(key, PublishAction.Published, null, null))).Outcome);
        return key;
    }

    /// <summary>Four questions of one point, half is enough, two attempts.</summary>
    public async Task<Guid> PaperAsync()
    {
        var bank = await Exam.BankAsync(Db, [.. Enumerable.Range(1, 4).Select(n => Exam.Single(n))]);
        var content = Exam.Paper(bank) with { Sections = [new() { Draws = [new(bank, null, null, 4, new(100))] }] };
        var (_, key, _) = await Db.UseAsync<Papers, (PaperOutcome, Guid, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, content, null));
        await Exam.PublishAsync(Db, key);
        return key;
    }

    public async Task<Guid> ProgrammeAsync(string code, IReadOnlyList<Guid> courses, string? credential)
    {
        var (outcome, key) = await Db.UseAsync<Programmes, (ProgrammeOutcome, Guid)>(p => p.AddAsync(new(code, $"Chương trình {code}", $"Programme {code}", "", credential, true, courses)));
        Assert.Equal(ProgrammeOutcome.Done, outcome);
        return key;
    }

    public ClassDraft Draft(string code = "LOP-01", int course = 0, bool exam = true, int capacity = 100) => new(
        code, $"Lớp {code}", Programme, Courses[course], Institution, exam ? Paper : null, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 13),
        exam ? Db.Clock.Now : null, exam ? Db.Clock.Now.AddDays(11) : null, capacity, "Quận 3", []);

    public async Task<ClassDetail> ClassAsync(ClassDraft? draft = null)
    {
        var (outcome, code) = await Db.UseAsync<Classes, (ClassOutcome, PublicCode?)>(c => c.PlanAsync(draft ?? Draft(), null));
        Assert.Equal(ClassOutcome.Done, outcome);
        return await FindAsync(code!.Value);
    }

    public async Task<ClassDetail> FindAsync(PublicCode code) => (await Db.UseAsync<Classes, ClassDetail?>(c => c.FindAsync(code)))!;

    public static PersonDraft Person(string staffCode, string name = "Nguyễn Thị Hoa", Guid? organisation = null) =>
        new(staffCode, name, new DateOnly(1990, 9, 5), "Bến Tre", "", "", organisation, "Nhân viên");

    public async Task<Guid> PersonAsync(string staffCode, string name = "Nguyễn Thị Hoa", Func<PersonDraft, PersonDraft>? change = null)
    {
        var draft = Person(staffCode, name, Facility);
        var (outcome, key) = await Db.UseAsync<People, (PersonOutcome, Guid)>(p => p.AddAsync(change?.Invoke(draft) ?? draft));
        Assert.Equal(PersonOutcome.Done, outcome);
        return key;
    }

    public Task<List<EnrolPersonResult>> EnrolAsync(ClassDetail into, params string[] staffCodes) =>
        Db.UseAsync<Enrolments, List<EnrolPersonResult>>(e => e.EnrolAsync(into.PublicCode, staffCodes, null));

    /// <summary>A new person in the class.</summary>
    public async Task<Guid> TraineeAsync(ClassDetail into, string staffCode = "NV-1", string name = "Nguyễn Thị Hoa", Func<PersonDraft, PersonDraft>? change = null)
    {
        var key = await PersonAsync(staffCode, name, change);
        Assert.All(await EnrolAsync(into, staffCode), r => Assert.Equal(EnrolOutcome.Enrolled, r.Outcome));
        return key;
    }

    public Task<LessonOutcome> StudyAsync(ClassDetail of, Guid person, params string[] lessons) =>
        Db.UseAsync<Learning, LessonOutcome>(l => l.CompleteLessonsAsync(of.PublicCode, person, lessons.Length == 0 ? ["l1", "l2", "l3"] : lessons));

    public async Task SitAsync(ClassDetail of, Guid person, bool right = true)
    {
        var attempt = await StartAsync(of, person, right);
        Assert.Equal(HandInOutcome.Graded, await Db.UseAsync<Exams, HandInOutcome>(e => e.HandInAsync(attempt, person)));
    }

    /// <summary>Answered, but not handed in.</summary>
    public async Task<PublicCode> StartAsync(ClassDetail of, Guid person, bool right = true)
    {
        Db.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, attempt) = await Db.UseAsync<Exams, (StartOutcome, PublicCode?)>(e => e.StartAsync(of.ExamCode!.Value, person));
        var view = (await Db.UseAsync<Exams, AttemptView?>(e => e.ShowAsync(attempt!.Value, person)))!;
        var answers = view.Slots.Select(s => new GivenAnswer(s.Slot, right ? Exam.Right(s.Question) : Exam.Wrong(s.Question))).ToList();
        Assert.Equal(AnswerOutcome.Saved, (await Db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(view.Code, person, answers))).Outcome);
        return view.Code;
    }

    public Task<List<RosterRow>> RosterAsync(ClassDetail of) => Db.UseAsync<Enrolments, List<RosterRow>>(e => e.RosterAsync(of.PublicCode));

    public async Task<RosterRow> RowAsync(ClassDetail of, Guid person) => (await RosterAsync(of)).Single(r => r.PersonKey == person);

    public Task<List<HeldCertificate>> CertificatesAsync(Guid person) => Db.UseAsync<CertificateFace, List<HeldCertificate>>(c => c.HeldByAsync(person));
}

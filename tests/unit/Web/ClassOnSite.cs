using Lms.Assessment.Papers;
using Lms.Certificates.Credentials;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Publishing;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Training.Progress;
using Lms.UnitTests.Content;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Lms.Assessment.Questions;
using LearningFace = Lms.Training.Progress.Learning;
using CertificateFace = Lms.Certificates.Issuing.Certificates;
using Certificate = Lms.UnitTests.Certificates.Sample;
using Exam = Lms.UnitTests.Assessment.Sample;

namespace Lms.UnitTests.Web;

/// <summary>
/// A class of three lessons that began yesterday, with an exam of seven one-point questions (or those given), five to a page, that is open
/// for a week. Each has a programme and a credential of its own, so that classes of one site do not meet.
/// </summary>
internal sealed class ClassOnSite
{
    private static int classes;

    private ClassOnSite(WebSite site, ClassDetail detail) => (Site, Detail) = (site, detail);

    public WebSite Site { get; }
    public ClassDetail Detail { get; }
    public string Page => $"/my/classes/{Detail.PublicCode}";
    public string ExamPage => $"/exams/{Detail.ExamCode}";

    public static async Task<ClassOnSite> OpenAsync(WebSite site, bool exam = true, Func<PaperContent, PaperContent>? paper = null, CourseContent? course = null, IReadOnlyList<QuestionDraft>? questions = null)
    {
        var code = $"LOP-{Interlocked.Increment(ref classes)}";
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var today = CityCalendar.DateAt(now);
        await site.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(Certificate.GradeThree with { Code = code }));
        var (_, institution) = await site.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(new(code, "Trường Đại học Mở", "", OrganisationKind.Institution, null, true, "")));
        var courseKey = await CourseAsync(site, course ?? SampleCourse.With(code));
        var (_, programme) = await site.UseAsync<Programmes, (ProgrammeOutcome, Guid)>(p => p.AddAsync(new(code, $"Chương trình {code}", "", "", code, true, [courseKey])));
        var paperKey = exam ? await PaperAsync(site, paper ?? (p => p), questions ?? [.. Enumerable.Range(1, 4).Select(n => Exam.Single(n)), Exam.Multiple(), Exam.Statement(), Exam.Text()]) : (Guid?)null;
        var (outcome, planned) = await site.UseAsync<Classes, (ClassOutcome, PublicCode?)>(c => c.PlanAsync(new ClassDraft(
            code, $"Lớp {code}", programme, courseKey, institution, paperKey, today.AddDays(-1), today.AddDays(10), exam ? now : null, exam ? now.AddDays(7) : null, 100, "Quận 3", []), null));
        Assert.Equal(ClassOutcome.Done, outcome);
        return new(site, (await site.UseAsync<Classes, ClassDetail?>(c => c.FindAsync(planned!.Value)))!);
    }

    /// <summary>A new person in the class, signed in.</summary>
    public async Task<WebVisitor> TraineeAsync(string name = "Nguyễn Thị Thùy Dương", DateOnly? bornOn = null)
    {
        var visitor = await Site.AsAsync(Role.Trainee);
        var person = (await Site.UseAsync<People, PersonDetail?>(p => p.FindAsync(visitor.Key)))!;
        var draft = new PersonDraft(person.StaffCode, name, bornOn ?? new DateOnly(1990, 9, 5), "Bến Tre", person.Email, "", null, "");
        Assert.Equal(PersonOutcome.Done, await Site.UseAsync<People, PersonOutcome>(p => p.ChangeAsync(visitor.Key, draft)));
        await EnrolAsync(visitor);
        return visitor;
    }

    public async Task EnrolAsync(WebVisitor visitor)
    {
        var results = await Site.UseAsync<Enrolments, List<EnrolPersonResult>>(async e => await e.EnrolAsync(Detail.PublicCode, [await Site.StaffCodeOf(visitor.Key)], null));
        Assert.Equal(EnrolOutcome.Enrolled, Assert.Single(results).Outcome);
    }

    /// <summary>The address of a new attempt.</summary>
    public async Task<string> StartAsync(WebVisitor visitor)
    {
        var started = await visitor.PostAsync($"{ExamPage}/attempts");
        Assert.StartsWith("/attempts/", started.Leads(), StringComparison.Ordinal);
        return started.Leads()!;
    }

    /// <summary>For a class without an exam: the lessons complete it.</summary>
    /// <returns>The certificate's code.</returns>
    public async Task<string> EarnCertificateAsync(WebVisitor visitor)
    {
        Assert.Equal(LessonOutcome.Done, await Site.UseAsync<LearningFace, LessonOutcome>(l => l.CompleteLessonsAsync(Detail.PublicCode, visitor.Key, ["l1", "l2", "l3"])));
        return Assert.Single(await Site.UseAsync<CertificateFace, List<Lms.Certificates.Issuing.HeldCertificate>>(c => c.HeldByAsync(visitor.Key))).Code.Value;
    }

    private static async Task<Guid> CourseAsync(WebSite site, CourseContent content)
    {
        var (_, key, problems) = await site.UseAsync<Courses, (DraftOutcome, Guid, IReadOnlyList<CourseProblem>)>(c => c.CreateAsync(null, content, null));
        Assert.Empty(problems);
        Assert.Equal(DraftOutcome.Done, (await site.UseAsync<Courses, (DraftOutcome Outcome, IReadOnlyList<CourseProblem>)>(c => c.MoveAsync(key, PublishAction.Published, null, null))).Outcome);
        return key;
    }

    private static async Task<Guid> PaperAsync(WebSite site, Func<PaperContent, PaperContent> change, IReadOnlyList<QuestionDraft> drafts)
    {
        var bank = await site.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (_, questions, wrong) = await site.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(bank, drafts, null));
        Assert.Empty(wrong);
        Assert.Equal(QuestionOutcome.Done, await site.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(questions, PublishAction.Published, null, null)));
        var content = change(new PaperContent
        {
            Title = "Đề cuối khóa", PassMarkPercent = 50, TimeLimitMinutes = 45, AttemptsAllowed = 2, QuestionsPerPage = 5, ShuffleQuestions = false, ShuffleOptions = false,
            Sections = [new() { Draws = [new(bank, null, null, drafts.Count, Lms.Assessment.Scoring.Points.Of(1))] }],
        });
        var (_, paper, lacking) = await site.UseAsync<Papers, (PaperOutcome, Guid, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, content, null));
        Assert.Empty(lacking);
        Assert.Equal(PaperOutcome.Done, (await site.UseAsync<Papers, (PaperOutcome Outcome, IReadOnlyList<PaperProblem>)>(p => p.MoveAsync(paper, PublishAction.Published, null, null))).Outcome);
        return paper;
    }
}

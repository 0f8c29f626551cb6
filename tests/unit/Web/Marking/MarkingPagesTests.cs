using System.Net;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.Training.Classes;
using Lms.UnitTests.Infrastructure.Web;
using Lms.UnitTests.Web.Authoring;
using Lms.Web.Identity;
using ExamFace = Lms.Assessment.Attempts.Exams;

namespace Lms.UnitTests.Web.Marking;

public sealed class MarkingPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task An_essay_is_marked_without_a_name_and_its_author_then_sees_her_result()
    {
        var opened = await OpenWithEssayAsync();
        var teacher = await TeacherAsync(opened);
        var trainee = await opened.TraineeAsync("Lê Thị Bí Mật");
        var attempt = await opened.StartAsync(trainee);
        await AnswerAsync(attempt, trainee.Key, "Tôi sẽ gặp gia đình trước.");
        Assert.Contains("cần người chấm", (await trainee.FollowAsync(await trainee.PostAsync($"{attempt}/submission"))).Text(), StringComparison.Ordinal);

        var script = (await teacher.PageAsync("/teaching/marking")).QuerySelector("main a.button--primary")!.GetAttribute("href")!;
        var page = await teacher.PageAsync(script);
        Assert.Contains("Tôi sẽ gặp gia đình trước.", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bí Mật", page.Body!.TextContent, StringComparison.Ordinal);

        var refused = await teacher.SubmitAsync(page, script, typed: ("Points", "11"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        again.HasErrorsThatLeadToFields();
        var after = await teacher.FollowAsync(await teacher.SubmitAsync(again, script, typed: [("Points", "7,5"), ("Comment", "Nêu rõ hơn bước lượng giá.")]));
        Assert.NotNull(after.QuerySelector("main .empty"));

        var review = (await trainee.PageAsync($"{attempt}/review")).Text();
        Assert.Contains("7,5", review, StringComparison.Ordinal);
        Assert.Contains("Nêu rõ hơn bước lượng giá.", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_teach_the_class_has_no_script_of_it()
    {
        var opened = await OpenWithEssayAsync();
        var trainee = await opened.TraineeAsync();
        var attempt = await opened.StartAsync(trainee);
        await AnswerAsync(attempt, trainee.Key, "Bài làm");
        await trainee.PostAsync($"{attempt}/submission");
        var stranger = await site.AsAsync(Role.Instructor);
        var script = $"/teaching/marking/{attempt.Split('/')[^1]}/1";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(script)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(script, ("Points", "10"))).StatusCode);
        Assert.NotNull((await stranger.PageAsync("/teaching/marking")).QuerySelector("main .empty"));
    }

    private async Task AnswerAsync(string attempt, Guid learner, string essay)
    {
        Assert.True(PublicCode.TryParse(attempt.Split('/')[^1], out var code));
        Assert.Equal(AnswerOutcome.Saved, (await site.UseAsync<ExamFace, AnswerReceipt>(e => e.AnswerAsync(code, learner, [new GivenAnswer(1, new TextResponse(essay))]))).Outcome);
    }

    private async Task<WebVisitor> TeacherAsync(ClassOnSite opened)
    {
        var teacher = await site.AsAsync(Role.Instructor);
        var d = opened.Detail;
        Assert.Equal(ClassOutcome.Done, await site.UseAsync<Classes, ClassOutcome>(c => c.ChangeAsync(d.PublicCode, new ClassDraft(
            d.Code, d.Title, d.ProgrammeKey, d.CourseKey, d.InstitutionKey, d.PaperKey, d.StartsOn, d.EndsOn, d.ExamOpensAt, d.ExamClosesAt, d.Capacity, d.Place, [teacher.Key]), null)));
        return teacher;
    }

    private async Task<ClassOnSite> OpenWithEssayAsync()
    {
        var bank = await site.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Tự luận", null, null));
        var (_, keys, problems) = await site.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(b =>
            b.AddAsync(bank, [new QuestionDraft("Tự luận", 2, "", new Essay { Prompt = "Anh/chị làm gì trước tiên?" })], null));
        Assert.Empty(problems);
        Assert.Equal(QuestionOutcome.Done, await site.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, PublishAction.Published, null, null)));
        return await ClassOnSite.OpenAsync(site, paper: p => p with { Sections = [new() { Draws = [new(bank, null, null, 1, Points.Of(10))] }], Review = new ReviewPolicy { WhileOpen = ReviewDetail.All } });
    }
}

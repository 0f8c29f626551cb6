using System.Net;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.Training.Organisations;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using ExamFace = Lms.Assessment.Attempts.Exams;
using Sample = Lms.UnitTests.Assessment.Sample;

namespace Lms.UnitTests.Web.Authoring;

public sealed class RegradePagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static int institutes;

    [Fact]
    public async Task A_broken_question_is_credited_after_the_list_was_seen_and_a_reason_given()
    {
        var (owner, address, version) = await AskedAsync();
        var reviewer = await site.AsAsync(Role.Reviewer, owner);
        var link = (await reviewer.PageAsync(address)).QuerySelector("a[href$='/regrade']")!.GetAttribute("href")!;
        var preview = await reviewer.PageAsync($"{link}?version={version}&key=credit");
        // The class is another institute's: that somebody's score moves is this reviewer's business, whose it is not.
        Assert.StartsWith("Học viên lớp khác", Assert.Single(preview.QuerySelectorAll("main tbody tr")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Thùy Dương", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thùy Dương", (await (await site.AsAsync(Role.Reviewer)).PageAsync($"{link}?version={version}&key=credit")).Body!.TextContent, StringComparison.Ordinal);

        var done = await reviewer.SubmitAsync(preview, link, typed: ("reason", "Câu hỏi không rõ nghĩa."));
        Assert.Contains("Câu hỏi không rõ nghĩa.", (await reviewer.FollowAsync(done)).Text(), StringComparison.Ordinal);
        Assert.Empty((await reviewer.PageAsync($"{link}?version={version}&key=credit")).QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task A_reviewer_sees_nobodys_result_by_way_of_another_institutes_question()
    {
        var (owner, address, _) = await AskedAsync();
        var (_, _, foreign) = await AskedAsync();
        var reviewer = await site.AsAsync(Role.Reviewer, owner);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"{address}/regrade?version={foreign}&key=credit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.PostAsync($"{address}/regrade", ("version", $"{foreign}"), ("key", "credit"), ("reason", "x"))).StatusCode);
        Assert.Null((await (await site.AsAsync(Role.Author, owner)).PageAsync(address)).QuerySelector("a[href$='/regrade']"));
    }

    /// <summary>A question of a new institute that one person has answered wrongly.</summary>
    private async Task<(Guid Owner, string Address, Guid Version)> AskedAsync()
    {
        var code = $"CHAM-{Interlocked.Increment(ref institutes)}";
        var (_, owner) = await site.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(new OrganisationDraft(code, $"Trường {code}", "", OrganisationKind.Institution, null, true, "")));
        var bank = await site.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", owner, null));
        var (_, keys, _) = await site.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(bank, [Sample.Single()], null));
        await site.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, PublishAction.Published, null, null));
        var version = (await site.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(keys[0])))!.PublishedVersionKey!.Value;
        var opened = await ClassOnSite.OpenAsync(site, paper: p => p with { Sections = [new() { Draws = [new PaperDraw(bank, null, null, 1, Points.Of(1))] }] });
        var trainee = await opened.TraineeAsync();
        var attempt = await opened.StartAsync(trainee);
        Assert.True(PublicCode.TryParse(attempt.Split('/')[^1], out var sitting));
        await site.UseAsync<ExamFace, AnswerReceipt>(e => e.AnswerAsync(sitting, trainee.Key, [new GivenAnswer(1, new ChoiceResponse(["b"]))]));
        Assert.Equal(HandInOutcome.Graded, await site.UseAsync<ExamFace, HandInOutcome>(e => e.HandInAsync(sitting, trainee.Key)));
        return (owner, $"/authoring/banks/{bank}/questions/{keys[0]}", version);
    }
}

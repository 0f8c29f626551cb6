using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Assessment.Papers;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Exams;

public sealed class ExamPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Without_script_a_page_of_answers_is_saved_and_leads_on()
    {
        var (trainee, attempt) = await SittingAsync();

        var saved = await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "b"), ("answers[5]", "a"), ("answers[5]", "d"), ("go", "next"));

        Assert.Equal($"{attempt}?page=2", saved.Leads());
        var page = await trainee.PageAsync(attempt);
        Assert.Equal("b", Checked(page, 1).Single());
        Assert.Equal(["a", "d"], Checked(page, 5));
        Assert.Matches(@"\d\d:\d\d:\d\d", page.QuerySelector("#q1 [data-save-state]")!.TextContent);
        Assert.Equal("", page.QuerySelector("#q2 [data-save-state]")!.TextContent);
    }

    [Fact]
    public async Task Every_question_of_a_page_can_be_answered_and_its_buttons_only_save()
    {
        var (trainee, attempt) = await SittingAsync();

        var last = await trainee.PageAsync($"{attempt}?page=2");

        Assert.Equal([.. new[] { "q6", "q7" }], last.QuerySelectorAll("fieldset[data-slot]").Select(q => q.Id));
        Assert.Equal(["true", "false"], last.QuerySelectorAll("#q6 input").Select(i => i.GetAttribute("value")));
        Assert.Single(last.QuerySelectorAll("#q7 input[type=text][name='answers[7]']"));
        Assert.All(last.QuerySelectorAll("form[data-exam] button"), b => Assert.EndsWith("/page/2", b.GetAttribute("formaction"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_page_names_what_is_open_and_handing_in_leads_to_the_result()
    {
        var (trainee, attempt) = await SittingAsync();
        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("answers[2]", "a"), ("answers[3]", "a"), ("answers[4]", "a"), ("go", "check"));

        var check = await trainee.PageAsync($"{attempt}/submission");
        Assert.Equal(3, check.QuerySelectorAll("main .notice a").Length);
        var handedIn = await trainee.PostAsync($"{attempt}/submission");

        Assert.Equal($"{attempt}/review", handedIn.Leads());
        Assert.Contains("4/7", (await trainee.PageAsync($"{attempt}/review")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{attempt}/review", (await trainee.PostAsync($"{attempt}/submission")).Leads());
        Assert.Equal($"{attempt}/review", (await trainee.GetAsync(attempt)).Leads());
    }

    [Fact]
    public async Task The_script_hands_in_with_the_answers_of_the_page_it_stands_on()
    {
        var (trainee, attempt) = await SittingAsync();
        await trainee.PostAsync($"{attempt}/page/1", ("answers[5]", "a"), ("go", "next"));

        await trainee.PostAsync($"{attempt}/submission", ("page", "2"), ("answers[6]", "true"), ("answers[7]", "kiểm huấn viên"));

        // A third of question 5, and the two of page 2; the ticks of page 1 were not on the form and stay.
        Assert.Contains("2,33/7", (await trainee.PageAsync($"{attempt}/review")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_paper_can_be_checked_page_by_page_and_other_papers_cannot()
    {
        var (trainee, attempt) = await SittingAsync(p => p with { Review = new() { During = ReviewDetail.Correctness } });
        var checking = await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("go", "feedback"));
        Assert.Equal($"{attempt}/page/1/feedback", checking.Leads());
        var page = await trainee.PageAsync($"{attempt}/page/1/feedback");
        Assert.Equal(["q1"], page.QuerySelectorAll("fieldset.question").Select(q => q.Id));
        Assert.NotNull(page.QuerySelector("#q1.question--right"));

        var (other, strict) = await SittingAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{strict}/page/1/feedback")).StatusCode);
        Assert.Null((await other.PageAsync(strict)).QuerySelector("button[value=feedback]"));
    }

    [Fact]
    public async Task The_script_is_told_what_was_saved_and_when()
    {
        var (trainee, attempt) = await SittingAsync();

        var answer = await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["c"]}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.EndsWith("Z", body.RootElement.GetProperty("savedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal("c", Checked(await trainee.PageAsync(attempt), 1).Single());
    }

    [Theory]
    [InlineData(1, "{")]
    [InlineData(1, "null")]
    [InlineData(1, """{"choice":"a"}""")]
    [InlineData(1, """{"choice":["z"]}""")]
    [InlineData(1, """{"choice":["a","b"]}""")]
    [InlineData(1, """{"text":"a"}""")]
    [InlineData(99, """{"choice":["a"]}""")]
    public async Task An_answer_that_makes_no_sense_is_422_and_changes_nothing(int slot, string json)
    {
        var (trainee, attempt) = await SittingAsync();

        var answer = await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/{slot}", json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(Checked(await trainee.PageAsync(attempt), 1));
    }

    [Fact]
    public async Task An_answer_larger_than_an_answer_can_be_is_422()
    {
        var (trainee, attempt) = await SittingAsync();

        var answer = await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/7", $$"""{"text":"{{new string('a', 100_000)}}"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_session_the_script_gets_401_and_a_browser_the_way_to_sign_in()
    {
        var (_, attempt) = await SittingAsync();
        var nobody = site.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["a"]}""")).StatusCode);
        Assert.StartsWith("/sign-in", (await nobody.GetAsync(attempt)).Leads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_handing_in_and_after_the_deadline_the_script_is_told_so()
    {
        var (trainee, attempt) = await SittingAsync();
        await trainee.PostAsync($"{attempt}/submission");
        Assert.Equal((HttpStatusCode.Conflict, "handedIn"), await PutAsync(trainee, attempt));

        var (late, second) = await SittingAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(46));
        await late.SignInAsync();
        Assert.Equal((HttpStatusCode.Gone, "tooLate"), await PutAsync(late, second));
    }

    [Fact]
    public async Task Who_is_late_is_told_and_keeps_what_was_saved()
    {
        var (trainee, attempt) = await SittingAsync();
        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("go", "stay"));
        site.Clock.Advance(TimeSpan.FromMinutes(46));
        await trainee.SignInAsync();

        Assert.NotNull((await trainee.PageAsync(attempt)).QuerySelector($"form[action='{attempt}/submission']"));
        var late = await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("answers[2]", "a"), ("go", "next"));

        Assert.Equal($"{attempt}/review", late.Leads());
        var review = await trainee.PageAsync($"{attempt}/review");
        Assert.Contains("không được tính", review.QuerySelector(".notice--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1/7", review.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ones_attempt_does_not_exist()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var attempt = await open.StartAsync(await open.TraineeAsync());
        var classmate = await open.TraineeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await classmate.GetAsync(attempt)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classmate.GetAsync($"{attempt}/submission")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classmate.GetAsync($"{attempt}/review")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classmate.PostAsync($"{attempt}/page/1", ("answers[1]", "a"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await classmate.PostAsync($"{attempt}/submission")).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "notFound"), await PutAsync(classmate, attempt));
    }

    [Fact]
    public async Task Who_is_not_enrolled_finds_no_exam_and_starts_none()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var stranger = await site.AsAsync(Role.Trainee);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(open.ExamPage)).StatusCode);
        Assert.Equal(open.ExamPage, (await stranger.PostAsync($"{open.ExamPage}/attempts")).Leads());
        await open.EnrolAsync(stranger);
        Assert.Empty((await stranger.PageAsync(open.ExamPage)).QuerySelectorAll("main a[href^='/attempts/']"));
    }

    [Fact]
    public async Task A_policy_that_shows_nothing_shows_a_page_that_says_so()
    {
        var open = await ClassOnSite.OpenAsync(site, paper: p => p with { Review = new ReviewPolicy { WhileOpen = ReviewDetail.None } });
        var trainee = await open.TraineeAsync();
        var attempt = await open.StartAsync(trainee);

        await trainee.PostAsync($"{attempt}/submission");

        Assert.DoesNotContain("/7", (await trainee.PageAsync($"{attempt}/review")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/7", (await trainee.PageAsync(open.ExamPage)).QuerySelector("main .plain-list")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(WebVisitor Trainee, string Attempt)> SittingAsync(Func<PaperContent, PaperContent>? paper = null)
    {
        var open = await ClassOnSite.OpenAsync(site, paper: paper);
        var trainee = await open.TraineeAsync();
        return (trainee, await open.StartAsync(trainee));
    }

    private static async Task<(HttpStatusCode, string?)> PutAsync(WebVisitor visitor, string attempt)
    {
        var answer = await visitor.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["a"]}""");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, body.RootElement.GetProperty("state").GetString());
    }

    private static IEnumerable<string> Checked(IHtmlDocument page, int slot) =>
        page.QuerySelectorAll($"#q{slot} input").OfType<IHtmlInputElement>().Where(i => i.IsDefaultChecked).Select(i => i.Value);
}

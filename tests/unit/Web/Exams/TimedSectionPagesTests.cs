using System.Net;
using AngleSharp.Dom;
using Lms.Assessment.Papers;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Exams;

/// <summary>Questions 1 to 3 within ten minutes, then 4 and 5 within five. The clock is the site's own, so each test has one.</summary>
public sealed class TimedSectionPagesTests : IAsyncLifetime
{
    private readonly WebSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Sections_are_gone_through_without_script_and_without_a_way_back()
    {
        var (trainee, attempt) = await SittingAsync();
        var first = await trainee.PageAsync(attempt);
        Assert.Equal(["q1", "q2", "q3"], first.QuerySelectorAll("fieldset[data-slot]").Select(q => q.Id));
        Assert.Equal(3, first.QuerySelectorAll("[data-slot-link]").Length);
        Assert.Contains("Phần 1/2", first.QuerySelector(".page-header")!.TextContent);
        Assert.Contains("Cả bài", first.QuerySelector("[data-whole]")!.TextContent);
        Assert.Contains("Kiểm tra và sang phần sau", first.QuerySelector("form[data-exam] .form__actions")!.TextContent);

        Assert.Equal($"{attempt}/submission", (await trainee.PostAsync($"{attempt}/page/1", ("section", "1"), ("answers[1]", "a"), ("go", "check"))).Leads());
        var check = await trainee.PageAsync($"{attempt}/submission");
        Assert.Contains("không quay lại được", check.QuerySelector("main")!.TextContent);
        Assert.Equal(2, check.QuerySelectorAll("main .notice a").Length);
        Assert.Equal($"{attempt}/sections/2", check.QuerySelector("main form.form")!.GetAttribute("action"));
        for (var click = 0; click < 2; click++) Assert.Equal(attempt, (await trainee.PostAsync($"{attempt}/sections/2")).Leads());

        var second = await trainee.PageAsync(attempt);
        Assert.Equal(["q4", "q5"], second.QuerySelectorAll("fieldset[data-slot]").Select(q => q.Id));
        Assert.Contains("Kiểm tra và nộp bài", second.QuerySelector("form[data-exam] .form__actions")!.TextContent);
        // The browser's back button brings the first section's page; what it sends does not count, and harms nothing.
        Assert.Equal(attempt, (await trainee.PostAsync($"{attempt}/page/1", ("section", "1"), ("answers[1]", "b"), ("go", "next"))).Leads());
        Assert.Contains("không được tính", (await trainee.PageAsync(attempt)).QuerySelector("main")!.ParentElement!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(Lms.Web.Identity.Role.Trainee)).PostAsync($"{attempt}/sections/2")).StatusCode);

        Assert.Equal($"{attempt}/review", (await trainee.PostAsync($"{attempt}/submission")).Leads());
    }

    [Fact]
    public async Task When_a_sections_time_is_up_the_page_says_so_and_leads_on()
    {
        var (trainee, attempt) = await SittingAsync();
        // The form of a section's page hands in nothing while there is another section.
        Assert.Equal(attempt, (await trainee.PostAsync($"{attempt}/submission", ("page", "1"), ("section", "1"), ("automatic", "true"))).Leads());
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        var late = await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["a"]}""");
        Assert.Equal((HttpStatusCode.Conflict, """{"state":"sectionClosed"}"""), (late.StatusCode, await late.Content.ReadAsStringAsync()));
        Assert.Equal(attempt, (await trainee.PostAsync($"{attempt}/page/1", ("section", "1"), ("answers[1]", "a"), ("go", "next"))).Leads());
        var over = await trainee.PageAsync(attempt);
        Assert.Contains("Hết giờ phần này", over.QuerySelector("h1")!.TextContent);
        Assert.Empty(over.QuerySelectorAll("fieldset[data-slot]"));
        Assert.Equal($"{attempt}/sections/2", over.QuerySelector("main form.form")!.GetAttribute("action"));
        Assert.Equal(attempt, (await trainee.GetAsync($"{attempt}/submission")).Leads());

        await trainee.PostAsync($"{attempt}/sections/2");
        Assert.Equal(2, (await trainee.PageAsync(attempt)).QuerySelectorAll("fieldset[data-slot]").Length);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var last = await trainee.PageAsync(attempt);
        Assert.Equal($"{attempt}/submission", last.QuerySelector("main form.form")!.GetAttribute("action"));
        Assert.Equal($"{attempt}/review", (await trainee.PostAsync($"{attempt}/submission", ("automatic", "true"))).Leads());
    }

    [Fact]
    public async Task Who_is_about_to_begin_reads_how_long_each_section_is()
    {
        var opened = await OpenAsync();
        var rules = (await (await opened.TraineeAsync()).PageAsync(opened.ExamPage)).QuerySelector("dl.details")!.TextContent;
        Assert.Contains("Phần 1: 10 phút", rules);
        Assert.Contains("Kết thúc: 5 phút", rules);
        Assert.Contains("không quay lại được", rules);
    }

    private Task<ClassOnSite> OpenAsync() => ClassOnSite.OpenAsync(site, paper: p => p with
    {
        TimeLimitMinutes = 15,
        Sections = [new() { TimeLimitMinutes = 10, Draws = [p.Sections[0].Draws[0] with { Count = 3, Category = "Tham vấn" }] }, new() { Title = "Kết thúc", TimeLimitMinutes = 5, Draws = [p.Sections[0].Draws[0] with { Count = 2 }] }],
    });

    private async Task<(WebVisitor Trainee, string Attempt)> SittingAsync()
    {
        var opened = await OpenAsync();
        var trainee = await opened.TraineeAsync();
        return (trainee, await opened.StartAsync(trainee));
    }
}

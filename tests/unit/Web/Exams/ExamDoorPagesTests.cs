using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.UnitTests.Web.Authoring;
using Lms.Web.Features.Exams.Entry;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Exams;

public sealed class ExamDoorPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_code_is_set_for_the_class_and_asked_for_at_the_door()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var (coordinator, trainee) = (await site.AsAsync(Role.Coordinator), await open.TraineeAsync());
        var door = $"/classes/{open.Detail.PublicCode}/exam-door";
        Assert.Contains(door, (await coordinator.PageAsync($"/classes/{open.Detail.PublicCode}")).Body!.InnerHtml, StringComparison.Ordinal);

        var refused = await coordinator.PostAsync(door, ("AccessCode", "abc"), ("Networks", "10.1"), ("Button", "Save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("abc", (await refused.PageAsync()).QuerySelector("#AccessCode")!.GetAttribute("value"));
        Assert.Equal(6, (await (await coordinator.PostAsync(door, ("Button", "NewCode"))).PageAsync()).QuerySelector("#AccessCode")!.GetAttribute("value")!.Length);
        Assert.Equal($"/classes/{open.Detail.PublicCode}", (await coordinator.PostAsync(door, ("AccessCode", "K7M2QX"), ("Button", "Save"))).Leads());

        Assert.NotNull((await trainee.PageAsync(open.ExamPage)).QuerySelector("#accessCode"));
        var missing = await trainee.PostAsync($"{open.ExamPage}/attempts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("chưa nhập mã", (await missing.PageAsync()).QuerySelector("#accessCode-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/attempts/", (await trainee.PostAsync($"{open.ExamPage}/attempts", ("accessCode", "k7m2qx"))).Leads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_wrong_codes_the_right_one_has_to_wait_too()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var (coordinator, trainee) = (await site.AsAsync(Role.Coordinator), await open.TraineeAsync());
        await coordinator.PostAsync($"/classes/{open.Detail.PublicCode}/exam-door", ("AccessCode", "K7M2QX"), ("Button", "Save"));
        for (var i = 0; i < WrongCodes.Most; i++) await trainee.PostAsync($"{open.ExamPage}/attempts", ("accessCode", $"sai-{i}"));
        var late = await trainee.PostAsync($"{open.ExamPage}/attempts", ("accessCode", "K7M2QX"));
        Assert.Contains("quá nhiều lần", (await late.PageAsync()).QuerySelector("#accessCode-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/attempts/", (await (await open.TraineeAsync()).PostAsync($"{open.ExamPage}/attempts", ("accessCode", "K7M2QX"))).Leads(), StringComparison.Ordinal);
    }

    /// <summary>Requests of a test server come from nowhere, which is outside of every network.</summary>
    [Fact]
    public async Task Outside_the_network_the_exam_says_so_and_keeps_its_questions()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var (coordinator, trainee) = (await site.AsAsync(Role.Coordinator), await open.TraineeAsync());
        var attempt = await open.StartAsync(trainee);
        await coordinator.PostAsync($"/classes/{open.Detail.PublicCode}/exam-door", ("Networks", "10.1.0.0/16"), ("Button", "Save"));

        var page = await trainee.PageAsync(attempt);
        Assert.Empty(page.QuerySelectorAll("fieldset.question"));
        Assert.Contains("mạng", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["a"]}""")).StatusCode);
        Assert.Equal(attempt, (await trainee.GetAsync($"{attempt}/submission")).Leads());
        Assert.Equal($"{attempt}/review", (await trainee.PostAsync($"{attempt}/submission")).Leads());
        Assert.Contains("Wi-Fi", (await (await open.TraineeAsync()).PageAsync(open.ExamPage)).Text(), StringComparison.Ordinal);
    }
}

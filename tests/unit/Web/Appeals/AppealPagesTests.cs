using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.UnitTests.Web.Authoring;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Appeals;

public sealed class AppealPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task An_appeal_goes_from_the_result_to_a_decision_that_its_author_reads()
    {
        var opened = await ClassOnSite.OpenAsync(site);
        var trainee = await opened.TraineeAsync("Phan Thị Khiếu Nại");
        var attempt = await opened.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/submission");
        var address = (await trainee.PageAsync($"{attempt}/review")).QuerySelector("main a[href$='/appeal']")!.GetAttribute("href")!;

        var empty = await trainee.SubmitAsync(await trainee.PageAsync(address), address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var again = await empty.PageAsync();
        again.HasErrorsThatLeadToFields();
        Assert.Contains("Chờ quyết định", (await trainee.FollowAsync(await trainee.SubmitAsync(again, address, typed: ("words", "Câu 3 có hai đáp án đúng.")))).Text(), StringComparison.Ordinal);

        var coordinator = await site.AsAsync(Role.Coordinator);
        var appeal = (await coordinator.PageAsync("/appeals")).QuerySelectorAll("main tbody a").Single(a => a.TextContent == "Phan Thị Khiếu Nại").GetAttribute("href")!;
        var undecided = await coordinator.SubmitAsync(await coordinator.PageAsync(appeal), appeal, typed: ("Reasons", "Đáp án đã được kiểm tra lại."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.StatusCode);
        var decided = await coordinator.SubmitAsync(await undecided.PageAsync(), appeal, typed: ("Upheld", "false"));
        Assert.Contains("Đáp án đã được kiểm tra lại.", (await coordinator.FollowAsync(decided)).Text(), StringComparison.Ordinal);
        Assert.Contains("Đáp án đã được kiểm tra lại.", (await trainee.PageAsync(address)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anothers_attempt_and_another_institutions_appeal_do_not_exist()
    {
        var opened = await ClassOnSite.OpenAsync(site);
        var trainee = await opened.TraineeAsync();
        var attempt = await opened.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/submission");
        await trainee.PostAsync($"{attempt}/appeal", ("words", "Xin xem lại."));
        var stranger = await opened.TraineeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{attempt}/appeal")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{attempt}/appeal", ("words", "Của người khác."))).StatusCode);

        var everywhere = await site.AsAsync(Role.Coordinator);
        var appeal = (await everywhere.PageAsync("/appeals")).QuerySelectorAll("main tbody a")[0].GetAttribute("href")!;
        var elsewhere = await site.AsAsync(Role.Coordinator, (await ClassOnSite.OpenAsync(site, exam: false)).Detail.InstitutionKey);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(appeal)).StatusCode);
        Assert.NotNull((await elsewhere.PageAsync("/appeals")).QuerySelector("main .empty"));
    }
}

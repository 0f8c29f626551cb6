using Lms.E2E.Infrastructure;

namespace Lms.E2E;

[Collection(DemoSiteTests.Name)]
public sealed class FrontPageTests(DemoSite demo)
{
    [Fact]
    public async Task A_first_visit_costs_at_most_100_kB_and_the_next_page_at_most_20()
    {
        await using var visitor = await demo.VisitAsync(Screen.Phone);
        var network = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var bytes = 0.0;
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");

        await visitor.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(bytes, 1_000, 100_000);
        await visitor.LookAsync("front");

        bytes = 0;
        await visitor.Page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(bytes, 500, 20_000);
        await visitor.LookAsync();

        // The verification page takes along what it needs without network: its scripts, the keys and the status lists.
        bytes = 0;
        await visitor.Page.GotoAsync("/verify", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(bytes, 500, 30_000);
        await visitor.LookAsync();
    }

    [Fact]
    public async Task The_language_and_the_shade_stay_as_chosen()
    {
        await using var visitor = await demo.VisitAsync(Screen.Desktop);
        await visitor.GoAsync("/");
        var root = visitor.Page.Locator("html");
        await Assertions.Expect(root).ToHaveAttributeAsync("lang", "vi");
        await visitor.LookAsync("front");

        await visitor.PressAsync("EN – English");
        await Assertions.Expect(root).ToHaveAttributeAsync("lang", "en");
        await visitor.FollowAsync("Sign in");
        await visitor.SeeHeadingAsync("Sign in");
        await Assertions.Expect(root).ToHaveAttributeAsync("lang", "en");
        await visitor.LookAsync();
        await visitor.PressAsync("VI – Tiếng Việt");
        await visitor.SeeHeadingAsync("Đăng nhập");

        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.PressAsync("Tối"), response => response.Url.EndsWith("/preferences/shade", StringComparison.Ordinal));
        await visitor.GoAsync("/");
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.LookAsync("front-dark");
    }

    [Fact]
    public async Task A_code_typed_on_the_front_page_is_looked_up()
    {
        await using var visitor = await demo.VisitAsync(Screen.Phone);
        await visitor.GoAsync("/");
        await visitor.Page.GetByLabel("Mã chứng chỉ").FillAsync("7K3M-9QXA-2C4D-E5F6");
        await visitor.PressAsync("Tra cứu");
        await visitor.SeeHeadingAsync("Không tìm thấy");
        await visitor.LookAsync();
    }
}

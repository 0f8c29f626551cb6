using System.Text.RegularExpressions;
using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>What goes wrong in an exam room: the line, the tab, the session, the clock. Nothing that was answered is lost, and the page says how it stands.</summary>
[Collection(DemoSiteTests.Name)]
public sealed partial class ExamConnectionTests(DemoSite demo)
{
    [Fact]
    public async Task Answers_given_without_a_connection_wait_on_the_device_through_a_reload_and_are_sent_when_it_returns()
    {
        await using var trainee = await SittingAsync("TAI00004");
        var page = trainee.Page;
        await page.Context.SetOfflineAsync(true);
        await AnswerAsync(page, 1);
        await SeeStateAsync(page, 1, "Chưa gửi được");
        await Assertions.Expect(page.Locator("[data-save-summary]")).ToHaveTextAsync("1 câu chưa được lưu");
        await page.Context.SetOfflineAsync(false);
        await SeeStateAsync(page, 1, "Đã lưu lúc");

        await page.RouteAsync("**/answers/**", route => route.AbortAsync());
        await AnswerAsync(page, 2);
        await SeeStateAsync(page, 2, "Chưa gửi được");
        var warned = 0;
        page.Dialog += async (_, dialog) => { warned++; await dialog.AcceptAsync(); };
        await page.ReloadAsync();
        Assert.Equal(1, warned);
        await SeeGivenAsync(page, 1);
        await SeeGivenAsync(page, 2);
        await SeeStateAsync(page, 2, "Chưa gửi được");
        await page.UnrouteAsync("**/answers/**");
        await SeeStateAsync(page, 2, "Đã lưu lúc");

        // The server knows it: what the device keeps is thrown away first.
        await page.EvaluateAsync("localStorage.clear()");
        await page.ReloadAsync();
        await SeeGivenAsync(page, 2);
        Assert.Equal(1, warned);
    }

    [Fact]
    public async Task The_page_opened_later_takes_over_and_the_earlier_one_can_have_it_back_with_nothing_lost()
    {
        await using var trainee = await SittingAsync("TAI00005");
        var first = trainee.Page;
        await AnswerAsync(first, 1);
        await SeeStateAsync(first, 1, "Đã lưu lúc");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await SeeGivenAsync(second, 1);

        await AnswerAsync(first, 2);
        await Assertions.Expect(first.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Còn 1 câu chưa gửi" })).ToBeVisibleAsync();
        await AnswerAsync(second, 1, option: 1);
        await SeeStateAsync(second, 1, "Đã lưu lúc");
        await new Visitor(first, Screen.Desktop).LookAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp ở đây" }).ClickAsync();
        await SeeGivenAsync(first, 1, option: 1);
        await SeeGivenAsync(first, 2);
        await SeeStateAsync(first, 2, "Đã lưu lúc");

        await AnswerAsync(second, 2, option: 1);
        await Assertions.Expect(second.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp ở đây" })).ToBeVisibleAsync();

        // A second device takes over as well, and the first hears of it without answering.
        await using var phone = await demo.VisitAsync(Screen.Phone);
        await phone.SignInAsync("TAI00005");
        await phone.GoAsync(new Uri(first.Url).AbsolutePath);
        await AnswerAsync(phone.Page, 1);
        await SeeStateAsync(phone.Page, 1, "Đã lưu lúc");
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp ở đây" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await first.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp ở đây" }).ClickAsync();
        await SeeGivenAsync(first, 1);
    }

    [Fact]
    public async Task A_sign_in_that_ran_out_is_told_and_made_again_in_another_tab_with_nothing_lost()
    {
        await using var trainee = await SittingAsync("TAI00006");
        var page = trainee.Page;
        await page.Context.ClearCookiesAsync();
        await AnswerAsync(page, 1);
        await SeeStateAsync(page, 1, "Phiên đăng nhập đã hết");
        await trainee.LookAsync();

        var tab = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại trong thẻ mới" }).ClickAsync());
        await tab.GetByLabel("Mã cán bộ hoặc email").FillAsync("TAI00006");
        await tab.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Visitor.Password);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Anh/chị đã đăng nhập lại" })).ToBeVisibleAsync();
        await new Visitor(tab, Screen.Desktop).LookAsync();
        await tab.CloseAsync();
        await page.BringToFrontAsync();
        await SeeStateAsync(page, 1, "Đã lưu lúc");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại trong thẻ mới" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("TAI00007", 3)]
    [InlineData("TAI00008", -3)]
    public async Task A_device_whose_clock_is_three_hours_wrong_shows_the_servers_time_and_keeps_the_newer_answer(string staffCode, int hours)
    {
        await using var trainee = await SittingAsync(staffCode, $$"""
            (() => {
              const [shift, Real] = [{{hours}} * 3600e3, Date];
              globalThis.Date = class extends Real {
                constructor(...given) { if (given.length) super(...given); else super(Real.now() + shift); }
                static now() { return Real.now() + shift; }
              };
              Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + shift });
            })()
            """);
        var page = trainee.Page;
        var limit = int.Parse(await page.Locator("form[data-exam]").EvaluateAsync<string>("f => String(Math.round((Date.parse(f.dataset.due) - Date.parse(f.dataset.now)) / 60000))"), System.Globalization.CultureInfo.InvariantCulture);
        await Assertions.Expect(page.Locator("[data-clock]")).ToHaveTextAsync(TimeLeft());
        var left = int.Parse(TimeLeft().Match(await page.Locator("[data-clock]").InnerTextAsync()).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(left, limit - 2, limit);

        await AnswerAsync(page, 1);
        await SeeStateAsync(page, 1, "Đã lưu lúc");
        await page.RouteAsync("**/answers/**", route => route.AbortAsync());
        await AnswerAsync(page, 1, option: 1);
        await SeeStateAsync(page, 1, "Chưa gửi được");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.ReloadAsync();
        await SeeGivenAsync(page, 1, option: 1);
        await page.UnrouteAsync("**/answers/**");
        await SeeStateAsync(page, 1, "Đã lưu lúc");
        await page.ReloadAsync();
        await SeeGivenAsync(page, 1, option: 1);
    }

    private async Task<Visitor> SittingAsync(string staffCode, string? script = null)
    {
        var trainee = await demo.VisitAsync(Screen.Desktop);
        if (script is not null) await trainee.Page.AddInitScriptAsync(script);
        await trainee.SignInAsync(staffCode);
        await trainee.FollowAsync("Bài thi đang mở");
        await trainee.PressAsync("Bắt đầu làm bài");
        await trainee.SeeAsync("Trang 1/");
        return trainee;
    }

    /// <summary>Whatever the question: its first, or another, option.</summary>
    private static async Task AnswerAsync(IPage page, int slot, int option = 0)
    {
        if (await IsTypedAsync(page, slot)) await page.Locator($"#q{slot} input[type=text]").FillAsync($"câu trả lời {option}");
        else if (!await page.Locator($"#q{slot} .choice input").Nth(option).IsCheckedAsync()) await page.Locator($"#q{slot} label.choice").Nth(option).ClickAsync();
    }

    private static async Task SeeGivenAsync(IPage page, int slot, int option = 0)
    {
        if (await IsTypedAsync(page, slot)) await Assertions.Expect(page.Locator($"#q{slot} input[type=text]")).ToHaveValueAsync($"câu trả lời {option}");
        else await Assertions.Expect(page.Locator($"#q{slot} .choice input").Nth(option)).ToBeCheckedAsync();
    }

    private static async Task<bool> IsTypedAsync(IPage page, int slot) => await page.Locator($"#q{slot} input[type=text]").CountAsync() > 0;

    private static Task SeeStateAsync(IPage page, int slot, string state) =>
        Assertions.Expect(page.Locator($"#q{slot} [data-save-state]")).ToContainTextAsync(state, new() { Timeout = 45_000 });

    [GeneratedRegex(@"^Còn (\d+):\d\d")]
    private static partial Regex TimeLeft();
}

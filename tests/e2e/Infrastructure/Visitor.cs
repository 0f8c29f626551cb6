using Deque.AxeCore.Playwright;

namespace Lms.E2E.Infrastructure;

/// <summary>Somebody at a screen. Every page looked at is checked by axe, for a sideways scroll bar, for one heading and for a title.</summary>
public sealed class Visitor(IPage page, Screen screen) : IAsyncDisposable
{
    private Screen screen = screen;

    public const string Password = "ctxh-demo-2026";

    public IPage Page => page;

    /// <summary>Goes there by the address bar; anything but a page that is there is a failure.</summary>
    public async Task GoAsync(string path)
    {
        var response = await page.GotoAsync(path);
        Assert.True(response is null or { Ok: true }, $"{path} answered {response?.Status}.");
    }

    public async Task SignInAsync(string staffCode)
    {
        await GoAsync("/sign-in");
        await page.GetByLabel("Mã cán bộ hoặc email").FillAsync(staffCode);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Password);
        await PressAsync("Đăng nhập");
        await page.ArriveAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task LookThroughAsync(Screen other)
    {
        screen = other;
        await page.SetViewportSizeAsync(other.Size().Width, other.Size().Height);
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task SeeAsync(string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    public Task SeeHeadingAsync(string text) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync();

    /// <summary>Axe finds nothing, nothing sticks out sideways; and a picture for the README where a name is given.</summary>
    public async Task LookAsync(string? picture = null)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url} at {screen}\n" + string.Join('\n', found.Violations.Select(v =>
            $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(5).Select(n => n.Html)))));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} sticks out {overflow} px sideways at {screen}.");
        Assert.True(await page.Locator("h1").CountAsync() == 1, $"{page.Url} should have one first heading.");
        Assert.False(string.IsNullOrWhiteSpace(await page.TitleAsync()), $"{page.Url} has no title.");
        if (picture is not null) await PictureAsync(picture);
    }

    private async Task PictureAsync(string view)
    {
        var name = $"{view}-{screen.ToString().ToLowerInvariant()}";
        if (Pictures.Wanted(name)) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.PathOf(name) });
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}

using Deque.AxeCore.Playwright;

namespace Lms.E2E.Infrastructure;

/// <summary>Somebody at a screen. Every page looked at is checked by axe and for a sideways scroll bar.</summary>
public sealed class Visitor(IPage page, Screen screen) : IAsyncDisposable
{
    public const string Password = "ctxh-demo-2026";

    public IPage Page => page;

    public async Task GoAsync(string path) => await page.GotoAsync(path);

    public async Task SignInAsync(string email)
    {
        await GoAsync("/sign-in");
        await page.GetByLabel("Thư điện tử hoặc mã nhân viên").FillAsync(email);
        await page.GetByLabel("Mật khẩu", new PageGetByLabelOptions { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Axe finds nothing, nothing sticks out sideways; and a picture for the README where a name is given.</summary>
    public async Task LookAsync(string? picture = null)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}\n" + string.Join('\n', found.Violations.Select(v =>
            $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(5).Select(n => n.Html)))));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} sticks out {overflow} px sideways at {screen}.");
        if (picture is not null) await PictureAsync(picture);
    }

    private async Task PictureAsync(string name)
    {
        var folder = Path.Combine(Site.RepositoryRoot, "docs", "screenshots");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{screen.ToString().ToLowerInvariant()}.png") });
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}

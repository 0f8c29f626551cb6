namespace Lms.E2E.Infrastructure;

/// <summary>
/// One demo site and one browser for the tests of a collection, which share its data. Beside the demo's people it has
/// some sitters with an open exam (TAI00001 …): each test takes one of its own, so that none waits for another.
/// </summary>
public sealed class DemoSite : IAsyncLifetime
{
    private IPlaywright? playwright;

    public Site Site { get; } = new();
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Site.StartAsync();
        var (exit, output) = await Site.RunAsync("seed", "load", "--sitters", "10");
        Assert.True(exit == 0, output);
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A visitor with a browser of his own: no cookies, the language and the time zone of the city.</summary>
    public async Task<Visitor> VisitAsync(Screen screen, bool javaScript = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address, ViewportSize = screen.Size(), JavaScriptEnabled = javaScript,
            Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh", AcceptDownloads = true, HasTouch = screen == Screen.Phone,
        });
        return new Visitor(await context.NewPageAsync(), screen);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        await Site.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class DemoSiteTests : ICollectionFixture<DemoSite>
{
    public const string Name = "demo site";
}

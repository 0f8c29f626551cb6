using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>Everybody's whole menu, and one step beyond it: no dead link, no page that a screen reader or a phone cannot read.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class StaffMenuTests(DemoSite demo)
{
    private const string Menu = "Trình đơn chính";

    /// <summary>Pages looked at for somebody already: two people's lists differ in their lines, not in how they are made.</summary>
    private static readonly HashSet<string> LookedAt = [];

    [Theory]
    [InlineData("HV0001")]
    [InlineData("GV0001")]
    [InlineData("BS0001")]
    [InlineData("TD0001")]
    [InlineData("DT0001")]
    [InlineData("KH0001")]
    [InlineData("CC0001")]
    [InlineData("QT0001")]
    [InlineData("TK0001")]
    public async Task Every_page_of_the_menu_can_be_read_on_a_phone_and_on_a_desk(string staffCode)
    {
        await using var visitor = await demo.VisitAsync(Screen.Desktop);
        await visitor.SignInAsync(staffCode);
        var addresses = await LinksAsync(visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = Menu }).Locator("a"));
        Assert.NotEmpty(addresses);

        var problems = new List<string>();
        foreach (var address in addresses.Append("/account"))
        {
            await LookAsync(visitor, address, problems);
            foreach (var further in await BeyondAsync(visitor, address)) await LookAsync(visitor, further, problems);
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    /// <summary>Collects what is wrong instead of stopping at the first page: one run tells all.</summary>
    private static async Task LookAsync(Visitor visitor, string address, List<string> problems)
    {
        try
        {
            await visitor.GoAsync(address);
            if (!LookedAt.Add(address)) return;
            await visitor.LookAsync();
            await visitor.LookThroughAsync(Screen.Phone);
            await visitor.LookAsync();
        }
        catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException)
        {
            problems.Add(e.Message);
        }

        await visitor.LookThroughAsync(Screen.Desktop);
    }

    /// <summary>The first line of a list, the page where a new one is made, and the first way further down.</summary>
    private static async Task<IReadOnlyList<string>> BeyondAsync(Visitor visitor, string address)
    {
        var main = visitor.Page.GetByRole(AriaRole.Main);
        var line = await LinksAsync(main.Locator("tbody a, .class-card a").First);
        var below = (await LinksAsync(main.Locator("a"))).Where(a => a.StartsWith(address + "/", StringComparison.Ordinal)).ToList();
        return [.. line.Concat(below.Where(a => a.EndsWith("/new", StringComparison.Ordinal))).Concat(below.Take(1)).Distinct()];
    }

    /// <summary>Links to pages of the site, without files to take along.</summary>
    private static async Task<IReadOnlyList<string>> LinksAsync(ILocator links) =>
        [.. (await links.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))")).Where(a => a.StartsWith('/') && !a.Contains("/file.", StringComparison.Ordinal) && !a.EndsWith("/pdf", StringComparison.Ordinal) && !Path.HasExtension(a.Split('?')[0])).Distinct()];
}

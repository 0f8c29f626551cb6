using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>Everybody's whole menu, and one step beyond it: no dead link, no page that a screen reader or a phone cannot read.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class StaffMenuTests(DemoSite demo)
{
    private const string Menu = "Trình đơn chính";

    [Theory]
    [InlineData("HV0001")]
    [InlineData("GV0001")]
    [InlineData("BS0001")]
    [InlineData("TD0001")]
    [InlineData("DT0001")]
    [InlineData("KH0001")]
    [InlineData("CC0001")]
    [InlineData("QT0001")]
    public async Task Every_page_of_the_menu_can_be_read_on_a_phone_and_on_a_desk(string staffCode)
    {
        await using var visitor = await demo.VisitAsync(Screen.Desktop);
        await visitor.SignInAsync(staffCode);
        var addresses = await LinksAsync(visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = Menu }).Locator("a"));
        Assert.NotEmpty(addresses);

        var problems = new List<string>();
        var seen = new HashSet<string>();
        foreach (var address in addresses.Append("/account"))
        {
            await LookAsync(visitor, address, seen, problems);
            foreach (var further in await BeyondAsync(visitor, address)) await LookAsync(visitor, further, seen, problems);
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    /// <summary>Collects what is wrong instead of stopping at the first page: one run tells all.</summary>
    private static async Task LookAsync(Visitor visitor, string address, HashSet<string> seen, List<string> problems)
    {
        if (!seen.Add(address)) return;
        try
        {
            await visitor.GoAsync(address);
            await visitor.LookAsync();
            await visitor.LookThroughAsync(Screen.Phone);
            await visitor.LookAsync();
        }
        catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException)
        {
            problems.Add(e.Message);
        }
        finally
        {
            await visitor.LookThroughAsync(Screen.Desktop);
        }
    }

    /// <summary>The first line of a list and the page where a new one is made.</summary>
    private static async Task<IReadOnlyList<string>> BeyondAsync(Visitor visitor, string address)
    {
        var main = visitor.Page.GetByRole(AriaRole.Main);
        var below = (await LinksAsync(main.Locator("a"))).Where(a => a.StartsWith(address + "/", StringComparison.Ordinal) && !a.Contains("/file.", StringComparison.Ordinal) && !a.Contains("/pdf", StringComparison.Ordinal)).ToList();
        var first = await LinksAsync(main.Locator("tbody a, .class-card a").First);
        return [.. first.Concat(below.Where(a => a.EndsWith("/new", StringComparison.Ordinal))).Concat(below.Take(1)).Where(a => !a.Contains("/file.", StringComparison.Ordinal)).Distinct()];
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(ILocator links) =>
        [.. (await links.EvaluateAllAsync<string[]>("all => all.filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href'))")).Where(a => a.StartsWith('/')).Distinct()];
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Lms.UnitTests.Architecture;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Features.Verification;
using Lms.Web.Features.Verification.Offline;

namespace Lms.UnitTests.Web.Verification;

public sealed partial class OfflinePageTests(WebSite site) : IClassFixture<WebSite>
{
    [Theory]
    [InlineData("/v"), InlineData("/verify")]
    public async Task The_page_of_the_second_code_is_the_verification_page_and_sets_no_cookie(string address)
    {
        var answer = await site.Anonymous().GetAsync(address);
        var page = await answer.PageAsync();

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotNull(page.QuerySelector("form.code-form"));
        Assert.Equal("/v", page.QuerySelector("[data-verification]")!.GetAttribute("data-scope"));
        Assert.Equal("/verify/app.webmanifest", page.QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Whatever_the_script_may_say_stands_in_the_page_in_both_languages()
    {
        var page = await site.Anonymous().PageAsync("/verify");
        var parts = page.QuerySelectorAll("template[data-part]").Select(t => t.GetAttribute("data-part")!).ToHashSet();

        foreach (var verdict in SignedVerdict.All)
        {
            Assert.Contains($"verdict-{verdict.Name}", parts);
            foreach (var key in new[] { verdict.WordKey, verdict.SaysKey }) Assert.NotEqual(BothLanguages.In("vi", key), BothLanguages.In("en", key));
        }

        var scripts = string.Concat(Directory.GetFiles(Path.Combine(Codebase.Root, "themes/Sen/modules/verification"), "*.js").Append(Path.Combine(Codebase.Root, "themes/Sen/modules/verify.js")).Select(File.ReadAllText));
        foreach (Match asked in Part().Matches(scripts)) Assert.Contains(asked.Groups["name"].Value, parts);
        foreach (Match verdict in Verdict().Matches(scripts)) Assert.Contains($"verdict-{verdict.Groups["name"].Value}", parts);
    }

    [Fact]
    public async Task The_worker_may_keep_the_verification_pages_and_is_asked_for_anew()
    {
        var answer = await site.Anonymous().GetAsync("/verify/worker.js");

        Assert.Equal("/v", answer.Headers.GetValues("Service-Worker-Allowed").Single());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("fetch", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_can_be_installed_and_its_icons_are_there()
    {
        var manifest = await JsonAsync("/verify/app.webmanifest");

        Assert.Equal(("/verify", "/v", "standalone"), (manifest.GetProperty("start_url").GetString(), manifest.GetProperty("scope").GetString(), manifest.GetProperty("display").GetString()));
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            Assert.Equal("image/png", (await site.Anonymous().GetAsync(icon.GetProperty("src").GetString()!)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_device_learns_the_status_lists_there_are_and_the_names_of_the_credentials()
    {
        await ClassOnSite.OpenAsync(site, exam: false);
        var about = await JsonAsync("/verify/about.json");

        Assert.NotEmpty(about.GetProperty("credentials").EnumerateObject().Select(c => c.Value[1].GetString()));
        foreach (var list in about.GetProperty("lists").EnumerateArray())
            Assert.True((await site.Anonymous().GetAsync($"/status/revocation/{list.GetInt32()}")).IsSuccessStatusCode);
    }

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await (await site.Anonymous().GetAsync(address)).Content.ReadAsStringAsync()).RootElement;

    [GeneratedRegex(@"(?:showNotice\(place, |copy\()'(?<name>[a-z-]+)'|'(?<name>camera-[a-z]+|no-code|other-code)'")]
    private static partial Regex Part();

    [GeneratedRegex(@"verdict: '(?<name>[a-zA-Z]+)'|return '(?<name>valid|unchecked|expired|revoked|suspended)'")]
    private static partial Regex Verdict();
}

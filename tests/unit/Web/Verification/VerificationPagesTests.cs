using System.Net;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.UnitTests.Infrastructure.Web;
using CertificateFace = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Web.Verification;

public sealed class VerificationPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly DateOnly BirthDate = new(1987, 11, 23);

    [Fact]
    public async Task Anybody_sees_at_once_that_a_certificate_is_valid_and_whose_it_is()
    {
        var page = await site.Anonymous().PageAsync($"/C/{await IssuedAsync()}");

        Assert.NotNull(page.QuerySelector(".verdict--valid"));
        Assert.Contains("Còn hiệu lực", page.QuerySelector("h1 [lang=vi]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Valid", page.QuerySelector("h1 [lang=en]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Thùy Dương", page.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1987", page.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_birth_date_is_compared_and_never_told()
    {
        var code = await IssuedAsync();
        var nobody = site.Anonymous();

        foreach (var (asked, look) in new[] { ("1987-11-23", ".notice--success"), ("1987-11-24", ".notice--error") })
        {
            var page = await (await nobody.PostAsync($"/C/{code}/birth-date-check", ("birthDate", asked))).PageAsync();
            Assert.NotNull(page.QuerySelector($"#birth-date-check {look}"));
            foreach (var written in new[] { "23/11", "11-23", "23-11", "November", "24/11", "11-24" })
                Assert.DoesNotContain(written, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("23/11/1987")]
    [InlineData("1987-13-45")]
    public async Task What_is_no_date_is_said_at_the_field(string typed)
    {
        var answer = await site.Anonymous().PostAsync($"/C/{await IssuedAsync()}/birth-date-check", ("birthDate", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", (await answer.PageAsync()).QuerySelector("#birthDate-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Unknown_and_malformed_codes_get_pages_of_one_shape_which_say_what_the_code_alone_tells()
    {
        var nobody = site.Anonymous();
        var unknown = await nobody.GetAsync($"/C/{CertificateCode.New().Value}");
        var shape = Shape(await unknown.PageAsync());

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("main section.verdict.verdict--unknown", shape);
        foreach (var (malformed, words) in new[] { ("ABCDEFGHABCDEFGH", "Mã gõ sai"), ("ABC", "mới có 3 ký tự"), (new string('0', 17), "17 ký tự"), ("TRƯỜNG", "“Ư”") })
        {
            var answer = await nobody.GetAsync($"/C/{Uri.EscapeDataString(malformed)}");
            var page = await answer.PageAsync();
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(shape, Shape(page));
            Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_superseded_certificate_leads_to_the_one_that_took_its_place()
    {
        var code = await IssuedAsync();
        Assert.True(CertificateCode.TryParse(code, out var parsed));
        var replaced = await site.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.ReplaceAsync(parsed, "Bị mất", Guid.NewGuid()));

        var page = await site.Anonymous().PageAsync($"/C/{code}");

        Assert.Contains("Đã được cấp lại", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cấp lại do mất, hỏng", page.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/C/{replaced.Successor}", page.QuerySelector("main a.button--primary")!.GetAttribute("href"));
        Assert.NotNull((await site.Anonymous().PageAsync($"/C/{replaced.Successor}")).QuerySelector(".verdict--valid"));
    }

    [Fact]
    public async Task A_suspended_certificate_says_since_when_and_why()
    {
        var code = await IssuedAsync();
        Assert.True(CertificateCode.TryParse(code, out var parsed));
        Assert.Equal(LifecycleOutcome.Done, await site.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.SuspendAsync(parsed, "Đang xác minh hồ sơ", Guid.NewGuid())));

        var page = await site.Anonymous().PageAsync($"/C/{code}");

        Assert.NotNull(page.QuerySelector(".verdict--expired"));
        Assert.Contains("Đang xác minh hồ sơ", page.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_as_people_write_it()
    {
        var code = await IssuedAsync();
        var nobody = site.Anonymous();

        var typed = await nobody.GetAsync($"/verify?code={string.Join("-", code.ToLowerInvariant().Chunk(4).Select(c => new string(c)))}");

        Assert.Equal($"/C/{code}", typed.Leads());
        Assert.NotNull((await nobody.PageAsync($"/c/{code.ToLowerInvariant()}")).QuerySelector(".verdict--valid"));
    }

    [Fact]
    public async Task The_page_sets_no_cookie_and_stays_out_of_search_and_shared_caches()
    {
        var answer = await site.Anonymous().GetAsync($"/C/{await IssuedAsync()}");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_certificate_is_found_and_says_why_it_was_revoked()
    {
        var code = await IssuedAsync();
        Assert.True(CertificateCode.TryParse(code, out var parsed));
        Assert.Equal(RevokeOutcome.Revoked, await site.UseAsync<CertificateFace, RevokeOutcome>(c => c.RevokeAsync(parsed, "Hồ sơ không đúng", Guid.NewGuid())));

        var page = await site.Anonymous().PageAsync($"/C/{code}");

        Assert.NotNull(page.QuerySelector(".verdict--revoked"));
        Assert.Contains("Hồ sơ không đúng", page.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/C/%3Cscript%3E")]
    [InlineData("/C/%2F%2Fevil.example")]
    [InlineData("/verify?code=%2F%2Fevil.example")]
    [InlineData("/verify?code=%0D%0ASet-Cookie:a")]
    public async Task Strange_codes_lead_nowhere(string path)
    {
        var answer = await site.Anonymous().GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound || answer.Leads()!.StartsWith("/C/", StringComparison.Ordinal) && !answer.Leads()![3..].Contains('/', StringComparison.Ordinal), $"{(int)answer.StatusCode} {answer.Leads()}");
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> IssuedAsync()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        return await open.EarnCertificateAsync(await open.TraineeAsync("Nguyễn Thị Thùy Dương", BirthDate));
    }

    /// <summary>The elements of the page and their classes, without a word of it.</summary>
    private static List<string> Shape(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main *").Select(e => $"main {e.LocalName}{string.Concat(e.ClassList.Select(c => $".{c}"))}")];
}

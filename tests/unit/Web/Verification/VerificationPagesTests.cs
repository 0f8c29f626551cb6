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
    public async Task Unknown_and_malformed_codes_get_one_and_the_same_page()
    {
        var nobody = site.Anonymous();
        var unknown = CertificateCode.New().Value;
        const string malformed = "ABCDEFGHABCDEFGH";
        Assert.False(CertificateCode.TryParse(malformed, out _));

        var (first, second) = (await nobody.GetAsync($"/C/{unknown}"), await nobody.GetAsync($"/C/{malformed}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
        var (one, other) = (await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Contains("verdict--unknown", one, StringComparison.Ordinal);
        Assert.Equal(WithoutTime(one.Replace(unknown, "?", StringComparison.Ordinal)), WithoutTime(other.Replace(malformed, "?", StringComparison.Ordinal)));
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

    private static string WithoutTime(string page) => System.Text.RegularExpressions.Regex.Replace(page, @"\d\d:\d\d", "");
}

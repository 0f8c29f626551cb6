using System.Net;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Platform;

/// <summary>What every request meets before it reaches a feature.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private EmptyDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_answer_forbids_what_no_page_needs()
    {
        await using var site = new SiteNode(database);
        foreach (var path in new[] { "/", "/health/live", "/no-such-page" })
        {
            var answer = await site.Browser().GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Theory]
    [InlineData("vi", "Không tìm thấy trang")]
    [InlineData("en", "Page not found")]
    public async Task What_does_not_exist_is_said_in_the_visitors_language(string language, string words)
    {
        await using var site = new SiteNode(database);
        var answer = await site.Browser(language).GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_answered_with_a_page_that_says_what_to_do()
    {
        await using var site = new SiteNode(database);
        var answer = await site.Browser("en").PostAsync("/sign-in", new FormUrlEncodedContent([new("Who", "HV0001")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("reload the page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/verify", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/my", HttpStatusCode.Redirect)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Head_is_answered_like_get_without_the_body(string path, HttpStatusCode status)
    {
        await using var site = new SiteNode(database);
        var browser = site.Browser();
        var get = await browser.GetAsync(path);
        var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((status, status), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.Location, head.Headers.Location);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_script_gets_the_bare_status()
    {
        await using var site = new SiteNode(database);
        var answer = await site.CreateClient().GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_asked_to_wait()
    {
        await using var site = new SiteNode(database, ("RateLimits:Verify:Burst", "3"), ("RateLimits:Verify:PerMinute", "1"));
        var browser = site.Browser("en");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/verify")).StatusCode);
        var refused = await browser.GetAsync("/verify");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_address_does_not_escape_the_limit()
    {
        await using var site = new SiteNode(database, ("RateLimits:Verify:Burst", "1"), ("RateLimits:Verify:PerMinute", "1"));
        var browser = site.Browser();
        await browser.GetAsync("/verify");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/verify")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_read_each_others_cookies(DatabaseProvider provider)
    {
        await using var shared = await EmptyDatabase.CreateAsync(provider);
        await using var first = new SiteNode(shared);
        var cookie = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("HV0001");
        await using var second = new SiteNode(shared);
        Assert.Equal("HV0001", second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
    }

    [Fact]
    public async Task A_site_whose_database_is_gone_lives_but_is_not_ready()
    {
        var own = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = new SiteNode(own);
        var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await own.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
    }
}

using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web;

public sealed class SignInTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Password = "mua xuan den som";

    [Fact]
    public async Task Staff_code_and_address_both_sign_in()
    {
        var code = await NewStaffCodeAsync();
        foreach (var who in new[] { code, code.ToLowerInvariant(), $"{code}@example.vn", $"  {code} " })
        {
            var visitor = site.Anonymous();
            var response = await SignInAsync(visitor, who, Password);
            Assert.Equal("/my", response.Leads());
            Assert.True(visitor.IsSignedIn, who);
        }
    }

    [Fact]
    public async Task Nobody_and_a_wrong_password_get_the_same_answer()
    {
        var code = await NewStaffCodeAsync();
        var wrong = await RefusalAsync(await SignInAsync(site.Anonymous(), code, "another password"));
        var nobody = await RefusalAsync(await SignInAsync(site.Anonymous(), "CB-NOBODY", "another password"));
        Assert.Equal(wrong, nobody);
    }

    [Fact]
    public async Task Five_wrong_passwords_pause_the_account_and_the_answer_says_so()
    {
        var code = await NewStaffCodeAsync();
        for (var i = 0; i < 4; i++) Assert.DoesNotContain("phút", await RefusalAsync(await SignInAsync(site.Anonymous(), code, "wrong")), StringComparison.Ordinal);
        Assert.Contains("phút", await RefusalAsync(await SignInAsync(site.Anonymous(), code, "wrong")), StringComparison.Ordinal);

        var visitor = site.Anonymous();
        Assert.Contains("phút", await RefusalAsync(await SignInAsync(visitor, code, Password)), StringComparison.Ordinal);
        Assert.False(visitor.IsSignedIn);
    }

    [Fact]
    public async Task A_locked_account_does_not_sign_in_and_its_open_session_ends_within_a_minute()
    {
        var key = await site.OpenAccountAsync(password: Password);
        var open = site.Visitor(key);
        await open.SignInAsync();
        await site.UseAsync<Accounts, bool>(a => a.LockAsync(key));

        Assert.DoesNotContain("khóa", await RefusalAsync(await SignInAsync(site.Anonymous(), await site.StaffCodeOf(key), "wrong")), StringComparison.Ordinal);
        Assert.Contains("bị khóa", await RefusalAsync(await SignInAsync(site.Anonymous(), await site.StaffCodeOf(key), Password)), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/sign-in?returnUrl=%2Faccount", (await open.GetAsync("/account")).Leads());

        await site.UseAsync<Accounts, bool>(a => a.UnlockAsync(key));
        Assert.Equal("/my", (await SignInAsync(site.Anonymous(), await site.StaffCodeOf(key), Password)).Leads());
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/my?page=2", "/my?page=2")]
    [InlineData("https://evil.example/", "/my")]
    [InlineData("//evil.example/", "/my")]
    [InlineData("/\\evil.example/", "/my")]
    [InlineData("javascript:alert(1)", "/my")]
    [InlineData(null, "/my")]
    public async Task Signing_in_leads_back_into_this_site_only(string? returnUrl, string expected)
    {
        var code = await NewStaffCodeAsync();
        var visitor = site.Anonymous();
        Assert.Equal(expected, (await visitor.PostAsync("/sign-in", ("who", code), ("password", Password), ("returnUrl", returnUrl))).Leads());
        Assert.Equal(expected, (await visitor.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl ?? "")}")).Leads());
    }

    [Fact]
    public async Task An_empty_form_is_told_what_is_missing_and_keeps_what_was_typed()
    {
        var response = await site.Anonymous().PostAsync("/sign-in", ("who", "CB-typed"), ("password", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.PageAsync();
        Assert.Equal("CB-typed", page.QuerySelector("#Who")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Password")!.GetAttribute("value"));
        Assert.Equal("#Password", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await site.AsAsync(Role.Trainee);
        await visitor.PostAsync("/sign-out");
        Assert.False(visitor.IsSignedIn);
    }

    private async Task<string> NewStaffCodeAsync() => await site.StaffCodeOf(await site.OpenAccountAsync(password: Password));

    private static Task<HttpResponseMessage> SignInAsync(WebVisitor visitor, string who, string password) =>
        visitor.PostAsync("/sign-in", ("who", who), ("password", password));

    private static async Task<string> RefusalAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return (await response.PageAsync()).QuerySelector(".error-summary")!.TextContent.Trim();
    }
}

using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Identity;

namespace Lms.UnitTests.Web;

public sealed class SecondStepTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Password = "mua xuan den som";

    [Fact]
    public async Task Setting_it_up_takes_a_right_code_and_gives_ten_recovery_codes()
    {
        var visitor = await SignedInAsync();
        await visitor.PostAsync("/account/second-step");
        var page = await visitor.PageAsync("/account/second-step");
        Assert.NotNull(page.QuerySelector("svg[role=img] path[d^=M]"));
        var key = page.QuerySelector("code")!.TextContent;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/account/second-step/confirmation", ("code", "000000"))).StatusCode);
        var response = await visitor.PostAsync("/account/second-step/confirmation", ("code", OneTimeCode.Of(key, DateTimeOffset.UtcNow)));
        Assert.Equal("/account/second-step/recovery-codes", response.Leads());
        Assert.Equal(10, (await visitor.PageAsync("/account/second-step/recovery-codes")).QuerySelectorAll("main li code").Length);
        Assert.Equal("/account/second-step", (await visitor.GetAsync("/account/second-step/recovery-codes")).Leads()); // shown once
    }

    [Fact]
    public async Task The_password_alone_no_longer_signs_in()
    {
        var (key, secret, _) = await WithSecondStepAsync();
        var visitor = site.Anonymous();
        var response = await visitor.PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", Password), ("returnUrl", "/account"));
        Assert.Equal("/sign-in/second-step?ReturnUrl=%2Faccount", response.Leads());
        Assert.False(visitor.IsSignedIn);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/sign-in/second-step", ("code", "123"))).StatusCode);
        Assert.False(visitor.IsSignedIn);
        var code = OneTimeCode.Of(secret, DateTimeOffset.UtcNow);
        Assert.Equal("/account", (await visitor.PostAsync("/sign-in/second-step", ("code", $"{code[..3]} {code[3..]}"), ("returnUrl", "/account"))).Leads());
        Assert.True(visitor.IsSignedIn);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var (key, _, codes) = await WithSecondStepAsync();
        Assert.Equal("/my", (await AfterPasswordAsync(key, codes[0])).Leads());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AfterPasswordAsync(key, codes[0])).StatusCode);
        Assert.Equal("/my", (await AfterPasswordAsync(key, codes[1])).Leads());
    }

    [Fact]
    public async Task Wrong_codes_pause_the_account_even_for_a_right_recovery_code()
    {
        var (key, _, codes) = await WithSecondStepAsync();
        var visitor = site.Anonymous();
        await visitor.PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", Password));
        for (var i = 0; i < 5; i++) await visitor.PostAsync("/sign-in/second-step", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/sign-in/second-step", ("code", codes[0]))).StatusCode);
        Assert.False(visitor.IsSignedIn);
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var (key, _, _) = await WithSecondStepAsync();
        var visitor = site.Visitor(key);
        await visitor.SignInAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/account/second-step/removal", ("password", "wrong"))).StatusCode);
        Assert.Equal("/account/second-step", (await visitor.PostAsync("/account/second-step/removal", ("password", Password))).Leads());
        Assert.Equal("/my", (await site.Anonymous().PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", Password))).Leads());
    }

    [Fact]
    public async Task Without_the_first_step_there_is_no_second() =>
        Assert.Equal("/sign-in", (await site.Anonymous().GetAsync("/sign-in/second-step")).Leads());

    private async Task<WebVisitor> SignedInAsync()
    {
        var visitor = site.Visitor(await site.OpenAccountAsync(password: Password));
        await visitor.SignInAsync();
        return visitor;
    }

    private async Task<(Guid Key, string Secret, string[] Codes)> WithSecondStepAsync()
    {
        var key = await site.OpenAccountAsync(password: Password);
        return await site.UseAsync<UserManager<Account>, (Guid, string, string[])>(async manager =>
        {
            var account = (await manager.FindByIdAsync(key.ToString()))!;
            await manager.ResetAuthenticatorKeyAsync(account);
            await manager.SetTwoFactorEnabledAsync(account, true);
            var codes = await manager.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
            return (key, (await manager.GetAuthenticatorKeyAsync(account))!, [.. codes!]);
        });
    }

    private async Task<HttpResponseMessage> AfterPasswordAsync(Guid key, string code)
    {
        var visitor = site.Anonymous();
        await visitor.PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", Password));
        return await visitor.PostAsync("/sign-in/second-step", ("code", code));
    }
}

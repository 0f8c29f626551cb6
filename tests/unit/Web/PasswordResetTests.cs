using System.Net;
using System.Text.RegularExpressions;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Lms.UnitTests.Web;

public sealed partial class PasswordResetTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Old = "mua xuan den som", New = "mua ha den muon";

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_such_an_account()
    {
        var code = await site.StaffCodeOf(await site.OpenAccountAsync());
        Assert.Equal("/forgotten-password/sent", (await AskAsync(code)).Leads());
        Assert.Equal("/forgotten-password/sent", (await AskAsync("nobody@example.vn")).Leads());
        Assert.Single(await MailToAsync($"{code}@example.vn"));
        Assert.Empty(await MailToAsync("nobody@example.vn"));
    }

    [Fact]
    public async Task The_link_sets_a_password_once()
    {
        var key = await site.OpenAccountAsync(password: Old);
        var link = await LinkAsync(key);
        var visitor = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).StatusCode);
        Assert.Equal("/sign-in", (await RedeemAsync(link, New)).Leads());
        Assert.Equal("/my", (await visitor.PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", New))).Leads());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RedeemAsync(link, "mua thu khong den")).StatusCode);
        Assert.Equal("/my", (await site.Anonymous().PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", New))).Leads());
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_in_force()
    {
        var link = await LinkAsync(await site.OpenAccountAsync(password: Old));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RedeemAsync(link, "ngan")).StatusCode);
        Assert.Equal("/sign-in", (await RedeemAsync(link, New)).Leads());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("MDE4OTAwMDAwMDAwNzAwMDgwMDAwMDAwMDAwMDAwMDB4")]
    public async Task A_made_up_link_sets_nothing(string code) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RedeemAsync($"/new-password?code={code}", New)).StatusCode);

    [Fact]
    public async Task A_form_that_cannot_be_read_is_a_bad_request() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Anonymous().PostAsync("/new-password", ("code", "\0\uFFFD"))).StatusCode);

    [Fact]
    public async Task One_persons_link_does_not_open_another_account()
    {
        var mine = await LinkAsync(await site.OpenAccountAsync(password: Old));
        var other = await site.OpenAccountAsync(password: Old);
        var code = System.Text.Encoding.UTF8.GetString(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(mine[(mine.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        var forged = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes($"{other:N}{code[32..]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RedeemAsync($"/new-password?code={forged}", New)).StatusCode);
    }

    [Fact]
    public async Task The_letter_is_in_the_persons_language_whoever_asks_for_it()
    {
        var key = await site.OpenAccountAsync();
        await SetLanguageAsync(key, "en");
        await site.Anonymous().PostAsync("/forgotten-password?culture=vi", ("who", await site.StaffCodeOf(key)));
        Assert.Equal("Reset your password", Assert.Single(await MailToAsync(await AddressOfAsync(key))).Subject);

        var vietnamese = await site.OpenAccountAsync();
        await site.Anonymous().PostAsync("/forgotten-password?culture=en", ("who", await site.StaffCodeOf(vietnamese)));
        Assert.Equal("Đặt lại mật khẩu", Assert.Single(await MailToAsync(await AddressOfAsync(vietnamese))).Subject);
    }

    [Fact]
    public async Task A_locked_account_gets_no_link()
    {
        var key = await site.OpenAccountAsync();
        await site.UseAsync<Accounts, bool>(a => a.LockAsync(key));
        await AskAsync(await site.StaffCodeOf(key));
        Assert.Empty(await MailToAsync(await AddressOfAsync(key)));
    }

    [Fact]
    public async Task A_new_password_ends_the_pause_after_wrong_ones_but_not_an_administrators_lock()
    {
        var key = await site.OpenAccountAsync(password: Old);
        var (first, second) = (await LinkAsync(key), await LinkAsync(key));
        for (var i = 0; i < 5; i++) await site.Anonymous().PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", "wrong"));
        await RedeemAsync(first, New);
        Assert.Equal("/my", (await site.Anonymous().PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", New))).Leads());

        var third = await LinkAsync(key);
        await site.UseAsync<Accounts, bool>(a => a.LockAsync(key));
        await RedeemAsync(third, Old);
        await RedeemAsync(second, Old);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Anonymous().PostAsync("/sign-in", ("who", await site.StaffCodeOf(key)), ("password", Old))).StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string who) => site.Anonymous().PostAsync("/forgotten-password", ("who", who));

    private async Task<HttpResponseMessage> RedeemAsync(string link, string password)
    {
        var code = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return await site.Anonymous().PostAsync("/new-password", ("code", code), ("password", password), ("repeated", password));
    }

    /// <summary>From the letter, as path and query.</summary>
    private async Task<string> LinkAsync(Guid key)
    {
        await AskAsync(await site.StaffCodeOf(key));
        var mail = (await MailToAsync(await AddressOfAsync(key)))[0];
        var body = (await site.UseAsync<Outbox, OutgoingDetail?>(o => o.FindAsync(mail.Key)))!.Body;
        return new Uri(Link().Match(body).Value).PathAndQuery;
    }

    private async Task<List<OutgoingRow>> MailToAsync(string address) =>
        [.. (await site.UseAsync<Outbox, OutgoingPage>(o => o.PageAsync(null, 1))).Mails.Where(m => m.To.Equals(address, StringComparison.OrdinalIgnoreCase))];

    private async Task<string> AddressOfAsync(Guid key) => $"{await site.StaffCodeOf(key)}@example.vn".ToLowerInvariant();

    private Task<bool> SetLanguageAsync(Guid key, string language) => site.UseAsync<UserManager<Account>, bool>(async manager =>
    {
        var account = (await manager.FindByIdAsync(key.ToString()))!;
        account.Language = language;
        return (await manager.UpdateAsync(account)).Succeeded;
    });

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}

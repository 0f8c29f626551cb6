using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web;

public sealed class SessionTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_page_asks_to_sign_in_and_remembers_where_one_wanted_to_go() =>
        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fpassword", (await site.Anonymous().GetAsync("/account/password")).Leads());

    [Fact]
    public async Task An_answer_saved_without_a_session_is_told_401()
    {
        var response = await site.Anonymous().SendJsonAsync(HttpMethod.Put, "/attempts/abcdefghjkmn/answers/1", """{"choice":["a"]}""");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_script_without_a_session_is_told_401()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "/account");
        message.Headers.Accept.ParseAdd("application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Anonymous().SendAsync(message)).StatusCode);
    }

    [Fact]
    public async Task A_new_role_counts_in_an_open_session_within_a_minute_without_signing_in_again()
    {
        var visitor = await site.AsAsync(Role.Trainee);
        await site.UseAsync<Accounts, bool>(a => a.GrantAsync(visitor.Key, [(Role.Trainee, null), (Role.Administrator, null)]));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/administration/mail")).StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/administration/mail")).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_role_stops_counting_in_an_open_session_within_a_minute()
    {
        var visitor = await site.AsAsync(Role.Administrator);
        await visitor.PageAsync("/administration/mail");
        await site.UseAsync<Accounts, bool>(a => a.GrantAsync(visitor.Key, [(Role.Trainee, null)]));
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/administration/mail")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_devices_too()
    {
        var phone = await site.AsAsync(Role.Trainee);
        var office = site.Visitor(phone.Key);
        await office.SignInAsync();

        await phone.PostAsync("/account/sessions/closing");
        Assert.False(phone.IsSignedIn);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.StartsWith("/sign-in?", (await office.GetAsync("/account")).Leads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others()
    {
        var key = await site.OpenAccountAsync(password: "mua xuan den som");
        var (here, there) = (site.Visitor(key), site.Visitor(key));
        await here.SignInAsync();
        await there.SignInAsync();

        var response = await here.PostAsync("/account/password", ("current", "mua xuan den som"), ("password", "mua ha den muon"), ("repeated", "mua ha den muon"));
        Assert.Equal("/account", response.Leads());
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.StartsWith("/sign-in?", (await there.GetAsync("/account")).Leads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", "mua ha den muon", "mua ha den muon", "Current")]
    [InlineData("mua xuan den som", "ngan", "ngan", "Password")]
    [InlineData("mua xuan den som", "mua ha den muon", "mua ha den som", "Repeated")]
    [InlineData("mua xuan den som", "", "", "Password")]
    public async Task A_refused_password_is_told_at_its_field(string current, string password, string repeated, string field)
    {
        var visitor = site.Visitor(await site.OpenAccountAsync(password: "mua xuan den som"));
        await visitor.SignInAsync();
        var response = await visitor.PostAsync("/account/password", ("current", current), ("password", password), ("repeated", repeated));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var links = (await response.PageAsync()).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href"));
        Assert.All(links, link => Assert.Equal("#" + field, link));
        Assert.NotEmpty(links);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_not_found_for_everybody() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Anonymous().GetAsync("/no/such/page")).StatusCode);
}

using System.Net;
using Lms.Training.Organisations;
using Lms.UnitTests.Infrastructure;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Lms.Web.Mail;

namespace Lms.UnitTests.Web;

public sealed class AdministrationTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task An_opened_account_is_invited_by_mail()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var person = await NewPersonAsync("MOI-001", "Trần Thị Mới");
        Assert.Contains("Trần Thị Mới", (await admin.PageAsync("/administration/accounts/new?staffCode=MOI-001")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var response = await admin.PostAsync("/administration/accounts", ("staffCode", "MOI-001"), ("email", "moi@example.vn"), ("role", "Instructor"));
        Assert.Equal($"/administration/accounts/{person}", response.Leads());
        var grant = Assert.Single(await site.UseAsync<Accounts, List<RoleGrant>>(a => a.GrantsAsync(person)));
        Assert.Equal((Role.Instructor, null), (grant.Role, grant.OrganisationKey));
        Assert.Equal("Tài khoản của anh/chị đã sẵn sàng", Assert.Single(await MailToAsync("moi@example.vn")).Subject);
    }

    [Fact]
    public async Task An_address_that_another_account_has_is_refused_at_its_field()
    {
        var admin = await site.AsAsync(Role.Administrator);
        await NewPersonAsync("MOI-002", "Lê Văn Hai");
        var taken = $"{await site.StaffCodeOf(admin.Key)}@example.vn";
        var response = await admin.PostAsync("/administration/accounts", ("staffCode", "MOI-002"), ("email", taken), ("role", "Trainee"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("#Email", (await response.PageAsync()).QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Roles_are_added_and_withdrawn_with_their_scope()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var organisation = await NewOrganisationAsync();
        var key = await site.OpenAccountAsync();
        await admin.PostAsync($"/administration/accounts/{key}/grants", ("role", "Supervisor"), ("organisation", organisation.ToString()));
        await admin.PostAsync($"/administration/accounts/{key}/grants/removal", ("role", "Trainee"), ("organisation", ""));

        var grant = Assert.Single(await site.UseAsync<Accounts, List<RoleGrant>>(a => a.GrantsAsync(key)));
        Assert.Equal((Role.Supervisor, organisation), (grant.Role, grant.OrganisationKey));
    }

    [Fact]
    public async Task An_administrator_is_never_one_for_a_single_organisation()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var organisation = await NewOrganisationAsync();
        var key = await site.OpenAccountAsync();
        var response = await admin.PostAsync($"/administration/accounts/{key}/grants", ("role", "Administrator"), ("organisation", organisation.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(Role.Trainee, Assert.Single(await site.UseAsync<Accounts, List<RoleGrant>>(a => a.GrantsAsync(key))).Role);
    }

    [Fact]
    public async Task Administrators_cannot_shut_themselves_out()
    {
        var admin = await site.AsAsync(Role.Administrator);
        await admin.PostAsync($"/administration/accounts/{admin.Key}/lock");
        await admin.PostAsync($"/administration/accounts/{admin.Key}/grants/removal", ("role", "Administrator"), ("organisation", ""));
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/administration/accounts")).StatusCode);
    }

    [Fact]
    public async Task Accounts_are_found_by_name_code_address_and_role()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var person = await NewPersonAsync("TIM-007", "Đặng Thị Thùy Dương");
        await site.UseAsync<Accounts, IReadOnlyList<Microsoft.AspNetCore.Identity.IdentityError>>(a =>
            a.OpenAsync(new NewAccount(person, "TIM-007", "duong.dang@example.vn", null, [(Role.Registrar, null)])));
        foreach (var query in new[] { "search=thuy+duong", "search=tim-00", "search=duong.dang", "search=007&role=Registrar" })
            Assert.Equal(["TIM-007"], await CodesAsync(admin, query));
        Assert.Empty(await CodesAsync(admin, "search=tim-007&role=Author"));
    }

    [Fact]
    public async Task The_list_asks_the_database_as_often_for_many_accounts_as_for_few()
    {
        await site.OpenAccountAsync(Role.Author);
        var few = await CountAsync();
        for (var i = 0; i < 8; i++) await site.OpenAccountAsync(Role.Author);
        Assert.Equal(few, await CountAsync());
        Assert.InRange(few, 1, 6);

        Task<int> CountAsync() => QueryCounter.CountAsync(() => site.UseAsync<Accounts, AccountPage>(a => a.PageAsync("Nguyễn", Role.Author, 1)));
    }

    [Fact]
    public async Task The_state_of_the_system_names_version_and_database()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var text = (await admin.PageAsync("/administration/system")).QuerySelector("main")!.TextContent;
        Assert.Contains("Sqlite 3.", text, StringComparison.Ordinal);
        Assert.Contains("Máy chủ này không chạy công việc nền", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outgoing_mail_shows_its_text_in_development_and_hides_secrets_in_production()
    {
        Assert.Contains("/new-password?code=", await ResetMailTextAsync(site), StringComparison.Ordinal);
        await using var production = await WebSite.InAsync("Production");
        Assert.DoesNotContain("/new-password?code=", await ResetMailTextAsync(production), StringComparison.Ordinal);
    }

    private static async Task<string> ResetMailTextAsync(WebSite site)
    {
        var admin = await site.AsAsync(Role.Administrator);
        await site.Anonymous().PostAsync("/forgotten-password", ("who", await site.StaffCodeOf(admin.Key)));
        var mail = (await site.UseAsync<Outbox, OutgoingPage>(o => o.PageAsync(null, 1))).Mails[0];
        return (await admin.PageAsync($"/administration/mail/{mail.Key}")).QuerySelector("main")!.TextContent;
    }

    private static async Task<List<string>> CodesAsync(WebVisitor admin, string query) =>
        [.. (await admin.PageAsync("/administration/accounts?" + query)).QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim())];

    private async Task<Guid> NewPersonAsync(string code, string name) =>
        (await site.UseAsync<People, (PersonOutcome, Guid Key)>(p => p.AddAsync(new PersonDraft(code, name, null, "", "", "", null, "")))).Key;

    private async Task<Guid> NewOrganisationAsync() => (await site.UseAsync<Organisations, (OrganisationOutcome, Guid Key)>(o =>
        o.AddAsync(new OrganisationDraft($"DV-{Guid.NewGuid():N}"[..12], "Trung tâm Công tác xã hội", "", OrganisationKind.Facility, WorkforceGroup.SocialFacilities, true, "")))).Key;

    private async Task<List<OutgoingRow>> MailToAsync(string address) =>
        [.. (await site.UseAsync<Outbox, OutgoingPage>(o => o.PageAsync(null, 1))).Mails.Where(m => m.To == address)];
}

using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Administration.UserAccounts;

[Requires(Permission.Administer), Route("administration/accounts")]
public sealed class UserAccountsController(Accounts accounts, UserManager<Account> manager, PasswordResets resets, People people,
    Organisations organisations, IStringLocalizer<AdministrationText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> List(string? search, Role? role, int page = 1, CancellationToken ct = default) =>
        View("List", new AccountListModel(search, role, await accounts.PageAsync(search, role, Math.Max(1, page), ct)));

    /// <summary>First asks for the staff code, then shows whose it is and asks for the rest.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string? staffCode, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(staffCode)) return View("FindPerson", "");
        if (await people.FindByStaffCodeAsync(staffCode.Trim(), ct) is not { } person)
        {
            ModelState.AddModelError("StaffCode", text["NobodyHasCode", staffCode]);
            return View("FindPerson", staffCode);
        }

        if (await manager.FindByIdAsync(person.Key.ToString()) is not null) return RedirectToAction(nameof(Show), new { key = person.Key });
        return View("New", await NewModelAsync(person, new NewAccountForm { StaffCode = person.StaffCode, Email = person.Email }, ct));
    }

    [HttpPost]
    public async Task<IActionResult> Create(NewAccountForm form, CancellationToken ct)
    {
        if (await people.FindByStaffCodeAsync(form.StaffCode?.Trim() ?? "", ct) is not { } person) return NotFound();
        if (string.IsNullOrWhiteSpace(form.Email)) ModelState.AddModelError(nameof(form.Email), text["EmailMissing"]);
        CheckGrant(form.Role, form.Organisation);
        if (ModelState.IsValid)
            foreach (var error in await accounts.OpenAsync(new NewAccount(person.Key, person.StaffCode, form.Email!.Trim(), null, [(form.Role!.Value, form.Organisation)])))
                ModelState.AddModelError(nameof(form.Email), error.Description);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", await NewModelAsync(person, form, ct));
        }

        await resets.InviteAsync(person.Key);
        this.Tell(NoticeKind.Success, text["AccountOpened", person.FullName, form.Email!]);
        return RedirectToAction(nameof(Show), new { key = person.Key });
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(Guid key, CancellationToken ct) =>
        await manager.FindByIdAsync(key.ToString()) is { } account ? View("Account", await ModelAsync(account, account.Email, ct)) : NotFound();

    /// <summary>The address, and with it the staff code as the person has it today.</summary>
    [HttpPost("{key:guid}/address")]
    public async Task<IActionResult> ChangeAddress(Guid key, string? email, CancellationToken ct)
    {
        if (await manager.FindByIdAsync(key.ToString()) is not { } account) return NotFound();
        account.Email = email?.Trim();
        if (await people.FindAsync(key, ct) is { } person) account.UserName = person.StaffCode;
        var result = await manager.UpdateAsync(account);
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors) ModelState.AddModelError("Email", error.Description);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Account", await ModelAsync(account, email, ct));
        }

        this.Tell(NoticeKind.Success, text["AddressSaved"]);
        return RedirectToAction(nameof(Show), new { key });
    }

    /// <summary>One more role; each grant is added and withdrawn by itself.</summary>
    [HttpPost("{key:guid}/grants")]
    public async Task<IActionResult> Grant(Guid key, Role? role, Guid? organisation, CancellationToken ct)
    {
        if (await manager.FindByIdAsync(key.ToString()) is not { } account) return NotFound();
        if (!CheckGrant(role, organisation))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Account", await ModelAsync(account, account.Email, ct));
        }

        var grants = await GrantsAsync(key);
        await accounts.GrantAsync(key, [.. grants, (role!.Value, organisation)]);
        this.Tell(NoticeKind.Success, text["GrantsSaved"]);
        return RedirectToAction(nameof(Show), new { key });
    }

    [HttpPost("{key:guid}/grants/removal")]
    public async Task<IActionResult> Withdraw(Guid key, Role role, Guid? organisation)
    {
        // The last administrator could otherwise shut the door behind himself.
        if (key == User.PersonKey && role is Role.Administrator) this.Tell(NoticeKind.Error, text["NotYourself"]);
        else if (await accounts.GrantAsync(key, [.. (await GrantsAsync(key)).Where(g => g != (role, organisation))])) this.Tell(NoticeKind.Success, text["GrantsSaved"]);
        else return NotFound();
        return RedirectToAction(nameof(Show), new { key });
    }

    private bool CheckGrant(Role? role, Guid? organisation)
    {
        if (role is null) ModelState.AddModelError("Role", text["RoleMissing"]);
        if (role is Role.Administrator && organisation is not null) ModelState.AddModelError("Organisation", text["AdministratorEverywhere"]);
        return ModelState.IsValid;
    }

    private async Task<List<(Role Role, Guid? Organisation)>> GrantsAsync(Guid key) =>
        (await accounts.GrantsAsync(key)).ConvertAll(g => (g.Role, g.OrganisationKey));

    private async Task<NewAccountModel> NewModelAsync(PersonDetail person, NewAccountForm form, CancellationToken ct) =>
        new(person, form, await OrganisationsAsync(ct));

    private async Task<AccountModel> ModelAsync(Account account, string? email, CancellationToken ct) => new(
        account, email, await people.FindAsync(account.Id, ct), await GrantsAsync(account.Id), await OrganisationsAsync(ct),
        await manager.HasPasswordAsync(account), (await manager.GetPasskeysAsync(account)).Count);

    private async Task<List<OrganisationChoice>> OrganisationsAsync(CancellationToken ct) =>
        (await organisations.ListAsync(ct: ct)).ConvertAll(o => new OrganisationChoice(o.Key, o.Name));
}

using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.Profile;

public sealed record ProfileModel(PersonDetail? Person, Account Account, IReadOnlyList<RoleGrant> Grants, int Passkeys);

[Requires(Permission.Learn), Route("account")]
public sealed class ProfileController(SignInManager<Account> signIn, UserManager<Account> manager, Accounts accounts, People people,
    IStringLocalizer<MyAccountText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        var passkeys = await manager.GetPasskeysAsync(account);
        return View("Profile", new ProfileModel(await people.FindAsync(account.Id), account, await accounts.GrantsAsync(account.Id), passkeys.Count));
    }

    [HttpPost("language")]
    public async Task<IActionResult> ChangeLanguage(string language)
    {
        if (await manager.GetUserAsync(User) is not { } account || !ThemingRegistration.Cultures.Contains(language)) return NotFound();
        account.Language = language;
        await manager.UpdateAsync(account);
        this.Tell(NoticeKind.Success, text["LanguageSaved"]);
        return RedirectToAction(nameof(Show));
    }

    /// <summary>Every device, this one included: whoever asks for it fears that one of them is in other hands.</summary>
    [HttpPost("sessions/closing")]
    public async Task<IActionResult> CloseSessions()
    {
        if (await manager.GetUserAsync(User) is { } account) await manager.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
        this.Tell(NoticeKind.Success, text["SignedOutEverywhere"]);
        return Redirect("/sign-in");
    }
}

using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Administration.UserAccounts;

/// <summary>What an administrator does when somebody calls: lock, unlock, send a link, help after a lost phone.</summary>
[Requires(Permission.Administer), Route("administration/accounts/{key:guid}")]
public sealed class AccountHelpController(Accounts accounts, UserManager<Account> manager, PasswordResets resets, IStringLocalizer<AdministrationText> text) : Controller
{
    [HttpPost("lock")]
    public async Task<IActionResult> Lock(Guid key)
    {
        if (key == User.PersonKey) return Back(key, NoticeKind.Error, "NotYourself");
        return await accounts.LockAsync(key) ? Back(key, NoticeKind.Success, "AccountLocked") : NotFound();
    }

    [HttpPost("lock/removal")]
    public async Task<IActionResult> Unlock(Guid key) =>
        await accounts.UnlockAsync(key) ? Back(key, NoticeKind.Success, "AccountUnlocked") : NotFound();

    [HttpPost("reset-mails")]
    public async Task<IActionResult> SendResetMail(Guid key) =>
        await resets.InviteAsync(key) ? Back(key, NoticeKind.Success, "ResetMailQueued") : NotFound();

    /// <summary>The phone with the authenticator is lost, the recovery codes too.</summary>
    [HttpPost("second-step/removal")]
    public async Task<IActionResult> RemoveSecondStep(Guid key)
    {
        if (await manager.FindByIdAsync(key.ToString()) is not { } account) return NotFound();
        await manager.SetTwoFactorEnabledAsync(account, false);
        await manager.ResetAuthenticatorKeyAsync(account);
        return Back(key, NoticeKind.Success, "SecondStepRemoved");
    }

    private RedirectToActionResult Back(Guid key, NoticeKind kind, string textKey)
    {
        this.Tell(kind, text[textKey]);
        return RedirectToAction("Show", "UserAccounts", new { key });
    }
}

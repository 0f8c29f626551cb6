using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.SecondStep;

/// <param name="Key">Base32; null until the person begins.</param>
public sealed record SecondStepModel(bool Enabled, int RecoveryCodes, string? Key, string? Address);

/// <summary>Time-based one-time codes (RFC 6238) as the second step of signing in.</summary>
[Requires(Permission.Learn), Route("account/second-step")]
public sealed class SecondStepController(SignInManager<Account> signIn, UserManager<Account> manager, IStringLocalizer<MyAccountText> text) : Controller
{
    private const string CodesKey = "recovery-codes";
    private const int CodeCount = 10;

    [HttpGet]
    public async Task<IActionResult> Show() =>
        await manager.GetUserAsync(User) is { } account ? View("SecondStep", await ModelAsync(account)) : NotFound();

    /// <summary>Makes a key to be scanned; nothing is asked at sign-in before a code has proved that it was.</summary>
    [HttpPost]
    public async Task<IActionResult> Begin()
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        if (account.TwoFactorEnabled) return RedirectToAction(nameof(Show));
        await manager.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(string? code)
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        var digits = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await manager.VerifyTwoFactorTokenAsync(account, manager.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            ModelState.AddModelError("code", text["WrongCode"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("SecondStep", await ModelAsync(account));
        }

        await manager.SetTwoFactorEnabledAsync(account, true);
        return await WithNewCodesAsync(account, text["SecondStepEnabled"]);
    }

    [HttpPost("recovery-codes")]
    public async Task<IActionResult> RenewCodes() =>
        await manager.GetUserAsync(User) is { TwoFactorEnabled: true } account ? await WithNewCodesAsync(account, text["CodesRenewed"]) : NotFound();

    /// <summary>Shown once: only the person keeps them.</summary>
    [HttpGet("recovery-codes")]
    public IActionResult ShowCodes() =>
        TempData[CodesKey] is string[] codes ? View("RecoveryCodes", codes) : RedirectToAction(nameof(Show));

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(string? password)
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        if (!await manager.CheckPasswordAsync(account, password ?? ""))
        {
            ModelState.AddModelError("password", text["PasswordMismatch"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("SecondStep", await ModelAsync(account));
        }

        await manager.SetTwoFactorEnabledAsync(account, false);
        await manager.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        this.Tell(NoticeKind.Success, text["SecondStepRemoved"]);
        return RedirectToAction(nameof(Show));
    }

    private async Task<IActionResult> WithNewCodesAsync(Account account, string notice)
    {
        var codes = await manager.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount);
        await signIn.RefreshSignInAsync(account);
        TempData[CodesKey] = codes!.ToArray();
        this.Tell(NoticeKind.Success, notice);
        return RedirectToAction(nameof(ShowCodes));
    }

    private async Task<SecondStepModel> ModelAsync(Account account)
    {
        if (account.TwoFactorEnabled) return new SecondStepModel(true, await manager.CountRecoveryCodesAsync(account), null, null);
        var key = await manager.GetAuthenticatorKeyAsync(account);
        return new SecondStepModel(false, 0, key, key is null ? null : AddressOf(key, account));
    }

    /// <summary>https://github.com/google/google-authenticator/wiki/Key-Uri-Format</summary>
    private string AddressOf(string key, Account account)
    {
        var issuer = Uri.EscapeDataString(text["AuthenticatorIssuer"]);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={issuer}&digits=6";
    }
}

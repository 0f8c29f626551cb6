using Lms.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.SignIn;

[AllowAnonymous, Route("sign-in")]
public sealed class SignInController(SignInManager<Account> signIn, Accounts accounts, IPasswordHasher<Account> hasher,
    TimeProvider clock, IStringLocalizer<MyAccountText> text) : Controller
{
    [HttpGet]
    public IActionResult New(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? Onward(returnUrl) : View("SignIn", new SignInForm { ReturnUrl = returnUrl });

    [HttpPost, EnableRateLimiting("sign-in")]
    public async Task<IActionResult> Create(SignInForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Who)) ModelState.AddModelError(nameof(form.Who), text["WhoMissing"]);
        if (string.IsNullOrEmpty(form.Password)) ModelState.AddModelError(nameof(form.Password), text["PasswordMissing"]);
        if (!ModelState.IsValid) return Again(form);

        if (await accounts.FindAsync(form.Who!) is not { PasswordHash: not null } account)
        {
            // As slow as a wrong password, so that the time taken does not tell who has an account.
            hasher.HashPassword(new Account(), form.Password!);
            return Refuse(form, text["WrongPair"]);
        }

        var result = await signIn.PasswordSignInAsync(account, form.Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return Onward(form.ReturnUrl);
        if (result.RequiresTwoFactor) return RedirectToAction(nameof(SecondStep), new { form.ReturnUrl });
        return Refuse(form, account.StateAt(clock.GetUtcNow().UtcDateTime) switch
        {
            AccountState.Open => text["WrongPair"],
            AccountState.LockedOut => text["LockedOut", MinutesLeft(account)],
            // Said only to the owner; to anybody else the account might as well not exist.
            AccountState.Locked => await signIn.UserManager.CheckPasswordAsync(account, form.Password!) ? text["Locked"] : text["WrongPair"],
        });
    }

    [HttpGet("second-step")]
    public async Task<IActionResult> SecondStep(string? returnUrl) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? RedirectToAction(nameof(New), new { returnUrl })
            : View("SecondStep", new SecondStepForm { ReturnUrl = returnUrl });

    /// <summary>One field takes both: six digits are the app's, anything else is a recovery code.</summary>
    [HttpPost("second-step"), EnableRateLimiting("sign-in")]
    public async Task<IActionResult> CreateSecondStep(SecondStepForm form)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToAction(nameof(New), new { form.ReturnUrl });
        var code = (form.Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        var result = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await RecoveryCodeAsync(account, code);
        if (result.Succeeded) return Onward(form.ReturnUrl);
        ModelState.AddModelError(nameof(form.Code), account.StateAt(clock.GetUtcNow().UtcDateTime) switch
        {
            AccountState.Open => text["WrongCode"],
            AccountState.LockedOut => text["LockedOut", MinutesLeft(account)],
            AccountState.Locked => text["Locked"],
        });
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SecondStep", new SecondStepForm { ReturnUrl = form.ReturnUrl });
    }

    /// <summary>Identity itself would take a recovery code for an account that is locked.</summary>
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> RecoveryCodeAsync(Account account, string code) =>
        account.StateAt(clock.GetUtcNow().UtcDateTime) is AccountState.Open
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code)
            : Microsoft.AspNetCore.Identity.SignInResult.LockedOut;

    private ViewResult Refuse(SignInForm form, string reason)
    {
        ModelState.AddModelError(nameof(form.Who), reason);
        return Again(form);
    }

    private ViewResult Again(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        form.Password = null;
        return View("SignIn", form);
    }

    private LocalRedirectResult Onward(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/my");

    private int MinutesLeft(Account account) =>
        (int)Math.Ceiling(((account.LockoutEnd ?? default) - clock.GetUtcNow()).TotalMinutes);
}

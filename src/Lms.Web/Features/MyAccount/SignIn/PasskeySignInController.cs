using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.SignIn;

[AllowAnonymous, Route("sign-in/passkey"), EnableRateLimiting("sign-in")]
public sealed class PasskeySignInController(SignInManager<Account> signIn, UserManager<Account> manager,
    TimeProvider clock, IStringLocalizer<MyAccountText> text) : Controller
{
    /// <summary>What the browser asks its authenticator for; the challenge rides in a cookie meanwhile.</summary>
    [HttpPost("options")]
    public async Task<ContentResult> Options() => Content(await signIn.MakePasskeyRequestOptionsAsync(null!), "application/json");

    [HttpPost]
    public async Task<IActionResult> Create(string? credential, string? returnUrl)
    {
        var assertion = string.IsNullOrEmpty(credential) ? null : await AssertAsync(credential);
        // A lockout after wrong passwords does not keep out whoever proves himself without one; an administrator's lock does.
        if (assertion is not { Succeeded: true } || assertion.User.StateAt(clock.GetUtcNow().UtcDateTime) is AccountState.Locked)
        {
            this.Tell(NoticeKind.Error, assertion is { Succeeded: true } ? text["Locked"] : text["PasskeyRefused"]);
            return RedirectToAction("New", "SignIn", new { returnUrl });
        }

        await manager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: false, "passkey");
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/my");
    }

    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // no challenge is under way: it has expired, or the form was sent twice
        }
    }
}

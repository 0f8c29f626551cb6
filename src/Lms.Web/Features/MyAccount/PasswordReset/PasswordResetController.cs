using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.PasswordReset;

[AllowAnonymous]
public sealed class PasswordResetController(PasswordResets resets, IStringLocalizer<MyAccountText> text) : Controller
{
    [HttpGet("forgotten-password")]
    public ViewResult Ask() => View("Ask", new AskForm());

    /// <summary>The same answer whether there is such an account or not.</summary>
    [HttpPost("forgotten-password"), EnableRateLimiting("sign-in")]
    public async Task<IActionResult> Ask(AskForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Who))
        {
            ModelState.AddModelError(nameof(form.Who), text["WhoMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Ask", form);
        }

        await resets.AskAsync(form.Who);
        return RedirectToAction(nameof(Asked));
    }

    [HttpGet("forgotten-password/sent")]
    public ViewResult Asked() => View("Asked");

    [HttpGet("new-password")]
    public ViewResult Redeem(string? code) => View("Redeem", new NewPasswordForm { Code = code });

    [HttpPost("new-password"), EnableRateLimiting("sign-in")]
    public async Task<IActionResult> Redeem(NewPasswordForm form)
    {
        if (NewPassword.Problem(form.Password, form.Repeated) is { } problem) ModelState.AddModelError(problem.Field, text[problem.TextKey]);
        else
            foreach (var error in await resets.RedeemAsync(form.Code ?? "", form.Password!))
                ModelState.AddModelError(nameof(form.Password), error.Description);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Redeem", new NewPasswordForm { Code = form.Code });
        }

        this.Tell(NoticeKind.Success, text["PasswordSetNowSignIn"]);
        return Redirect("/sign-in");
    }
}

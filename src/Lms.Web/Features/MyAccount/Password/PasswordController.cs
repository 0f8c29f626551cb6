using Lms.Web.Features.MyAccount.PasswordReset;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.Password;

public sealed class ChangePasswordForm
{
    public string? Current { get; set; }
    public string? Password { get; set; }
    public string? Repeated { get; set; }
}

[Requires(Permission.Learn), Route("account/password")]
public sealed class PasswordController(SignInManager<Account> signIn, UserManager<Account> manager, IStringLocalizer<MyAccountText> text) : Controller
{
    [HttpGet]
    public ViewResult Edit() => View("Password", new ChangePasswordForm());

    [HttpPost]
    public async Task<IActionResult> Update(ChangePasswordForm form)
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        if (string.IsNullOrEmpty(form.Current)) ModelState.AddModelError(nameof(form.Current), text["PasswordMissing"]);
        if (NewPassword.Problem(form.Password, form.Repeated) is { } problem) ModelState.AddModelError(problem.Field, text[problem.TextKey]);
        if (ModelState.IsValid)
            foreach (var error in (await manager.ChangePasswordAsync(account, form.Current!, form.Password!)).Errors)
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(form.Current) : nameof(form.Password), error.Description);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Password", new ChangePasswordForm());
        }

        // The new password ends all other sessions; this one goes on.
        await signIn.RefreshSignInAsync(account);
        this.Tell(NoticeKind.Success, text["PasswordChanged"]);
        return RedirectToAction("Show", "Profile");
    }
}

using Lms.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.MyAccount.SignIn;

/// <summary>For everybody, so that a page left open after its session ended can still be left in peace.</summary>
[AllowAnonymous, Route("sign-out")]
public sealed class SignOutController(SignInManager<Account> signIn) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create()
    {
        await signIn.SignOutAsync();
        return Redirect("/");
    }
}

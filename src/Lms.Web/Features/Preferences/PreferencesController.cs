using Lms.Web.Theming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Preferences;

/// <summary>
/// Language and colours. They are cookies and nothing else, so a forged request could only annoy; without antiforgery
/// tokens the public pages set no cookie of their own.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, Route("preferences")]
public sealed class PreferencesController : Controller
{
    [HttpPost("language")]
    public IActionResult Language(string? language, string? returnUrl)
    {
        if (Array.IndexOf(ThemingRegistration.Cultures, language) < 0) return BadRequest();
        Keep("lang", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!)));
        return Back(returnUrl);
    }

    [HttpPost("shade")]
    public IActionResult ChooseShade(string? shade, string? returnUrl)
    {
        if (ThemeChoice.Parse(shade) is not { } choice) return BadRequest();
        Keep(ThemeChoice.Cookie, ThemeChoice.Word(choice));
        return Back(returnUrl);
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = Request.IsHttps, Path = "/",
    });

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}

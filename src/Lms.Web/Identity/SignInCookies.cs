using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Identity;

/// <summary>The cookies of a session, and what a request without one is told.</summary>
internal static class SignInCookies
{
    public static void Configure(IdentityCookiesBuilder cookies)
    {
        cookies.ApplicationCookie!.Configure(o =>
        {
            o.LoginPath = "/sign-in";
            o.ReturnUrlParameter = "returnUrl";
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            o.SlidingExpiration = true;
            Harden(o.Cookie, "lms");
            o.Events.OnRedirectToLogin = AskToSignIn;
            // The page for 403 is rendered at the address that was asked for, so that the status tells the truth.
            o.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        // Between password and second step, and while a passkey is being asked for.
        cookies.TwoFactorUserIdCookie!.Configure(o => Harden(o.Cookie, "lms-step"));
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // a facility's own server may run without https
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsFromScript(context.Request)) return Answer(context, StatusCodes.Status401Unauthorized);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>The exam page saves with PUT: a redirect would look to it like a saved answer.</summary>
    private static bool IsFromScript(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsDelete(request.Method)
        || request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

using Microsoft.Net.Http.Headers;

namespace Lms.Web.Platform;

/// <summary>What every answer tells the browser to forbid. A page that needs less sets its own header, and that one stands.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] Headers =
    [
        // No inline script or style anywhere: an injected one is text. 'self' covers everything the theme brings.
        (HeaderNames.ContentSecurityPolicy, "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"),
        (HeaderNames.XContentTypeOptions, "nosniff"),
        // Addresses carry codes of exams and certificates: no other site learns them.
        ("Referrer-Policy", "same-origin"),
        // The camera scans certificates; nothing else is asked for.
        ("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            foreach (var (name, value) in Headers) headers.TryAdd(name, value);
            // Antiforgery would write SAMEORIGIN everywhere; only what a page of ours shows in a frame may have it.
            headers.XFrameOptions = headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors 'self'", StringComparison.Ordinal) ? "SAMEORIGIN" : "DENY";
            // On a shared computer the back button must not show what a person saw who has signed out.
            if (context.User.Identity?.IsAuthenticated == true) headers.TryAdd(HeaderNames.CacheControl, "private, no-cache");
            return Task.CompletedTask;
        });
        return next(context);
    });
}

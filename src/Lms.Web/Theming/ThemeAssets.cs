using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Theming;

/// <summary>The files of wwwroot: open to everybody, named by content, cached for good.</summary>
internal static class ThemeAssets
{
    /// <summary>
    /// Fonts are named by the style sheet, which ASP.NET does not rewrite; their names carry the bundler's own hash, so
    /// they too may be kept for good instead of being asked for again on every page.
    /// </summary>
    public static void MapTheme(this IEndpointRouteBuilder app) => app.MapStaticAssets().AllowAnonymous().Add(endpoint =>
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } route } || !route.TrimStart('/').StartsWith("theme/fonts/", StringComparison.Ordinal)) return;
        if (endpoint.RequestDelegate is not { } send) return;
        endpoint.RequestDelegate = request =>
        {
            request.Response.OnStarting(() =>
            {
                request.Response.Headers[HeaderNames.CacheControl] = "max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return send(request);
        };
    });

    /// <summary>The address of a file of wwwroot with its fingerprint, as <c>~/…</c> gives it in link, script and img.</summary>
    public static string Href(HttpContext request, string file) =>
        $"{request.Request.PathBase}/{request.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file}";
}

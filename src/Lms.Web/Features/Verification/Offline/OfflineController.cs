namespace Lms.Web.Features.Verification.Offline;

using Lms.Certificates.Verification;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

/// <summary>
/// What makes the verification page an app that works without network. The second QR code of a certificate leads to
/// <c>/v#…</c>: the signed facts stand in the fragment, which browsers send to nobody.
/// </summary>
[AllowAnonymous]
public sealed class OfflineController(OfflineTrust trust, IStringLocalizer<VerificationText> text, IWebHostEnvironment site) : Controller
{
    [HttpGet("v")]
    public IActionResult Open() => View("../Form", "");

    /// <summary>Which status lists there are and what the credentials are called; keys and lists have addresses of their own.</summary>
    [HttpGet("verify/about.json")]
    public async Task<IActionResult> About(CancellationToken ct)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        var (lists, credentials) = await trust.AboutAsync(ct);
        return Json(new { lists, credentials = credentials.ToDictionary(c => c.Code, c => new[] { c.Name, c.NameEn }) });
    }

    [HttpGet("verify/app.webmanifest")]
    public IActionResult Manifest() => Content(System.Text.Json.JsonSerializer.Serialize(new
    {
        id = Url.Content("~/verify"), start_url = Url.Content("~/verify"), scope = Url.Content("~/v"), display = "standalone", lang = "vi",
        name = text["AppName"].Value, short_name = text["AppShortName"].Value, description = text["FormLead"].Value,
        background_color = "#fdf6ec", theme_color = "#0f5c5c",
        icons = new[] { Icon("app-192.png", "192x192", "any"), Icon("app-512.png", "512x512", "any"), Icon("app-512.png", "512x512", "maskable") },
    }), "application/manifest+json");

    /// <summary>Lies here and not among the theme's files, because it may only keep pages at or below where it says.</summary>
    [HttpGet("verify/worker.js")]
    public IActionResult Worker()
    {
        Response.Headers["Service-Worker-Allowed"] = Url.Content("~/v");
        Response.Headers[HeaderNames.CacheControl] = "no-cache";
        return File(site.WebRootFileProvider.GetFileInfo("theme/service-worker.js").CreateReadStream(), "text/javascript; charset=utf-8");
    }

    private object Icon(string file, string sizes, string purpose) => new { src = Url.Content($"~/theme/{file}"), sizes, type = "image/png", purpose };
}

namespace Lms.Web.Features.Verification.Numbers;

using System.Globalization;
using Lms.Certificates.Verification;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

/// <param name="Found">Null: nothing was asked yet.</param>
public sealed record NumberModel(string Number, string Year, IReadOnlyList<VerificationResult>? Found);

/// <summary>
/// For old paper without a code: the exact certificate number and the holder's year of birth. A post, so that neither stands
/// in an address that is kept and passed on; nothing is changed, so no token guards it and no cookie is needed.
/// </summary>
[AllowAnonymous]
public sealed class NumberController(CertificateLookup lookup) : Controller
{
    [HttpGet("verify/number")]
    public IActionResult Form() => View("Number", new NumberModel("", "", null));

    [HttpPost("verify/number"), IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Search(string? number, string? year, CancellationToken ct)
    {
        var isYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var born) && born is >= 1900 and <= 2200;
        if (string.IsNullOrWhiteSpace(number)) ModelState.AddModelError("number", BothLanguages.In(Language, "NumberMissing"));
        if (!isYear) ModelState.AddModelError("year", BothLanguages.In(Language, "YearMissing"));
        var model = new NumberModel(Short(number), Short(year), ModelState.IsValid ? await lookup.ByNumberAsync(Short(number), born, ct) : null);
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers.CacheControl = "no-store";
        return View("Number", model);
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static string Short(string? text) => text is { Length: > 120 } ? text[..120] : text ?? "";
}

namespace Lms.Web.Features.Verification;

using System.Globalization;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

/// <summary>
/// The public check of a certificate: no sign-in, no session, one query. What is no code of ours and what is no code
/// at all get the same page and the same status.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting("verify")]
public sealed class VerificationController(Certificates certificates, VerificationCounts counts) : Controller
{
    private const int LongestCode = 64;

    /// <summary>The form, which sends here too: an address that can be typed, linked and sent without any script.</summary>
    [HttpGet("verify")]
    public IActionResult Form(string? code) =>
        string.IsNullOrWhiteSpace(code) ? View("Form", "") : LocalRedirect($"~/C/{Uri.EscapeDataString(Short(CertificateCode.TryParse(code, out var known) ? known.Value : code.Trim()))}");

    [HttpGet("C/{code}"), OutputCache(PolicyName = BriefCache.Policy)]
    public async Task<IActionResult> Show(string code, CancellationToken ct)
    {
        var result = await certificates.VerifyAsync(Short(code), ct);
        // Whoever is signed in looks at her own, or works in the register.
        if (result.Facts is { } facts && User.Identity?.IsAuthenticated != true) counts.Record(facts.Code);
        return Result(new CheckModel(code, result));
    }

    /// <summary>
    /// Says whether a birth date is the holder's, and never which it is. Nothing is changed, so no token guards the form;
    /// that keeps cookies off the public page.
    /// </summary>
    [HttpPost("C/{code}/birth-date-check"), IgnoreAntiforgeryToken]
    public async Task<IActionResult> CheckBirthDate(string code, string? birthDate, CancellationToken ct)
    {
        var result = await certificates.VerifyAsync(Short(code), ct);
        if (!DateOnly.TryParseExact(birthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Result(new CheckModel(code, result, BirthDateCheck.NotADate));
        var matches = await certificates.BornOnAsync(Short(code), date, ct);
        return Result(new CheckModel(code, result, matches ? BirthDateCheck.Matches : BirthDateCheck.Differs));
    }

    private ViewResult Result(CheckModel model)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // The frame around a signed-in visitor holds forms of her own, whose tokens must not be kept.
        if (User.Identity?.IsAuthenticated != true) Response.Headers.CacheControl = "private, max-age=30";
        Response.StatusCode = model.Result.Standing == Standing.Unknown ? StatusCodes.Status404NotFound
            : model.BirthDate == BirthDateCheck.NotADate ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return View(nameof(Show), model);
    }

    private static string Short(string code) => code.Length > LongestCode ? code[..LongestCode] : code;
}

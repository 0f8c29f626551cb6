namespace Lms.Web.Features.Verification.Documents;

using Lms.Certificates.Verification;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

/// <summary>A certificate as a PDF file: its signature, and every printed fact beside the register. The file is looked at and not kept.</summary>
[AllowAnonymous]
public sealed class DocumentController(DocumentChecking documents, IStringLocalizer<VerificationText> text) : Controller
{
    internal const int LargestFile = 5 * 1024 * 1024;
    /// <summary>Above the limit, so that a file somewhat too large is refused in words and not by a cut connection.</summary>
    private const long LargestRequest = 4L * LargestFile;

    /// <summary>Nothing is changed, so no token guards it; that keeps cookies off the public page.</summary>
    [HttpPost("verify/documents"), IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Search)]
    [RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Check(IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) return Again("FileMissing");
        if (file.Length > LargestFile) return Again("FileTooLarge");
        Response.Headers.CacheControl = "no-store";
        return View("Document", new DocumentModel(file.FileName, await documents.CheckAsync(await BytesAsync(file, ct), ct)));
    }

    internal static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private ViewResult Again(string problem)
    {
        ModelState.AddModelError("file", text[problem]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("../Form", "");
    }
}

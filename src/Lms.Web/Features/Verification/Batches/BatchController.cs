namespace Lms.Web.Features.Verification.Batches;

using System.Globalization;
using Lms.Certificates.Verification;
using Lms.Spreadsheets;
using Lms.Web.Platform;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

public sealed record BatchModel(string Codes, BatchResult? Result);

/// <summary>Many certificates at once, for employers: a list of codes or their PDFs. Nothing that is sent here is kept.</summary>
[AllowAnonymous]
public sealed class BatchController(CertificateLookup lookup, TimeProvider clock, IStringLocalizer<VerificationText> text) : Controller
{
    [HttpGet("verify/batch")]
    public IActionResult Form() => View("Batch", new BatchModel("", null));

    /// <param name="answer">"xlsx": as a file; else as a page.</param>
    [HttpPost("verify/batch"), IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Search)]
    [RequestSizeLimit(BatchList.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = BatchList.LargestRequest)]
    public async Task<IActionResult> Check(string? codes, IFormFile? list, string? answer, CancellationToken ct)
    {
        var asked = BatchList.Typed(codes);
        if (list is { Length: > 0 }) asked.AddRange(Read(list));
        if (asked.Count == 0 && ModelState.IsValid) ModelState.AddModelError("codes", text["BatchEmpty"]);
        if (asked.Count > BatchList.MostCodes) ModelState.AddModelError("codes", text["BatchTooMany", asked.Count.ToString("N0", CultureInfo.CurrentCulture), BatchList.MostCodes.ToString("N0", CultureInfo.CurrentCulture)]);
        Response.Headers.CacheControl = "no-store";
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Batch", new BatchModel(codes ?? "", null));
        }

        var results = await lookup.ManyAsync(asked, ct);
        var result = new BatchResult([.. asked.Select((given, i) => new BatchLine(i + 1, given, results[i], NoteOf(given, results[i])))], clock.GetUtcNow().UtcDateTime);
        return answer == "xlsx" ? File(XlsxFile.Write(TableOf(result)), XlsxFile.ContentType, FileName(result)) : View("Batch", new BatchModel(string.Join('\n', asked), result));
    }

    private List<string> Read(IFormFile list)
    {
        using var file = list.OpenReadStream();
        var (codes, problem) = BatchList.Of(file);
        if (problem is { } why) ModelState.AddModelError("list", text[$"Sheet{why}", SheetReader.MostRows, SheetReader.LargestFile / (1024 * 1024)]);
        return codes;
    }

    private static string? NoteOf(string given, VerificationResult result) =>
        result.Facts is { IsTranscribed: true } ? "Transcribed" : result.Facts is not null ? null : CodeReading.Of(given).Flaw is CodeFlaw.None ? null : "BatchMistyped";

    private Table TableOf(BatchResult result) => new(text["BatchTitle"],
        [.. new[] { "BatchGiven", "BatchStanding", "HolderName", "BirthYear", "Credential", "Number", "Issuer", "IssuedOn", "ExpiresOn", "RevokedOn", "SuccessorCode", "Note" }.Select(key => text[key].Value)],
        [.. result.Lines.Select(RowOf)]);

    private IReadOnlyList<object?> RowOf(BatchLine line)
    {
        var f = line.Result.Facts;
        return
        [
            line.Given, text[$"Word{line.Result.Standing}"].Value, f?.HolderName, f?.BirthYear, f?.CredentialName, f?.CertificateNumber, f?.IssuerName, f?.IssuedOn, f?.ExpiresOn, f?.RevokedOn,
            f?.Successor?.Value, line.Note is { } note ? text[note].Value : null,
        ];
    }

    private static string FileName(BatchResult result) => string.Create(CultureInfo.InvariantCulture, $"xac-minh-{result.CheckedAt.InCity:yyyyMMdd-HHmm}.xlsx");
}

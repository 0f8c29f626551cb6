namespace Lms.Web.Features.Verification.Batches;

using System.Globalization;
using Lms.Certificates.Verification;
using Lms.Spreadsheets;
using Lms.Web.Features.Verification.Documents;
using Lms.Web.Platform;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

public sealed record BatchModel(string Codes, BatchResult? Result);

/// <summary>Many certificates at once, for employers: a list of codes or their PDFs. Nothing that is sent here is kept.</summary>
[AllowAnonymous]
public sealed class BatchController(CertificateLookup lookup, DocumentChecking documents, TimeProvider clock, IStringLocalizer<VerificationText> text) : Controller
{
    [HttpGet("verify/batch")]
    public IActionResult Form() => View("Batch", new BatchModel("", null));

    /// <param name="answer">"xlsx": as a file; else as a page.</param>
    [HttpPost("verify/batch"), IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Search)]
    [RequestSizeLimit(BatchList.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = BatchList.LargestRequest)]
    public async Task<IActionResult> Check(string? codes, IFormFile? list, IReadOnlyList<IFormFile>? files, string? answer, CancellationToken ct)
    {
        var asked = BatchList.Typed(codes);
        if (list is { Length: > 0 }) asked.AddRange(Read(list));
        if (files?.Count > BatchList.MostFiles) ModelState.AddModelError("files", text["BatchTooManyFiles", files.Count, BatchList.MostFiles]);
        if (asked.Count == 0 && files is not { Count: > 0 } && ModelState.IsValid) ModelState.AddModelError("codes", text["BatchEmpty"]);
        if (asked.Count > BatchList.MostCodes) ModelState.AddModelError("codes", text["BatchTooMany", asked.Count.ToString("N0", CultureInfo.CurrentCulture), BatchList.MostCodes.ToString("N0", CultureInfo.CurrentCulture)]);
        Response.Headers.CacheControl = "no-store";
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Batch", new BatchModel(codes ?? "", null));
        }

        List<BatchLine> lines = [.. await CodesAsync(asked, ct), .. await FilesAsync(files ?? [], ct)];
        var result = new BatchResult([.. lines.Select((line, i) => line with { Number = i + 1 })], clock.GetUtcNow().UtcDateTime);
        return answer == "xlsx" ? File(XlsxFile.Write(TableOf(result)), XlsxFile.ContentType, FileName(result)) : View("Batch", new BatchModel(string.Join('\n', asked), result));
    }

    private async Task<IEnumerable<BatchLine>> CodesAsync(List<string> asked, CancellationToken ct)
    {
        if (asked.Count == 0) return [];
        var results = await lookup.ManyAsync(asked, ct);
        return asked.Select((given, i) => new BatchLine(0, given, results[i], NoteOf(given, results[i])));
    }

    private async Task<IEnumerable<BatchLine>> FilesAsync(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var pdfs = new List<byte[]>();
        foreach (var file in files) pdfs.Add(file.Length > DocumentController.LargestFile ? [] : await DocumentController.BytesAsync(file, ct));
        var documentsChecked = await documents.CheckManyAsync(pdfs, ct);
        return files.Select((file, i) => new BatchLine(0, file.FileName, documentsChecked[i].Result,
            file.Length > DocumentController.LargestFile ? "BatchFileTooLarge" : NoteOf(documentsChecked[i]), documentsChecked[i].Finding == DocumentFinding.Altered));
    }

    private static string? NoteOf(CheckedDocument document) => document.Finding switch
    {
        DocumentFinding.Genuine => document.Result.Facts is { IsTranscribed: true } ? "Transcribed" : null,
        DocumentFinding.Unproven => "BatchFileUnproven",
        DocumentFinding.Altered => "BatchFileAltered",
        DocumentFinding.UnknownCode => null,
        DocumentFinding.NoCode => "BatchFileNoCode",
        DocumentFinding.NotAPdf => "BatchFileNotAPdf",
    };

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
            line.Given, text[line.WordKey].Value, f?.HolderName, f?.BirthYear, f?.CredentialName, f?.CertificateNumber, f?.IssuerName, f?.IssuedOn, f?.ExpiresOn, f?.RevokedOn,
            f?.Successor?.Value, line.Note is { } note ? text[note].Value : null,
        ];
    }

    private static string FileName(BatchResult result) => string.Create(CultureInfo.InvariantCulture, $"xac-minh-{result.CheckedAt.InCity:yyyyMMdd-HHmm}.xlsx");
}

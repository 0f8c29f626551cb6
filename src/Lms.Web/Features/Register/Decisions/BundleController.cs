using System.IO.Compression;
using Lms.Certificates.Approval;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Decisions;

/// <summary>The certificates of a decision, or of what the register's filter finds: as one archive, written while it is sent with one document in memory at a time, or as one file for the printer.</summary>
[Requires(Permission.KeepRegister)]
public sealed class BundleController(CertificateRegister register, CertificateDocuments documents, DecisionBook book, Handovers handovers, IStringLocalizer<RegisterText> text) : Controller
{
    /// <summary>Pages of one file for the printer; it is made in memory, a seventh of a megabyte at first and some kilobytes a page.</summary>
    private const int MostPages = 3_000;

    [HttpGet("register/decisions/{key:guid}/certificates.zip")]
    public async Task<IActionResult> OfDecision(Guid key, CancellationToken ct)
    {
        if (await book.FindAsync(key, ct) is not { Issued: > 0 } decision) return NotFound();
        var rows = await handovers.OfDecisionAsync(key, ct);
        await SendAsync($"chung-chi-{decision.DecidedOn:yyyy-MM-dd}.zip", [.. rows.Select(r => r.Code)], ct);
        return new EmptyResult();
    }

    [HttpGet("register/decisions/{key:guid}/print.pdf")]
    public async Task<IActionResult> PrintDecision(Guid key, CancellationToken ct)
    {
        if (await book.FindAsync(key, ct) is not { Issued: > 0 } decision) return NotFound();
        return await PrintAsync($"in-chung-chi-{decision.DecidedOn:yyyy-MM-dd}", [.. (await handovers.OfDecisionAsync(key, ct)).Select(r => r.Code)], $"/register/decisions/{key}", ct);
    }

    [HttpGet("register/certificates/print.pdf")]
    public async Task<IActionResult> PrintFilter([FromQuery] Certificates.RegisterQuery query, CancellationToken ct)
    {
        var codes = await register.AllAsync(query.Filter, ct).Select(e => e.Code).ToListAsync(ct);
        return codes.Count == 0 ? NotFound() : await PrintAsync("in-chung-chi", codes, "/register/certificates", ct);
    }

    [HttpGet("register/certificates/file.zip")]
    public async Task<IActionResult> OfFilter([FromQuery] Certificates.RegisterQuery query, CancellationToken ct)
    {
        // The whole list first: a query must not stay open while documents are rendered for minutes.
        var codes = await register.AllAsync(query.Filter, ct).Select(e => e.Code).ToListAsync(ct);
        if (codes.Count == 0) return NotFound();
        await SendAsync("chung-chi.zip", codes, ct);
        return new EmptyResult();
    }

    /// <summary>One PDF; where the certificates have several designs, which may be on different paper, an archive with one for each.</summary>
    private async Task<IActionResult> PrintAsync(string name, List<CertificateCode> codes, string back, CancellationToken ct)
    {
        if (codes.Count > MostPages)
        {
            this.Tell(NoticeKind.Info, text["TooManyToPrint", codes.Count, MostPages]);
            return Redirect(back);
        }

        Response.Headers.CacheControl = "private, no-store";
        var files = await documents.PrintAsync(codes, name, ct);
        if (files is [var only]) return File(only, "application/pdf", $"{name}.pdf");
        using var archived = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(archived, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            foreach (var (index, file) in files.Index())
            {
                await using var stream = await archive.CreateEntry($"{name}-{index + 1}.pdf", CompressionLevel.NoCompression).OpenAsync(ct);
                await stream.WriteAsync(file, ct);
            }
        return File(archived.ToArray(), "application/zip", $"{name}.zip");
    }

    private async Task SendAsync(string name, List<CertificateCode> codes, CancellationToken ct)
    {
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        Response.Headers.CacheControl = "private, no-store";
        // The documents are written asynchronously; the few bytes of an archive's own headers are not, in this library.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await using var archive = await ZipArchive.CreateAsync(Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        HashSet<string> names = [];
        await foreach (var document in documents.EachAsync(codes, ct))
        {
            // A PDF is compressed already. Its name holds the certificate's number, which another issuer may have given too.
            var entry = archive.CreateEntry(names.Add(document.FileName) ? document.FileName : $"{names.Count}-{document.FileName}", CompressionLevel.NoCompression);
            await using var stream = await entry.OpenAsync(ct);
            await stream.WriteAsync(document.Pdf, ct);
        }
    }
}

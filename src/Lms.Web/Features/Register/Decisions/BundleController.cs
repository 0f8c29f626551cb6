using System.IO.Compression;
using Lms.Certificates.Approval;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Register.Decisions;

/// <summary>The certificates of a decision, or of what the register's filter finds, as one archive: written while it is sent, one document in memory at a time.</summary>
[Requires(Permission.KeepRegister)]
public sealed class BundleController(CertificateRegister register, Lms.Certificates.Issuing.Certificates certificates, DecisionBook book, Handovers handovers) : Controller
{
    [HttpGet("register/decisions/{key:guid}/certificates.zip")]
    public async Task<IActionResult> OfDecision(Guid key, CancellationToken ct)
    {
        if (await book.FindAsync(key, ct) is not { Issued: > 0 } decision) return NotFound();
        var rows = await handovers.OfDecisionAsync(key, ct);
        await SendAsync($"chung-chi-{decision.DecidedOn:yyyy-MM-dd}.zip", rows.Select(r => r.Code).ToAsyncEnumerable(), ct);
        return new EmptyResult();
    }

    [HttpGet("register/certificates/file.zip")]
    public async Task<IActionResult> OfFilter([FromQuery] Certificates.RegisterQuery query, CancellationToken ct)
    {
        // The whole list first: a query must not stay open while documents are rendered for minutes.
        var codes = await register.AllAsync(query.Filter, ct).Select(e => e.Code).ToListAsync(ct);
        if (codes.Count == 0) return NotFound();
        await SendAsync("chung-chi.zip", codes.ToAsyncEnumerable(), ct);
        return new EmptyResult();
    }

    private async Task SendAsync(string name, IAsyncEnumerable<Lms.Certificates.Verification.CertificateCode> codes, CancellationToken ct)
    {
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        Response.Headers.CacheControl = "private, no-store";
        // The documents are written asynchronously; the few bytes of an archive's own headers are not, in this library.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await using var archive = await ZipArchive.CreateAsync(Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        HashSet<string> names = [];
        await foreach (var code in codes.WithCancellation(ct))
        {
            if (await certificates.DocumentAsync(code, ct: ct) is not { } document) continue;
            // A PDF is compressed already; two people may share a name, never a code.
            var entry = archive.CreateEntry(names.Add(document.FileName) ? document.FileName : $"{code}-{document.FileName}", CompressionLevel.NoCompression);
            await using var stream = await entry.OpenAsync(ct);
            await stream.WriteAsync(document.Pdf, ct);
        }
    }
}

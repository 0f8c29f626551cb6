namespace Lms.Web.Features.Media;

using Lms.Content.Media;
using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

/// <summary>Pictures, films and papers of lessons. A code never changes its bytes, so a browser need not ask twice.</summary>
[Requires(Permission.Learn)]
public sealed class MediaController(MediaLibrary library) : Controller
{
    [HttpGet("media/{code}/{fileName}"), HttpHead("media/{code}/{fileName}")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await library.FindAsync(code, ct) is not { } file) return NotFound();
        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        Response.Headers.XContentTypeOptions = "nosniff";
        // Asked before the bytes are read: a lesson opened again costs one row, not its film.
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            Response.GetTypedHeaders().ETag = tag;
            return StatusCode(StatusCodes.Status304NotModified);
        }

        if (await library.BytesAsync(code, ct) is not { } bytes) return NotFound();
        Response.GetTypedHeaders().ContentDisposition = Disposition(file);
        return File(bytes, file.ContentType, file.StoredAt, tag, enableRangeProcessing: true);
    }

    private static ContentDispositionHeaderValue Disposition(MediaFile file)
    {
        var shown = file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType.StartsWith("video/", StringComparison.Ordinal)
            || file.ContentType is "text/vtt" or "application/pdf";
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        return disposition;
    }
}

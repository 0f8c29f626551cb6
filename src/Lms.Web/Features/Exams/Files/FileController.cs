namespace Lms.Web.Features.Exams.Files;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

/// <summary>
/// A file of an answer: for whoever gave it, and once it is handed in for those who teach or plan the class. To everybody
/// else it does not exist. What came from outside is looked at in a page's frame only as an image, PDF or plain text, never
/// with scripts, and is a download otherwise.
/// </summary>
[Requires(Permission.Learn)]
public sealed class FileController(AnswerFiles files, Responsibilities responsibilities) : Controller
{
    private const string NoScripts = "default-src 'none'; sandbox; frame-ancestors 'self'";
    /// <summary>Browsers show no PDF in a sandbox; their viewers run a PDF's own scripts, where at all, apart from the site.</summary>
    private const string PdfViewer = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

    /// <param name="view">To be looked at within a page, where its type allows.</param>
    [HttpGet("attempts/{code}/files/{file:guid}")]
    public async Task<IActionResult> Show(PublicCode code, Guid file, bool view, CancellationToken ct)
    {
        if (await files.FindAsync(code, file, ct) is not { } held || !await MayHaveAsync(held, ct)) return NotFound();
        if (await files.BytesAsync(file, ct) is not { } bytes) return NotFound();
        var preview = FilePreviews.Of(held.ContentType);
        var disposition = new ContentDispositionHeaderValue(view && preview != FilePreview.None ? "inline" : "attachment");
        disposition.SetHttpFileName(NameFor(held));
        Response.GetTypedHeaders().ContentDisposition = disposition;
        Response.Headers.ContentSecurityPolicy = preview == FilePreview.Pdf ? PdfViewer : NoScripts;
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(bytes, held.ContentType, enableRangeProcessing: true);
    }

    private async Task<bool> MayHaveAsync(HeldFile held, CancellationToken ct)
    {
        if (held.LearnerKey == User.PersonKey) return true;
        if (held.State == AttemptState.InProgress) return false;
        if (User.May(Permission.Teach) && (await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct)).Contains(held.ExamKey)) return true;
        var scope = User.ScopeOf(Permission.PlanClasses);
        return User.May(Permission.PlanClasses) && (await responsibilities.ClassesOfAsync(scope.All ? null : [.. scope.Organisations], ct)).Contains(held.ContextKey);
    }

    /// <summary>Marking is anonymous, and names of files are often names of people.</summary>
    private string NameFor(HeldFile held) => held.LearnerKey == User.PersonKey ? held.Name : $"cau-{held.Slot}-{held.Sha256[..8]}{Path.GetExtension(held.Name)}";
}

public enum FilePreview { None, Image, Pdf, Text }

public static class FilePreviews
{
    /// <param name="contentType">As found in the bytes, see <see cref="AnswerFiles"/>.</param>
    public static FilePreview Of(string contentType) => contentType switch
    {
        "image/png" or "image/jpeg" or "image/gif" or "image/webp" => FilePreview.Image,
        "application/pdf" => FilePreview.Pdf,
        _ => contentType.StartsWith("text/plain", StringComparison.Ordinal) ? FilePreview.Text : FilePreview.None,
    };
}

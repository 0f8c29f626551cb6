namespace Lms.Web.Features.Certificates.Held;

using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

/// <param name="HeldBack">Classes completed whose certificate could not be issued yet.</param>
public sealed record HeldModel(IReadOnlyList<HeldCertificate> Certificates, IReadOnlyList<MyClass> HeldBack);

[Requires(Permission.Learn)]
[Route("my/certificates")]
public sealed class HeldController(Certificates certificates, Learning learning) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var held = await certificates.HeldByAsync(User.PersonKey, ct);
        var classes = await learning.ClassesAsync(User.PersonKey, ct);
        return View(new HeldModel(held, [.. classes.Where(c => c.CertificateHeldBack is not null)]));
    }

    [HttpGet("{code}/pdf")]
    public async Task<IActionResult> Pdf(CertificateCode code, CancellationToken ct)
    {
        if (await certificates.DocumentAsync(code, User.PersonKey, ct) is not { } document) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(document.Pdf, "application/pdf", document.FileName);
    }
}

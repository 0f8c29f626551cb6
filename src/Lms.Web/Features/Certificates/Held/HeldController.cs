namespace Lms.Web.Features.Certificates.Held;

using System.Text;
using Lms.Certificates.Issuing;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Certificates.Wallet;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Mvc;

/// <summary>The holder's wallet: what she holds, how it stands, and every shape she may pass it on in.</summary>
[Requires(Permission.Learn)]
[Route("my/certificates")]
public sealed class HeldController(Certificates certificates, Learning learning, Carriers carriers, ShareImage image, VerificationCounts counts, SiteAddress site, TimeProvider clock) : Controller
{
    private const int DaysShown = 90;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var held = await certificates.HeldByAsync(User.PersonKey, ct);
        var classes = await learning.ClassesAsync(User.PersonKey, ct);
        return View(new HeldModel(held, [.. classes.Where(c => c.CertificateHeldBack is not null)]));
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Show(CertificateCode code, CancellationToken ct)
    {
        if ((await certificates.HeldByAsync(User.PersonKey, ct)).Find(c => c.Code == code) is not { } held) return NotFound();
        var facts = (await certificates.VerifyAsync(code.Value, ct)).Facts!;
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        return View(new WalletModel(held, facts, site.LinkTo($"/C/{code}"), today, [.. (await counts.OfHolderAsync(User.PersonKey, ct))[code].Where(v => v.Day >= today.AddDays(-DaysShown))]));
    }

    [HttpGet("{code}/pdf")]
    public async Task<IActionResult> Pdf(CertificateCode code, CancellationToken ct) =>
        await certificates.DocumentAsync(code, User.PersonKey, ct) is { } document ? Private(document.Pdf, "application/pdf", document.FileName) : NotFound();

    /// <summary>The Open Badges credential, as wallets and employers' systems take it.</summary>
    [HttpGet("{code}/credential")]
    public async Task<IActionResult> Credential(CertificateCode code, CancellationToken ct) =>
        await carriers.FindAsync(code, User.PersonKey, ct) is { } texts ? Private(Encoding.ASCII.GetBytes(texts.Credential), "application/vc+jwt", $"{code}.jwt") : NotFound();

    [HttpGet("{code}/image.svg")]
    public async Task<IActionResult> Image(CertificateCode code, CancellationToken ct) =>
        await image.SvgAsync(code, User.PersonKey, ct) is { } svg ? Private(Encoding.UTF8.GetBytes(svg), "image/svg+xml") : NotFound();

    [HttpGet("{code}/qr.svg")]
    public async Task<IActionResult> Qr(CertificateCode code, CancellationToken ct) =>
        await carriers.FindAsync(code, User.PersonKey, ct) is null ? NotFound() : Private(Encoding.UTF8.GetBytes(image.QrSvg(code)), "image/svg+xml");

    private FileContentResult Private(byte[] content, string type, string? name = null)
    {
        Response.Headers.CacheControl = "private, no-store";
        return name is null ? File(content, type) : File(content, type, name);
    }
}

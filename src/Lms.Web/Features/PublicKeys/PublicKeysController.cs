using Lms.Certificates.Signing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.PublicKeys;

/// <summary>What verifiers need to know of us, for pages of any origin: the keys, what is certified, and which certificates are revoked or suspended.</summary>
[AllowAnonymous]
public sealed class PublicKeysController(PublicKeySet keys, StatusLists lists) : Controller
{
    private const string StatusCredential = "application/vc+jwt";

    [HttpGet(".well-known/jwks.json")]
    public async Task<IActionResult> Jwks(CancellationToken ct) => Public(await keys.JwksAsync(ct), "application/jwk-set+json", TimeSpan.FromMinutes(10));

    [HttpGet(".well-known/did.json")]
    public async Task<IActionResult> Did(CancellationToken ct) => Public(await keys.DidDocumentAsync(ct), "application/did+json", TimeSpan.FromMinutes(10));

    [HttpGet("keys/{id}")]
    public async Task<IActionResult> Key(string id, CancellationToken ct) =>
        await keys.FindAsync(id, ct) is { } key ? Public(key, "application/jwk+json", TimeSpan.FromMinutes(10)) : NotFound();

    [HttpGet("achievements/{code}")]
    public async Task<IActionResult> Achievement(string code, CancellationToken ct) =>
        await keys.AchievementAsync(code, ct) is { } achievement ? Public(achievement, "application/ld+json", TimeSpan.FromMinutes(10)) : NotFound();

    /// <summary>The numbers of the lists there are, for those who fetch them all beforehand.</summary>
    [HttpGet("status")]
    public async Task<IActionResult> Numbers(CancellationToken ct)
    {
        Open(TimeSpan.FromMinutes(1));
        return Json(new { lists = await lists.NumbersAsync(ct) });
    }

    [HttpGet("status/revocation/{list:int}")]
    public Task<IActionResult> Revocation(int list, CancellationToken ct) => StatusAsync(StatusPurpose.Revocation, list, ct);

    [HttpGet("status/suspension/{list:int}")]
    public Task<IActionResult> Suspension(int list, CancellationToken ct) => StatusAsync(StatusPurpose.Suspension, list, ct);

    private async Task<IActionResult> StatusAsync(StatusPurpose purpose, int list, CancellationToken ct) =>
        await lists.FindAsync(purpose, list, ct) is { } made ? Public(System.Text.Encoding.ASCII.GetBytes(made.Jwt), StatusCredential, TimeSpan.FromMinutes(1)) : NotFound();

    private FileContentResult Public(byte[] content, string type, TimeSpan fresh)
    {
        Open(fresh);
        return File(content, type);
    }

    private void Open(TimeSpan fresh)
    {
        Response.Headers.AccessControlAllowOrigin = "*";
        Response.Headers.CacheControl = $"public, max-age={(int)fresh.TotalSeconds}";
    }
}

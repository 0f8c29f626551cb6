using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Revocation;

/// <summary>Revoking a certificate (thu hồi): a reason is asked for, and the public page shows it at once.</summary>
[Requires(Permission.KeepRegister), Route("register/certificates/{code}/revocation")]
public sealed class RevocationController(Lms.Certificates.Issuing.Certificates certificates, CertificateRegister register, IStringLocalizer<RegisterText> text) : Controller
{
    private const int LongestReason = 400;

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string? reason, CancellationToken ct)
    {
        if (!CertificateCode.TryParse(code, out var parsed) || await register.FindAsync(parsed, ct) is not { } entry) return NotFound();
        if (reason?.Trim().Length > LongestReason) return Again(entry, reason, text["ReasonTooLong", LongestReason]);
        switch (await certificates.RevokeAsync(parsed, reason?.Trim() ?? "", User.PersonKey, ct))
        {
            case RevokeOutcome.Revoked:
                this.Tell(NoticeKind.Success, text["Revoked", entry.CertificateNumber]);
                break;
            case RevokeOutcome.AlreadyRevoked:
                this.Tell(NoticeKind.Info, text["AlreadyRevoked", entry.CertificateNumber]);
                break;
            case RevokeOutcome.ReasonMissing:
                return Again(entry, reason, text["ReasonMissing"]);
            case RevokeOutcome.NotFound:
                return NotFound();
        }

        return Redirect($"/register/certificates/{parsed}");
    }

    private ViewResult Again(RegisterEntry entry, string? reason, string problem)
    {
        ModelState.AddModelError("reason", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Revocation", new RevocationForm(entry.Code.Value, entry.HolderName, entry.CertificateNumber, reason));
    }
}

public sealed record RevocationForm(string Code, string HolderName, string CertificateNumber, string? Reason);

using Lms.Certificates.Signing;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Administration.SigningKeyring;

/// <summary>The keys that sign certificates: which one signs, which come and which are gone.</summary>
[Requires(Permission.Administer), Route("administration/signing-keys")]
public sealed class SigningKeysController(SigningKeys keys, Resealing resealing, IStringLocalizer<AdministrationText> text) : Controller
{
    private const int LongestReason = 400;

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("SigningKeys", await keys.ListAsync(ct));

    /// <summary>The next key, announced a week before it signs.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(CancellationToken ct)
    {
        await keys.RotateAsync(atOnce: false, ct);
        this.Tell(NoticeKind.Success, text["KeyAnnounced"]);
        return Redirect("/administration/signing-keys");
    }

    [HttpGet("{id}/withdrawal")]
    public async Task<IActionResult> Withdrawal(string id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } key ? View(new WithdrawalForm(key, null)) : NotFound();

    [HttpPost("{id}/withdrawal")]
    public async Task<IActionResult> Withdraw(string id, string? reason, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } key) return NotFound();
        if (reason?.Trim().Length > LongestReason) return Again(key, reason, text["ReasonTooLong", LongestReason]);
        switch (await keys.WithdrawAsync(id, reason ?? "", ct))
        {
            case WithdrawKeyOutcome.Withdrawn:
                this.Tell(NoticeKind.Success, text["KeyWithdrawn", await resealing.RunAsync(ct)]);
                break;
            case WithdrawKeyOutcome.AlreadyWithdrawn:
                this.Tell(NoticeKind.Info, text["KeyAlreadyWithdrawn"]);
                break;
            case WithdrawKeyOutcome.ReasonMissing:
                return Again(key, reason, text["KeyReasonMissing"]);
            case WithdrawKeyOutcome.NotFound:
                return NotFound();
        }

        return Redirect("/administration/signing-keys");
    }

    private async Task<SigningKeyFacts?> FindAsync(string id, CancellationToken ct) => (await keys.ListAsync(ct)).Find(k => k.Id == id && k.WithdrawnAt is null);

    private ViewResult Again(SigningKeyFacts key, string? reason, string problem)
    {
        ModelState.AddModelError("reason", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Withdrawal", new WithdrawalForm(key, reason));
    }
}

public sealed record WithdrawalForm(SigningKeyFacts Key, string? Reason);

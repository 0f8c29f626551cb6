using Lms.Certificates.Approval;
using Lms.Web.Features.Department;
using Lms.Web.Features.Register;
using Lms.Web.Features.Register.Decisions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Signing;

/// <summary>What waits for a signatory: the whole list of the decision, to approve or to return with a reason. Another's decision does not exist here.</summary>
[Requires(Permission.SignDecisions), Route("signing")]
public sealed class SigningController(Decisions decisions, DecisionBook book, Proposals proposals, IStringLocalizer<RegisterText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Signing", await book.ListAsync(User.PersonKey, ct: ct));

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(Guid key, int page = 1, CancellationToken ct = default) => await PageAsync(key, page, ct) is { } found ? View("SignDecision", found) : NotFound();

    [HttpGet("{key:guid}/progress")]
    public async Task<IActionResult> Progress(Guid key, CancellationToken ct) => await OwnAsync(key, ct) is { } row ? PartialView("_Progress", row) : NotFound();

    [HttpGet("{key:guid}/file")]
    public async Task<IActionResult> Download(Guid key, CancellationToken ct) =>
        await OwnAsync(key, ct) is not null && await book.FileAsync(key, ct) is { } file ? DecisionFileResult.Of(this, file) : NotFound();

    [HttpPost("{key:guid}/approval")]
    public async Task<IActionResult> Approve(Guid key, CancellationToken ct) =>
        await OwnAsync(key, ct) is null ? NotFound() : await AnsweredAsync(key, await decisions.ApproveAsync(key, User.PersonKey, ct), "DecisionApproved", ct);

    [HttpPost("{key:guid}/return")]
    public async Task<IActionResult> Return(Guid key, string? reason, CancellationToken ct) =>
        await OwnAsync(key, ct) is null ? NotFound() : await AnsweredAsync(key, await decisions.ReturnAsync(key, reason ?? "", User.PersonKey, ct), "DecisionReturned", ct);

    private async Task<IActionResult> AnsweredAsync(Guid key, DecisionOutcome outcome, string done, CancellationToken ct)
    {
        if (outcome is DecisionOutcome.Done)
        {
            this.Tell(NoticeKind.Success, text[done]);
            return Redirect(done == "DecisionReturned" ? "/signing" : $"/signing/{key}");
        }

        ModelState.Clear();
        ModelState.Refuse(outcome is DecisionOutcome.ReasonMissing ? "reason" : "", text[$"DecisionProblem.{outcome}"]);
        return await PageAsync(key, 1, ct) is { } page ? this.Again("SignDecision", page) : NotFound();
    }

    /// <summary>A draft is still the registrar's.</summary>
    private async Task<DecisionRow?> OwnAsync(Guid key, CancellationToken ct) =>
        await book.FindAsync(key, ct) is { State: not DecisionState.Draft } row && row.SignatoryKey == User.PersonKey ? row : null;

    private async Task<SigningPage?> PageAsync(Guid key, int page, CancellationToken ct)
    {
        if (await OwnAsync(key, ct) is not { } row) return null;
        return new SigningPage(row, Paging.Cut(await proposals.OfDecisionAsync(key, ct: ct), page, 100, out var pager), pager);
    }
}

public sealed record SigningPage(DecisionRow Decision, IReadOnlyList<ProposalRow> Members, Pager Pager);

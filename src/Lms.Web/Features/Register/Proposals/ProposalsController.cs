using Lms.Certificates.Approval;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Proposals;

/// <summary>Who is to get a certificate (đề nghị cấp): what is wrong with whom, how to mend it, and into a decision with the rest.</summary>
[Requires(Permission.KeepRegister), Route("register/proposals")]
public sealed class ProposalsController(Lms.Certificates.Approval.Proposals proposals, ProposalPages pages, People people, IStringLocalizer<RegisterText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] ProposalQuery query, CancellationToken ct) => View("Proposals", await pages.ListAsync(query, new DecisionForm(), ct));

    [HttpGet("put-aside")]
    public async Task<IActionResult> PutAside(int page = 1, CancellationToken ct = default)
    {
        var shown = Paging.Cut(await proposals.PutAsideAsync(ct), page, ProposalPages.PageSize, out var pager);
        return View("PutAside", new PutAsidePage(shown, pager));
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(Guid key, CancellationToken ct) =>
        await FindAsync(key, ct) is { } row ? View("Proposal", await PageAsync(row, MendForm.Of(row.Facts), ct)) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Mend(Guid key, MendForm form, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } row) return NotFound();
        ModelState.Clear();
        if (FormText.Date(form.BirthDate) is null && !FormText.IsEmpty(form.BirthDate)) ModelState.Refuse(nameof(form.BirthDate), text["DateMalformed"]);
        if (!ModelState.IsValid) return this.Again("Proposal", await PageAsync(row, form, ct));
        return await AnsweredAsync(await proposals.MendAsync(key, form.Facts, User.PersonKey, ct), row, form, "ProposalMended", ct);
    }

    [HttpPost("{key:guid}/putting-aside")]
    public async Task<IActionResult> Aside(Guid key, string? reason, CancellationToken ct) =>
        await FindAsync(key, ct) is not { } row ? NotFound()
        : await AnsweredAsync(await proposals.PutAsideAsync(key, reason ?? "", User.PersonKey, ct), row, MendForm.Of(row.Facts), "ProposalPutAside", ct);

    [HttpPost("{key:guid}/taking-up")]
    public async Task<IActionResult> TakeUp(Guid key, CancellationToken ct) =>
        await FindAsync(key, ct) is not { } row ? NotFound()
        : await AnsweredAsync(await proposals.TakeUpAsync(key, User.PersonKey, ct), row, MendForm.Of(row.Facts), "ProposalTakenUp", ct);

    private async Task<ProposalRow?> FindAsync(Guid key, CancellationToken ct) => await proposals.FindAsync(key, ct);

    private async Task<ProposalPage> PageAsync(ProposalRow row, MendForm form, CancellationToken ct) => new(row, form, await people.FindAsync(row.HolderKey, ct));

    private async Task<IActionResult> AnsweredAsync(ProposalOutcome outcome, ProposalRow row, MendForm form, string done, CancellationToken ct)
    {
        switch (outcome)
        {
            case ProposalOutcome.Done:
                this.Tell(NoticeKind.Success, text[done, row.Facts.HolderName]);
                return Redirect(row.DecisionKey is { } decision ? $"/register/decisions/{decision}" : "/register/proposals");
            case ProposalOutcome.NotFound:
                return NotFound();
            case ProposalOutcome.NotWaiting or ProposalOutcome.ChangedMeanwhile:
                this.Tell(NoticeKind.Warning, text["ProposalNotWaiting", row.Facts.HolderName]);
                return Redirect($"/register/proposals/{row.Key}");
            case ProposalOutcome.ReasonMissing:
                ModelState.Refuse("reason", text["ReasonMissing"]);
                break;
            case ProposalOutcome.MissingHolderName:
                ModelState.Refuse(nameof(MendForm.HolderName), text["Problem.MissingHolderName"]);
                break;
            case ProposalOutcome.MissingBirthDate:
                ModelState.Refuse(nameof(MendForm.BirthDate), text["Problem.MissingBirthDate"]);
                break;
            case ProposalOutcome.UnprintableCharacter:
                ModelState.Refuse(nameof(MendForm.HolderName), text["Problem.UnprintableCharacter"]);
                break;
        }

        return this.Again("Proposal", await PageAsync(row, form, ct));
    }
}

using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Verification;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Features.Register.Proposals;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Decisions;

/// <summary>Decisions (quyết định cấp): drawn up of proposals, submitted to their signatory, issued part by part, handed over.</summary>
[Requires(Permission.KeepRegister), Route("register/decisions")]
public sealed class DecisionsController(
    Lms.Certificates.Approval.Decisions decisions, DecisionBook book, Lms.Certificates.Approval.Proposals proposals, Handovers handovers, AuditLog audit, People people, ProposalPages pages,
    IStringLocalizer<RegisterText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Decisions", await book.ListAsync(ct: ct));

    [HttpPost(""), RequestFormLimits(ValueCountLimit = 4096)]
    public async Task<IActionResult> Create(DecisionForm form, [FromForm] ProposalQuery query, CancellationToken ct)
    {
        ModelState.Clear();
        if (FormText.Date(form.DecidedOn) is null) ModelState.Refuse(nameof(form.DecidedOn), text["DateMalformed"]);
        var chosen = form.Which == "all" ? [.. (await proposals.WaitingAsync(ct: ct)).Where(query.Matches).Where(p => p.CanBeIssued).Select(p => p.Key)] : form.Proposals ?? [];
        if (chosen.Count == 0) ModelState.Refuse("proposals", text["DecisionProblem.NobodyInIt"]);
        if (ModelState.IsValid)
        {
            var (outcome, key) = await decisions.DrawUpAsync(form.Draft, chosen, User.PersonKey, ct);
            if (key is { } drawn)
            {
                this.Tell(NoticeKind.Success, text["DecisionDrawnUp", form.Number ?? ""]);
                return Redirect($"/register/decisions/{drawn}");
            }

            Refuse(outcome);
        }

        return this.Again("~/Features/Register/Proposals/Proposals.cshtml", await pages.ListAsync(query, form, ct));
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(Guid key, int page = 1, CancellationToken ct = default) =>
        await PageAsync(key, page, null, ct) is { } found ? View("Decision", found) : NotFound();

    /// <summary>How far the issuing is, alone: asked for anew by the page while it runs.</summary>
    [HttpGet("{key:guid}/progress")]
    public async Task<IActionResult> Progress(Guid key, CancellationToken ct) => await book.FindAsync(key, ct) is { } row ? PartialView("_Progress", row) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Change(Guid key, DecisionForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (FormText.Date(form.DecidedOn) is null) ModelState.Refuse(nameof(form.DecidedOn), text["DateMalformed"]);
        return await AnsweredAsync(key, ModelState.IsValid ? await decisions.ChangeAsync(key, form.Draft, User.PersonKey, ct) : DecisionOutcome.Done, "DecisionSaved", form, ct);
    }

    [HttpPost("{key:guid}/removals/{proposal:guid}")]
    public async Task<IActionResult> TakeOut(Guid key, Guid proposal, CancellationToken ct) => await AnsweredAsync(key, await decisions.TakeOutAsync(key, proposal, User.PersonKey, ct), "TakenOut", null, ct);

    [HttpPost("{key:guid}/submission")]
    public async Task<IActionResult> Submit(Guid key, CancellationToken ct) => await AnsweredAsync(key, await decisions.SubmitAsync(key, User.PersonKey, ct), "Submitted", null, ct);

    [HttpPost("{key:guid}/file"), RequestSizeLimit(6 * 1024 * 1024)]
    public async Task<IActionResult> Attach(Guid key, IFormFile? file, CancellationToken ct)
    {
        ModelState.Clear();
        using var content = new MemoryStream();
        if (file is not null) await file.CopyToAsync(content, ct);
        switch (await decisions.AttachAsync(key, file?.FileName ?? "", content.ToArray(), User.PersonKey, ct))
        {
            case DecisionFileProblem.None:
                this.Tell(NoticeKind.Success, text["FileAttached"]);
                return Redirect($"/register/decisions/{key}");
            case DecisionFileProblem.NotFound:
                return NotFound();
            case (DecisionFileProblem.Empty or DecisionFileProblem.TooLarge or DecisionFileProblem.NotAPdf or DecisionFileProblem.ActiveContent) and var problem:
                ModelState.Refuse("file", text[$"FileProblem.{problem}"]);
                break;
        }

        return await PageAsync(key, 1, null, ct) is { } page ? this.Again("Decision", page) : NotFound();
    }

    [HttpGet("{key:guid}/file")]
    public async Task<IActionResult> Download(Guid key, CancellationToken ct) => await book.FileAsync(key, ct) is { } file ? DecisionFileResult.Of(this, file) : NotFound();

    [HttpPost("{key:guid}/handovers")]
    public async Task<IActionResult> HandOver(Guid key, string? code, string? to, string? on, CancellationToken ct)
    {
        ModelState.Clear();
        if (FormText.Date(on) is not { } date) ModelState.Refuse("on", text["DateMalformed"]);
        else if (!CertificateCode.TryParse(code, out var certificate))
        {
            if (await handovers.RecordAllAsync(key, date, User.PersonKey, ct) is { } count) this.Tell(NoticeKind.Success, text["HandedOverAll", count]);
            else ModelState.Refuse("on", text["Handover.DateInTheFuture"]);
        }
        else if (await handovers.RecordAsync(certificate, to ?? "", date, User.PersonKey, ct) is not HandoverOutcome.Done and var outcome)
        {
            ModelState.Refuse(outcome is HandoverOutcome.NameMissing ? "to" : "on", text[$"Handover.{outcome}"]);
        }
        else
        {
            this.Tell(NoticeKind.Success, text["HandedOverOne", to ?? ""]);
        }

        if (ModelState.IsValid) return Redirect($"/register/decisions/{key}#receipts");
        return await PageAsync(key, 1, null, ct) is { } page ? this.Again("Decision", page) : NotFound();
    }

    private async Task<IActionResult> AnsweredAsync(Guid key, DecisionOutcome outcome, string done, DecisionForm? form, CancellationToken ct)
    {
        if (outcome is DecisionOutcome.NotFound) return NotFound();
        if (outcome is DecisionOutcome.Done && ModelState.IsValid)
        {
            this.Tell(NoticeKind.Success, text[done]);
            return Redirect($"/register/decisions/{key}");
        }

        if (outcome is not DecisionOutcome.Done) Refuse(outcome);
        return await PageAsync(key, 1, form, ct) is { } page ? this.Again("Decision", page) : NotFound();
    }

    private async Task<DecisionPage?> PageAsync(Guid key, int page, DecisionForm? form, CancellationToken ct)
    {
        if (await book.FindAsync(key, ct) is not { } row) return null;
        var members = await proposals.OfDecisionAsync(key, row.State is DecisionState.Draft ? pages.PresentAsync : null, ct);
        var shown = Paging.Cut([.. members.OrderBy(m => m.CanBeIssued).ThenBy(m => m.ClassCode, StringComparer.Ordinal)], page, ProposalPages.PageSize, out var pager);
        var receipts = row.State is DecisionState.Approved or DecisionState.Issued ? await handovers.OfDecisionAsync(key, ct) : [];
        var steps = await audit.OfDecisionAsync(key, ct);
        var names = await people.NamesAsync([.. steps.Select(s => s.By).OfType<Guid>().Distinct()], ct);
        return new DecisionPage(row, shown, pager, members.Count(m => !m.CanBeIssued), receipts, steps, names, await pages.SignatoriesAsync(ct),
            form ?? new DecisionForm(row.Number, FormText.Input(row.DecidedOn), row.SignatoryKey, row.SignatoryName, row.SignatoryTitle));
    }

    private void Refuse(DecisionOutcome outcome) => ModelState.Refuse(outcome switch
    {
        DecisionOutcome.NumberMissing or DecisionOutcome.NumberTaken => nameof(DecisionForm.Number),
        DecisionOutcome.SignatoryMissing or DecisionOutcome.UnprintableCharacter => nameof(DecisionForm.SignatoryKey),
        DecisionOutcome.NobodyInIt or DecisionOutcome.TakenMeanwhile or DecisionOutcome.ProblemsLeft => "proposals",
        DecisionOutcome.Done or DecisionOutcome.NotFound or DecisionOutcome.NotInThisState or DecisionOutcome.NotTheSignatory or DecisionOutcome.ReasonMissing or DecisionOutcome.ChangedMeanwhile => "",
    }, text[$"DecisionProblem.{outcome}"]);
}

public sealed record DecisionPage(DecisionRow Decision, IReadOnlyList<ProposalRow> Members, Pager Pager, int WithProblems, IReadOnlyList<HandoverRow> Receipts, IReadOnlyList<AuditLine> Steps,
    IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<AccountRow> Signatories, DecisionForm Form);

internal static class DecisionFileResult
{
    /// <summary>Only ever downloaded, and where a browser shows it all the same, without scripts: it came from outside.</summary>
    public static FileContentResult Of(Controller controller, DecisionDocument file)
    {
        controller.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        controller.Response.Headers.XContentTypeOptions = "nosniff";
        controller.Response.Headers.CacheControl = "private, no-store";
        return controller.File(file.Content, "application/pdf", file.Name);
    }
}

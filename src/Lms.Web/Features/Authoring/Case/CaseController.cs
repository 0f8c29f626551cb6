using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Case;

/// <summary>Case studies of a bank: a text that several questions ask about.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/cases")]
public sealed class CaseController(QuestionBanks banks, CaseStudies cases, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 25;

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid bank, int page = 1, CancellationToken ct = default)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var shown = Paging.Cut(await cases.ListAsync(bank, ct), page, PageSize, out var pager);
        return View(new CaseListPage(found, shown, pager));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid bank, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found ? View("Edit", new CaseEditPage(found, null, new CaseForm(), false)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid bank, [Bind(Prefix = FormName)] CaseForm form, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var (outcome, key, problems) = await cases.AddAsync(bank, form.ToDraft(), User.PersonKey, ct);
        if (outcome == QuestionOutcome.Done)
        {
            this.Tell(NoticeKind.Success, Text["CaseCreated"]);
            return RedirectToAction(nameof(Edit), new { bank, study = key });
        }

        Refuse(problems);
        return Again("Edit", new CaseEditPage(found, null, form, false));
    }

    [HttpGet("{study:guid}")]
    public async Task<IActionResult> Edit(Guid bank, Guid study, CancellationToken ct) => await FindAsync(bank, study, ct) is { } page ? View(page) : NotFound();

    [HttpPost("{study:guid}")]
    public async Task<IActionResult> Save(Guid bank, Guid study, [Bind(Prefix = FormName)] CaseForm form, CancellationToken ct)
    {
        if (await FindAsync(bank, study, ct) is not { } page) return NotFound();
        var (outcome, problems) = await cases.SaveAsync(study, form.Revision, form.ToDraft(), User.PersonKey, ct);
        switch (outcome)
        {
            case QuestionOutcome.Done: return Back(bank, study, NoticeKind.Success, "Saved");
            case QuestionOutcome.ChangedMeanwhile:
                form.Revision = page.Case!.Revision;
                return AgainAfterConflict("Edit", page with { Form = form });
            case QuestionOutcome.Invalid or QuestionOutcome.WrongStage:
                Refuse(problems);
                return Again("Edit", page with { Form = form });
            case QuestionOutcome.NotFound:
            default: return NotFound();
        }
    }

    [HttpPost("{study:guid}/moves")]
    public async Task<IActionResult> Move(Guid bank, Guid study, StepForm form, CancellationToken ct)
    {
        if (await FindAsync(bank, study, ct) is not { Case: { } found } page) return NotFound();
        if (form.NeedsReviewer && !page.MayReview) return NotFound();
        if (form.Problem is { } problem) return Back(bank, study, NoticeKind.Error, problem);
        if (form.Revision != found.Revision) return Back(bank, study, NoticeKind.Warning, "ChangedBeforeStep");
        return await cases.MoveAsync(study, form.Step, form.Note?.Trim(), User.PersonKey, ct) switch
        {
            QuestionOutcome.Done => Back(bank, study, NoticeKind.Success, $"Done{form.Step}"),
            QuestionOutcome.ChangedMeanwhile => Back(bank, study, NoticeKind.Warning, "ChangedBeforeStep"),
            QuestionOutcome.WrongStage or QuestionOutcome.Invalid => Back(bank, study, NoticeKind.Warning, "WrongStage"),
            QuestionOutcome.NotFound => NotFound(),
        };
    }

    [HttpPost("{study:guid}/order")]
    public async Task<IActionResult> Reorder(Guid bank, Guid study, Guid question, bool up, CancellationToken ct)
    {
        if (await FindAsync(bank, study, ct) is null) return NotFound();
        return await cases.ReorderAsync(study, question, up, ct) switch
        {
            QuestionOutcome.Done => LocalRedirect($"~/authoring/banks/{bank}/cases/{study}#questions"),
            QuestionOutcome.ChangedMeanwhile => Back(bank, study, NoticeKind.Warning, "ChangedBeforeStep"),
            QuestionOutcome.NotFound or QuestionOutcome.Invalid or QuestionOutcome.WrongStage => NotFound(),
        };
    }

    private RedirectToActionResult Back(Guid bank, Guid study, NoticeKind kind, string key)
    {
        this.Tell(kind, Text[key]);
        return RedirectToAction(nameof(Edit), new { bank, study });
    }

    private void Refuse(IReadOnlyList<QuestionProblem> problems)
    {
        foreach (var problem in problems) Refuse(problem.Field, Text[$"QuestionProblem{problem.Kind}"]);
    }

    private async Task<CaseEditPage?> FindAsync(Guid bank, Guid study, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && await cases.FindAsync(study, ct) is { } detail && detail.BankKey == bank
            ? new CaseEditPage(found, detail, CaseForm.Of(detail), MayReview(found.OwnerKey)) : null;
}

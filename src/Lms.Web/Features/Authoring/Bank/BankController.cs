using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>Question banks and what is in them.</summary>
[Requires(Permission.Author), Route("authoring/banks")]
public sealed class BankController(QuestionBanks banks, BankSettings settings, QuestionSearch search, BulkEditing bulk, Owners owners, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 25, LongestTitle = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await ListAsync(new NewBankForm(), ct));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = FormName)] NewBankForm form, CancellationToken ct)
    {
        var owner = OwnerOfNew(form.OwnerKey);
        if (!Scope.Covers(owner)) return NotFound();
        if (TitleProblem(form.Title) is { } problem)
        {
            Refuse("Title", problem);
            return Again("Index", await ListAsync(form, ct));
        }

        var bank = await banks.CreateAsync(form.Title!, owner, User.PersonKey, ct);
        this.Tell(NoticeKind.Success, Text["BankCreated"]);
        return RedirectToAction(nameof(Show), new { bank });
    }

    [HttpGet("{bank:guid}")]
    public async Task<IActionResult> Show(Guid bank, [FromQuery] BankFilter filter, int page = 1, CancellationToken ct = default) =>
        await banks.ReadableAsync(Scope, settings, bank, ct) is { } found ? View(await PageAsync(found, filter, page, ct)) : NotFound();

    [HttpPost("{bank:guid}/title")]
    public async Task<IActionResult> Rename(Guid bank, string? title, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (TitleProblem(title) is { } problem)
        {
            ModelState.AddModelError("bank-title", problem);
            return Again("Show", await PageAsync(new ReadableBank(found, true), new BankFilter(), 1, ct) with { TypedTitle = title ?? "" });
        }

        await settings.RenameAsync(bank, title!, ct);
        this.Tell(NoticeKind.Success, Text["Saved"]);
        return RedirectToAction(nameof(Show), new { bank });
    }

    /// <summary>One step for every ticked question, or for none of them.</summary>
    [HttpPost("{bank:guid}/moves")]
    public async Task<IActionResult> Move(Guid bank, BulkForm form, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var step = new StepForm(form.Step, form.Note, 0);
        if (step.NeedsReviewer && !MayReview(found.OwnerKey)) return NotFound();
        if (form.Keys.Count == 0) return Back(NoticeKind.Warning, Text["BulkNothing"]);
        if (step.Problem is { } problem) return Back(NoticeKind.Error, Text[problem]);
        var chosen = form.Keys.Distinct().ToList();
        if ((await bulk.PreviewAsync(bank, chosen, new BulkEdit { Step = form.Step }, ct)).Count != chosen.Count) return NotFound();

        return await banks.MoveAsync(chosen, form.Step, form.Note?.Trim(), User.PersonKey, ct) switch
        {
            QuestionOutcome.Done => Back(NoticeKind.Success, Text[$"BulkDone{form.Step}", chosen.Count]),
            QuestionOutcome.WrongStage or QuestionOutcome.Invalid => Back(NoticeKind.Warning, Text["BulkWrongStage"]),
            QuestionOutcome.ChangedMeanwhile => Back(NoticeKind.Warning, Text["ChangedBeforeStep"]),
            QuestionOutcome.NotFound => NotFound(),
        };

        IActionResult Back(NoticeKind kind, string message)
        {
            this.Tell(kind, message);
            return LocalRedirect($"~/authoring/banks/{bank}{Request.QueryString}");
        }
    }

    private async Task<BankListPage> ListAsync(NewBankForm form, CancellationToken ct) =>
        new(await banks.ListAsync(Scope, ct), await settings.SharedAsync(Scope, ct), await owners.WithinAsync(Scope, ct), form);

    private async Task<BankPage> PageAsync(ReadableBank bank, BankFilter filter, int page, CancellationToken ct)
    {
        var key = bank.Bank.Key;
        var (questions, at, total) = await search.FindAsync(bank.MayEdit ? filter.Within([key], []) : filter.Within([], [key]), page, PageSize, ct);
        return new BankPage(bank.Bank, (await owners.WithinAsync(Scope, ct)).NameOf(bank.Bank.OwnerKey), questions, await search.FacetsAsync(bank.MayEdit ? [key] : [], bank.MayEdit ? [] : [key], ct), filter, new Pager(at, PageSize, total),
            bank.MayEdit, bank.MayEdit && MayReview(bank.Bank.OwnerKey));
    }

    private string? TitleProblem(string? title) =>
        string.IsNullOrWhiteSpace(title) ? Text["QuestionProblemRequired"].Value : title.Length > LongestTitle ? Text["QuestionProblemTooLong"].Value : null;
}

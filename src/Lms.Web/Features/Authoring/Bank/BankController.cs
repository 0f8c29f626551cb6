using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Stage = Lms.Publishing.Stage;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>Question banks and what is in them.</summary>
[Requires(Permission.Author), Route("authoring/banks")]
public sealed class BankController(QuestionBanks banks, Owners owners, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
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
    public async Task<IActionResult> Show(Guid bank, string? search, string? category, string? type, Stage? stage, int page = 1, CancellationToken ct = default) =>
        await banks.FindAsync(Scope, bank, ct) is { } found
            ? View(await PageAsync(found, new BankFilter(search, category, type, stage), page, ct)) : NotFound();

    [HttpPost("{bank:guid}/title")]
    public async Task<IActionResult> Rename(Guid bank, string? title, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (TitleProblem(title) is { } problem)
        {
            ModelState.AddModelError("bank-title", problem);
            return Again("Show", await PageAsync(found, new BankFilter(null, null, null, null), 1, ct) with { TypedTitle = title ?? "" });
        }

        await banks.RenameAsync(bank, title!, ct);
        this.Tell(NoticeKind.Success, Text["Saved"]);
        return RedirectToAction(nameof(Show), new { bank });
    }

    /// <summary>One step for every ticked question, or for none of them.</summary>
    [HttpPost("{bank:guid}/moves")]
    public async Task<IActionResult> Move(Guid bank, BulkForm bulk, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var step = new StepForm(bulk.Step, bulk.Note, 0);
        if (step.NeedsReviewer && !MayReview(found.OwnerKey)) return NotFound();
        if (bulk.Keys.Count == 0) return Back(NoticeKind.Warning, Text["BulkNothing"]);
        if (step.Problem is { } problem) return Back(NoticeKind.Error, Text[problem]);
        var here = (await banks.QuestionsAsync(bank, ct: ct)).Select(q => q.Key).ToHashSet();
        if (!bulk.Keys.TrueForAll(here.Contains)) return NotFound();

        return await banks.MoveAsync(bulk.Keys, bulk.Step, bulk.Note?.Trim(), User.PersonKey, ct) switch
        {
            QuestionOutcome.Done => Back(NoticeKind.Success, Text[$"BulkDone{bulk.Step}", bulk.Keys.Distinct().Count()]),
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
        new(await banks.ListAsync(Scope, ct), await owners.WithinAsync(Scope, ct), form);

    private async Task<BankPage> PageAsync(BankSummary bank, BankFilter filter, int page, CancellationToken ct)
    {
        var all = await banks.QuestionsAsync(bank.Key, ct: ct);
        var found = (filter.Any ? await banks.QuestionsAsync(bank.Key, filter.Search, filter.Category, filter.Stage, ct) : all)
            .Where(q => filter.Type is null || q.Type == filter.Type).ToList();
        var shown = Paging.Cut(found, page, PageSize, out var pager);
        return new BankPage(bank, (await owners.WithinAsync(Scope, ct)).NameOf(bank.OwnerKey), shown,
            [.. all.Select(q => q.Category).Distinct().Order(StringComparer.CurrentCulture)], filter, pager, MayReview(bank.OwnerKey));
    }

    private string? TitleProblem(string? title) =>
        string.IsNullOrWhiteSpace(title) ? Text["QuestionProblemRequired"].Value : title.Length > LongestTitle ? Text["QuestionProblemTooLong"].Value : null;
}

using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Writing questions: the type is chosen first, then one form holds all of the question.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/questions")]
public sealed class QuestionController(QuestionBanks banks, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid bank, string? type, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        return type is not null && QuestionWords.Types.Contains(type)
            ? View("Edit", await PageAsync(found, null, QuestionForm.New(type), ct))
            : View("Types", new QuestionTypePage(found));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid bank, [Bind(Prefix = FormName)] QuestionForm form, string? button, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (RowButton(form, button)) return View("Edit", await PageAsync(found, null, form, ct));
        if (Read(form) is not { } draft) return Again("Edit", await PageAsync(found, null, form, ct));

        var (outcome, keys, problems) = await banks.AddAsync(bank, [draft], User.PersonKey, ct);
        switch (outcome)
        {
            case QuestionOutcome.Done:
                this.Tell(NoticeKind.Success, Text["QuestionCreated"]);
                return RedirectToAction("Show", "Trial", new { bank, question = keys[0] });
            case QuestionOutcome.NotFound: return NotFound();
            case QuestionOutcome.Invalid or QuestionOutcome.WrongStage or QuestionOutcome.ChangedMeanwhile:
            default:
                Refuse(problems);
                return Again("Edit", await PageAsync(found, null, form, ct));
        }
    }

    [HttpGet("{question:guid}")]
    public async Task<IActionResult> Edit(Guid bank, Guid question, CancellationToken ct) =>
        await FindAsync(bank, question, ct) is { } head ? View("Edit", await PageAsync(head.Bank, head, QuestionForm.Of(head.Question), ct)) : NotFound();

    [HttpPost("{question:guid}")]
    public async Task<IActionResult> Save(Guid bank, Guid question, [Bind(Prefix = FormName)] QuestionForm form, string? button, CancellationToken ct)
    {
        if (await FindAsync(bank, question, ct) is not { } head) return NotFound();
        form.Type = QuestionType.Of(head.Question.Draft.Definition);
        if (RowButton(form, button)) return View("Edit", await PageAsync(head.Bank, head, form, ct));
        if (Read(form) is not { } draft) return Again("Edit", await PageAsync(head.Bank, head, form, ct));

        var (outcome, problems) = await banks.SaveAsync(question, form.Revision, draft, User.PersonKey, ct);
        switch (outcome)
        {
            case QuestionOutcome.Done:
                this.Tell(NoticeKind.Success, Text["Saved"]);
                return RedirectToAction(nameof(Edit), new { bank, question });
            case QuestionOutcome.ChangedMeanwhile:
                if (await FindAsync(bank, question, ct) is not { } present) return NotFound();
                form.Revision = present.Question.Revision;
                return AgainAfterConflict("Edit", await PageAsync(present.Bank, present, form, ct));
            case QuestionOutcome.Invalid or QuestionOutcome.WrongStage:
                Refuse(problems);
                return Again("Edit", await PageAsync(head.Bank, head, form, ct));
            case QuestionOutcome.NotFound:
            default: return NotFound();
        }
    }

    /// <summary>"AddOption" or "RemoveOption:2": the form comes back with other rows, and nothing is saved.</summary>
    private bool RowButton(QuestionForm form, string? button)
    {
        var words = button?.Split(':') ?? [];
        switch (words)
        {
            case ["AddOption"]: form.AddRow(); break;
            case ["RemoveOption", var row] when int.TryParse(row, CultureInfo.InvariantCulture, out var at): form.RemoveRow(at); break;
            default: return false;
        }

        ModelState.Clear();
        return true;
    }

    /// <summary>Null where something was left open that no draft can leave open.</summary>
    private QuestionDraft? Read(QuestionForm form)
    {
        form.DropEmptyRows();
        ModelState.Clear();
        if (form.Type == QuestionType.TrueFalse && form.Statement is null) Refuse("Statement", Text["QuestionProblemRequired"]);
        return form.ToDraft() is { } draft && ModelState.IsValid ? draft : null;
    }

    private void Refuse(IReadOnlyList<QuestionProblem> problems)
    {
        foreach (var problem in problems) Refuse(QuestionWords.FieldOf(problem.Field), Text[$"QuestionProblem{problem.Kind}"]);
    }

    private async Task<QuestionHead?> FindAsync(Guid bank, Guid question, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && await banks.QuestionAsync(question, ct) is { } detail && detail.BankKey == bank
            ? new QuestionHead(found, detail, QuestionTab.Edit, MayReview(found.OwnerKey)) : null;

    private async Task<QuestionEditPage> PageAsync(BankSummary bank, QuestionHead? head, QuestionForm form, CancellationToken ct)
    {
        form.KeepEnoughRows();
        var categories = (await banks.QuestionsAsync(bank.Key, ct: ct)).Select(q => q.Category).Distinct().Order(StringComparer.CurrentCulture);
        return new QuestionEditPage(bank, head, form, [.. categories]);
    }
}

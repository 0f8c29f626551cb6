using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>One change for the questions ticked on the bank's list: typed, looked at, made for all of them or for none.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/edits")]
public sealed class BulkEditController(QuestionBanks banks, BulkEditing bulk, QuestionSearch search, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int LongestLabel = 400;

    /// <summary>Reloading the form has no questions any more.</summary>
    [HttpGet("")]
    public IActionResult Show(Guid bank) => LocalRedirect($"~/authoring/banks/{bank}");

    [HttpPost("new")]
    public async Task<IActionResult> New(Guid bank, List<string> keys, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (keys.Count is 0 or > BulkEditing.Most)
        {
            this.Tell(NoticeKind.Warning, Text["BulkNothing"]);
            return LocalRedirect($"~/authoring/banks/{bank}");
        }

        return View("BulkEdit", await PageAsync(found, new BulkEditForm { Keys = keys }, false, ct));
    }

    [HttpPost("preview")]
    public async Task<IActionResult> Preview(Guid bank, [Bind(Prefix = FormName)] BulkEditForm form, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var page = await PageAsync(found, form, true, ct);
        return Check(form, page) ? View("BulkEdit", page) : Again("BulkEdit", page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Apply(Guid bank, [Bind(Prefix = FormName)] BulkEditForm form, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var edit = form.Edit;
        if (edit.Step is { } step && new StepForm(step, form.Note, 0).NeedsReviewer && !MayReview(found.OwnerKey)) return NotFound();
        if (edit.ToBank is { } to && await banks.FindAsync(Scope, to, ct) is null) return NotFound();
        // Before the page reads them anew: what counts is what was looked at.
        var questions = form.Questions;
        var page = await PageAsync(found, form, true, ct);
        if (!Check(form, page)) return Again("BulkEdit", page);
        switch (await bulk.ApplyAsync(bank, questions, edit, form.Note?.Trim(), User.PersonKey, ct))
        {
            case QuestionOutcome.Done:
                this.Tell(NoticeKind.Success, Text["BulkEdited", questions.Count]);
                return LocalRedirect($"~/authoring/banks/{bank}");
            case QuestionOutcome.ChangedMeanwhile:
                ModelState.AddModelError("", Text["BulkChangedMeanwhile"]);
                return Again("BulkEdit", page, StatusCodes.Status409Conflict);
            case QuestionOutcome.Invalid or QuestionOutcome.WrongStage:
                return Again("BulkEdit", page);
            case QuestionOutcome.NotFound:
            default: return NotFound();
        }
    }

    private bool Check(BulkEditForm form, BulkEditPage page)
    {
        RefuseUnreadable();
        if (form.Edit.IsEmpty) Refuse("", Text["BulkNoChange"]);
        foreach (var (field, typed) in new[] { ("Category", form.Category), ("Outcome", form.Outcome), ("Source", form.Source) })
            if (typed?.Length > LongestLabel) Refuse(field, Text["QuestionProblemTooLong"]);
        if (form.Edit.AddTags.Any(t => t.Length > QuestionTags.Longest)) Refuse("AddTags", Text["QuestionProblemTooLong"]);
        if (form.Step is { } step && new StepForm(step, form.Note, 0).Problem is { } problem) Refuse("Note", Text[problem]);
        if (page.Questions.Any(q => q.Obstacle is not null)) Refuse("", Text["BulkObstacles", page.Questions.Count(q => q.Obstacle is not null)]);
        return ModelState.IsValid;
    }

    private async Task<BulkEditPage> PageAsync(BankSummary bank, BulkEditForm form, bool previewed, CancellationToken ct)
    {
        var changes = await bulk.PreviewAsync(bank.Key, [.. form.Questions.Keys], form.Edit, ct);
        form.Keys = [.. changes.Select(c => $"{c.Key}:{c.Revision}")];
        return new BulkEditPage(bank, form, changes, previewed, [.. (await banks.ListAsync(Scope, ct)).Where(b => b.Key != bank.Key)], await search.FacetsAsync([bank.Key], [], ct), MayReview(bank.OwnerKey));
    }
}

using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Content.Media;
using Lms.Web.Features.Authoring.Lesson;
using Lms.Web.Features.Authoring.Question.Types;
using Lms.Web.Features.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Writing questions: the type is chosen first, then one form holds all of the question.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/questions")]
[RequestSizeLimit(Uploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest, ValueCountLimit = MostValues)]
public sealed class QuestionController(QuestionBanks banks, QuestionSearch search, CaseStudies cases, MediaLibrary media, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    /// <summary>A cloze of a hundred gaps with their answers has more fields than the framework expects of a form.</summary>
    private const int MostValues = 20_000;

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid bank, string? type, Guid? study, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (QuestionForms.New(type) is not { } form) return View("Types", new QuestionTypePage(found, study));
        form.CaseKey = study;
        return View("Edit", await PageAsync(found, null, form, ct));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid bank, [Bind(Prefix = $"{FormName}.Type")] string? type, string? button, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (QuestionForms.Blank(type) is not { } form) return View("Types", new QuestionTypePage(found, null));
        await BindAsync(form, found.OwnerKey, ct);
        if (IsRowButton(form, button)) return View("Edit", await PageAsync(found, null, form, ct));
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
                Refuse(form, problems);
                return Again("Edit", await PageAsync(found, null, form, ct));
        }
    }

    [HttpGet("{question:guid}")]
    public async Task<IActionResult> Edit(Guid bank, Guid question, CancellationToken ct) =>
        await FindAsync(bank, question, ct) is { } head ? View("Edit", await PageAsync(head.Bank, head, QuestionForms.Of(head.Question), ct)) : NotFound();

    [HttpPost("{question:guid}")]
    public async Task<IActionResult> Save(Guid bank, Guid question, string? button, CancellationToken ct)
    {
        if (await FindAsync(bank, question, ct) is not { } head) return NotFound();
        var form = QuestionForms.Blank(QuestionType.Of(head.Question.Draft.Definition))!;
        await BindAsync(form, head.Bank.OwnerKey, ct);
        if (IsRowButton(form, button)) return View("Edit", await PageAsync(head.Bank, head, form, ct));
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
                Refuse(form, problems);
                return Again("Edit", await PageAsync(head.Bank, head, form, ct));
            case QuestionOutcome.NotFound:
            default: return NotFound();
        }
    }

    /// <summary>An image that was sent along is in the library afterwards, whichever button sent it: a file field cannot be filled in again.</summary>
    private async Task BindAsync(QuestionForm form, Guid? owner, CancellationToken ct)
    {
        await TryUpdateModelAsync(form, form.GetType(), FormName);
        ModelState.Clear();
        if (form is not HotspotForm { Upload: { } upload } hotspot) return;
        await using var content = upload.OpenReadStream();
        var (outcome, file) = await media.StoreAsync(upload.FileName, content, owner, User.PersonKey, ct);
        if (file is null) Refuse(nameof(HotspotForm.Upload), Text[$"Store{outcome}", upload.FileName]);
        else if (!LessonPage.IsImage(file)) Refuse(nameof(HotspotForm.Upload), Text["StoreDoesNotFit", upload.FileName]);
        else hotspot.Image = file.Address;
    }

    /// <summary>The form comes back with other rows, and nothing is saved.</summary>
    private static bool IsRowButton(QuestionForm form, string? button) => RowButton.Parse(button) is { } pressed && form.Change(pressed);

    /// <summary>Null where something was typed that no draft can hold.</summary>
    private QuestionDraft? Read(QuestionForm form)
    {
        form.DropEmptyRows();
        var typed = new TypedFields();
        var draft = form.ToDraft(typed);
        foreach (var problem in typed.Problems) Refuse(problem.Field, Text[$"QuestionProblem{problem.Kind}"]);
        return ModelState.IsValid ? draft : null;
    }

    private void Refuse(QuestionForm form, IReadOnlyList<QuestionProblem> problems)
    {
        foreach (var problem in problems) Refuse(form.FieldOf(problem.Field), Text[$"QuestionProblem{problem.Kind}"]);
    }

    private async Task<QuestionHead?> FindAsync(Guid bank, Guid question, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && await banks.QuestionAsync(question, ct) is { } detail && detail.BankKey == bank
            ? new QuestionHead(found, detail, QuestionTab.Edit, MayReview(found.OwnerKey)) : null;

    private async Task<QuestionEditPage> PageAsync(BankSummary bank, QuestionHead? head, QuestionForm form, CancellationToken ct)
    {
        form.KeepEnoughRows();
        MediaFile[] images = form is HotspotForm ? [.. (await media.ForAsync(bank.OwnerKey, ct)).Where(LessonPage.IsImage)] : [];
        return new QuestionEditPage(bank, head, form, (await search.FacetsAsync([bank.Key], [], ct)).Categories, await cases.ListAsync(bank.Key, ct), images);
    }
}

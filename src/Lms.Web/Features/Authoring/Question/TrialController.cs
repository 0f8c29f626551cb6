using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams.Sitting;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>A question as a trainee gets it, what a response to it would earn and why, and its past.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/questions/{question:guid}")]
public sealed class TrialController(QuestionBanks banks, BankSettings settings, QuestionVersions versions, CaseStudies cases, Chronicle chronicle, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private static readonly Points OnePoint = Points.Of(1);

    /// <summary>A response is asked for by GET: trying changes nothing, and a link shows a colleague the case. An essay is too long for an address and comes by POST.</summary>
    [HttpGet("trial"), HttpPost("trial")]
    public async Task<IActionResult> Show(Guid bank, Guid question, bool tried, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.Trial, ct) is not { } head) return NotFound();
        var draft = head.Question.Draft;
        var definition = draft.Definition;
        var study = draft.CaseKey is { } key && await cases.FindAsync(key, ct) is { } found ? new ShownCase(key, found.Draft.Title, found.Draft.Text) : null;
        var slot = new SlotView(1, null, OnePoint, ShownQuestion.Of(definition) with { Case = study }, null, null);
        if (!tried) return View(new TrialPage(head, slot, null));
        var response = AnswerForm.Read(name => Request.HasFormContentType ? Request.Form[name] : Request.Query[name], slot);
        return View(new TrialPage(head, slot with { Response = response }, new TrialResult(Scorer.Score(definition, response), SlotReview.Of(definition, response, OnePoint))));
    }

    [HttpGet("history")]
    public async Task<IActionResult> History(Guid bank, Guid question, CancellationToken ct) =>
        await FindAsync(bank, question, QuestionTab.History, ct) is { MayEdit: true } head
            ? View(new QuestionHistoryPage(head, await chronicle.OfAsync(question, ct))) : NotFound();

    [HttpPost("moves")]
    public async Task<IActionResult> Move(Guid bank, Guid question, StepForm form, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.Edit, ct) is not { MayEdit: true } head) return NotFound();
        if (form.NeedsReviewer && !head.MayReview) return NotFound();
        if (form.Problem is { } problem) return Back(NoticeKind.Error, problem);
        if (form.Revision != head.Question.Revision) return Back(NoticeKind.Warning, "ChangedBeforeStep");
        return await banks.MoveAsync([question], form.Step, form.Note?.Trim(), User.PersonKey, ct) switch
        {
            QuestionOutcome.Done => Back(NoticeKind.Success, $"Done{form.Step}"),
            QuestionOutcome.ChangedMeanwhile => Back(NoticeKind.Warning, "ChangedBeforeStep"),
            QuestionOutcome.WrongStage or QuestionOutcome.Invalid => Back(NoticeKind.Warning, "WrongStage"),
            QuestionOutcome.NotFound => NotFound(),
        };

        IActionResult Back(NoticeKind kind, string key)
        {
            this.Tell(kind, Text[key]);
            return LocalRedirect(head.Address);
        }
    }

    /// <summary>Of a question that others share, what they have published is shown, not what they are working on.</summary>
    private async Task<QuestionHead?> FindAsync(Guid bank, Guid question, QuestionTab tab, CancellationToken ct)
    {
        if (await banks.ReadableAsync(Scope, settings, bank, ct) is not { } found || await banks.QuestionAsync(question, ct) is not { } detail || detail.BankKey != bank) return null;
        if (found.MayEdit) return new QuestionHead(found.Bank, detail, tab, MayReview(found.Bank.OwnerKey));
        return await versions.PublishedAsync(question, ct) is { } published ? new QuestionHead(found.Bank, detail with { Draft = published.Draft }, tab, false) { MayEdit = false } : null;
    }
}

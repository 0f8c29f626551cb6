using System.Text;
using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>A question as a trainee gets it, what a response to it would earn and why, and its past.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/questions/{question:guid}")]
public sealed class TrialController(QuestionBanks banks, Chronicle chronicle, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private static readonly Points OnePoint = Points.Of(1);
    private const int LongestResponse = 400;

    /// <summary>A response is asked for by GET: trying changes nothing, and a link shows a colleague the case.</summary>
    [HttpGet("trial")]
    public async Task<IActionResult> Show(Guid bank, Guid question, bool tried, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.Trial, ct) is not { } head) return NotFound();
        var definition = head.Question.Draft.Definition;
        var response = tried ? Read(definition, [.. Request.Query["answers[1]"].OfType<string>()]) : null;
        var shown = ShownQuestion.Of(definition);
        return View(new TrialPage(head, new SlotView(1, null, OnePoint, shown, response, null), tried ? Score(definition, shown, response) : null));
    }

    [HttpGet("history")]
    public async Task<IActionResult> History(Guid bank, Guid question, CancellationToken ct) =>
        await FindAsync(bank, question, QuestionTab.History, ct) is { } head
            ? View(new QuestionHistoryPage(head, await chronicle.OfAsync(question, ct))) : NotFound();

    [HttpPost("moves")]
    public async Task<IActionResult> Move(Guid bank, Guid question, StepForm form, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.Edit, ct) is not { } head) return NotFound();
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

    private async Task<QuestionHead?> FindAsync(Guid bank, Guid question, QuestionTab tab, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && await banks.QuestionAsync(question, ct) is { } detail && detail.BankKey == bank
            ? new QuestionHead(found, detail, tab, MayReview(found.OwnerKey)) : null;

    private static Response Read(QuestionDefinition definition, string[] given) => definition is ShortText
        ? new TextResponse(given is [{ Length: <= LongestResponse } typed, ..] ? typed.Normalize(NormalizationForm.FormC) : "")
        : new ChoiceResponse([.. given.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static TrialResult Score(QuestionDefinition definition, ShownQuestion shown, Response? response)
    {
        var mark = Scorer.Score(definition, response);
        IReadOnlyList<ChoiceOption> options = definition switch { SingleChoice single => single.Options, MultipleResponse multiple => multiple.Options, _ => [] };
        var feedback = new ShownFeedback(definition.Feedback, [.. options.Where(o => o.Feedback.Length > 0).Select(o => new ShownOption(o.Id, o.Feedback))]);
        return new TrialResult(mark, new SlotReview(1, null, shown, response, Scorer.Award(mark, OnePoint), OnePoint, mark.Reason, definition, feedback));
    }
}

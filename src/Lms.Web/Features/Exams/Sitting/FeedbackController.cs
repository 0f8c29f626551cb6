namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

/// <summary>How the questions of one page were answered, while the exam goes on: only for papers made for practice.</summary>
[Requires(Permission.Learn)]
public sealed class FeedbackController(Exams exams, Practice practice) : Controller
{
    [HttpGet("attempts/{code}/page/{page:int}/feedback")]
    public async Task<IActionResult> Show(PublicCode code, int page, CancellationToken ct)
    {
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { Practice: true } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return LocalRedirect(ExamAddress.Review(code));
        if (attempt.Outside) return LocalRedirect(ExamAddress.Attempt(code));
        var shown = AttemptPage.Of(attempt, page);
        var answered = await practice.OnAnsweredAsync(code, User.PersonKey, ct) ?? [];
        return View("Feedback", new FeedbackPage(shown, [.. answered.Where(a => shown.Slots.Any(s => s.Slot == a.Slot))]));
    }
}

/// <param name="Answered">Of the page's questions.</param>
public sealed record FeedbackPage(AttemptPage Page, IReadOnlyList<SlotReview> Answered)
{
    /// <summary>The case of a question, above the first that was answered of it: the case's own first question may be unanswered. Folded on a phone, it was just read.</summary>
    public CaseView? CaseAbove(SlotReview slot) =>
        CaseView.Above([.. Page.Attempt.Slots.Select(s => s.Question)], slot.Slot, Answered.First(a => a.Question.Case?.Key == slot.Question.Case?.Key) == slot) is { } study ? study with { Again = true } : null;
}

namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Data;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

/// <summary>
/// The questions, page by page. A plain form saves the answers of its page and moves on, so that the exam can be sat
/// without any script; where scripts run, each answer is saved at once as well, see <see cref="AnswersController"/>.
/// </summary>
[Requires(Permission.Learn)]
[Route("attempts/{code}")]
public sealed class SittingController(Exams exams, AnswerFiles files, IStringLocalizer<ExamsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, int page = 1, CancellationToken ct = default)
    {
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return ToReview(code);
        if (attempt.Outside) return View("Outside", attempt);
        return attempt.Now > attempt.DueAt ? View("TimeUp", attempt) : View(AttemptPage.Of(attempt, page));
    }

    /// <param name="go">Where to after saving: see <see cref="Destination"/>.</param>
    /// <param name="remove">A file to take back: see <see cref="PageFiles"/>.</param>
    [HttpPost("page/{page:int}"), RequestSizeLimit(PageFiles.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = PageFiles.LargestRequest)]
    public async Task<IActionResult> Save(PublicCode code, int page, string? go, string? remove, CancellationToken ct)
    {
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return HandedInBefore(code);
        if (attempt.Outside) return Outside(attempt);
        var shown = AttemptPage.Of(attempt, page);
        var answers = AnswerForm.Changes(Request.Form, shown.Slots);
        var receipt = await exams.AnswerAsync(code, this.Candidate(), answers, ct);
        return receipt.Outcome switch
        {
            AnswerOutcome.Saved => await TakeFilesAsync(code, shown, remove is null ? Destination.Parse(go) : PageFiles.PlaceOf(remove), remove, ct),
            AnswerOutcome.NotFound => NotFound(),
            AnswerOutcome.AlreadyHandedIn => HandedInBefore(code),
            AnswerOutcome.TooLate => await CloseLateAsync(code, answers.Count > 0, ct),
            AnswerOutcome.OutsideNetwork => Outside(attempt),
            AnswerOutcome.NoSuchSlot or AnswerOutcome.MalformedResponse => NotUnderstood(shown with { Slots = AnswerForm.Overlay(shown.Slots, answers) }),
        };
    }

    private async Task<IActionResult> TakeFilesAsync(PublicCode code, AttemptPage shown, Destination destination, string? remove, CancellationToken ct)
    {
        var problems = await PageFiles.SaveAsync(files, code, this.Candidate(), Request.Form, remove, shown, ct);
        if (problems.Count == 0) return GoTo(code, shown, destination);
        if (problems.Exists(p => p.Outcome == FileOutcome.TooLate)) return await CloseLateAsync(code, lost: true, ct);
        if (problems.Exists(p => p.Outcome == FileOutcome.AlreadyHandedIn) || await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return HandedInBefore(code);
        foreach (var problem in problems) ModelState.AddModelError(PageFiles.Id(problem.Slot), problem.Words(text));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Show), AttemptPage.Of(attempt, shown.Page));
    }

    private LocalRedirectResult GoTo(PublicCode code, AttemptPage shown, Destination destination)
    {
        if (destination.Kind == DestinationKind.Check) return LocalRedirect(ExamAddress.Submission(code));
        if (destination.Kind == DestinationKind.Feedback) return LocalRedirect(ExamAddress.Feedback(code, shown.Page));
        var place = destination.Kind == DestinationKind.Question ? $"#q{destination.Slot}" : "";
        return LocalRedirect($"{ExamAddress.Attempt(code)}?page={destination.PageFrom(shown)}{place}");
    }

    /// <summary>What was saved is handed in. Answers that came after the deadline are not counted, and she is told so.</summary>
    private async Task<IActionResult> CloseLateAsync(PublicCode code, bool lost, CancellationToken ct)
    {
        await exams.HandInAsync(code, User.PersonKey, ct);
        this.Tell(NoticeKind.Warning, text[lost ? "TimeRanOut" : "TimeUpHandedIn"]);
        return ToReview(code);
    }

    private LocalRedirectResult HandedInBefore(PublicCode code)
    {
        this.Tell(NoticeKind.Info, text["HandedInBefore"]);
        return ToReview(code);
    }

    /// <summary>What she typed is still in her browser: back brings it.</summary>
    private ViewResult Outside(AttemptView attempt)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        ViewData["Unsaved"] = true;
        return View("Outside", attempt);
    }

    private ViewResult NotUnderstood(AttemptPage shown)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", text["AnswerNotUnderstood"]);
        return View(nameof(Show), shown);
    }

    private LocalRedirectResult ToReview(PublicCode code) => LocalRedirect(ExamAddress.Review(code));
}

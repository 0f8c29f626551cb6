namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Invigilation;
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
public sealed class SittingController(Exams exams, AnswerFiles files, Seats seats, IStringLocalizer<ExamsText> text) : Controller
{
    /// <summary>Opening the questions takes the seat: a page of this attempt that was opened before answers no more.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, int page = 1, CancellationToken ct = default)
    {
        await seats.TakeAsync(code, User.PersonKey, ExamSeat.AddressOf(HttpContext), ct);
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return ToReview(code);
        if (attempt.Outside) return View("Outside", attempt);
        if (attempt.PausedAt is not null) return this.Paused(attempt);
        if (attempt.IsSectionOver && !attempt.IsOver && attempt.Timed is { IsLast: false }) return View("SectionOver", attempt);
        return attempt.IsOver || attempt.IsSectionOver ? View("TimeUp", attempt) : View(await PageAsync(attempt, page, ct));
    }

    /// <summary>Where a sign-in leads that was asked for in the middle of saving.</summary>
    [HttpGet("page/{page:int}")]
    public IActionResult Return(PublicCode code, int page) => LocalRedirect($"{ExamAddress.Attempt(code)}?page={page}");

    /// <param name="go">Where to after saving: see <see cref="Destination"/>.</param>
    /// <param name="seen">A message that the same press confirms.</param>
    /// <param name="remove">A file to take back: see <see cref="PageFiles"/>.</param>
    [HttpPost("page/{page:int}"), RequestSizeLimit(PageFiles.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = PageFiles.LargestRequest)]
    public async Task<IActionResult> Save(PublicCode code, int page, string? go, string? remove, Guid? seen, CancellationToken ct)
    {
        if (seen is { } message) await seats.SeenAsync(code, User.PersonKey, message, ct);
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return HandedInBefore(code);
        if (attempt.Outside) return Outside(attempt);
        if (ExamSeat.IsOfEarlierSection(Request, attempt)) return SectionRanOut(code);
        var shown = AttemptPage.Of(attempt, page);
        var answers = AnswerForm.Changes(Request.Form, shown.Slots);
        var receipt = await exams.AnswerAsync(code, this.Candidate(), answers, ct);
        return receipt.Outcome switch
        {
            AnswerOutcome.Saved => await TakeFilesAsync(code, shown, remove is null ? Destination.Parse(go) : PageFiles.PlaceOf(remove), remove, ct),
            AnswerOutcome.Elsewhere or AnswerOutcome.Paused when answers.Count == 0 => GoTo(code, shown, Destination.Parse(go)),
            AnswerOutcome.Elsewhere => await TakenBackAsync(code, page, answers, ct),
            AnswerOutcome.Paused => Again(await PageAsync(attempt, page, ct), answers, "PausedNotSaved"),
            AnswerOutcome.SectionClosed => SectionRanOut(code),
            AnswerOutcome.NotFound => NotFound(),
            AnswerOutcome.AlreadyHandedIn => HandedInBefore(code),
            AnswerOutcome.TooLate => await CloseLateAsync(code, answers.Count > 0, ct),
            AnswerOutcome.OutsideNetwork => Outside(attempt),
            AnswerOutcome.NoSuchSlot or AnswerOutcome.MalformedResponse => Again(await PageAsync(attempt, page, ct), answers, "AnswerNotUnderstood"),
        };
    }

    private async Task<IActionResult> TakeFilesAsync(PublicCode code, AttemptPage shown, Destination destination, string? remove, CancellationToken ct)
    {
        var problems = await PageFiles.SaveAsync(files, code, this.Candidate(), Request.Form, remove, shown, ct);
        if (problems.Count == 0) return GoTo(code, shown, destination);
        if (problems.Exists(p => p.Outcome == FileOutcome.TooLate)) return await CloseLateAsync(code, lost: true, ct);
        if (problems.Exists(p => p.Outcome == FileOutcome.SectionClosed)) return SectionRanOut(code);
        if (problems.Exists(p => p.Outcome == FileOutcome.AlreadyHandedIn) || await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return HandedInBefore(code);
        foreach (var problem in problems) ModelState.AddModelError(PageFiles.Id(problem.Slot), problem.Words(text));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Show), await PageAsync(attempt, shown.Page, ct));
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

    private LocalRedirectResult SectionRanOut(PublicCode code)
    {
        this.Tell(NoticeKind.Warning, text["SectionRanOut"]);
        return LocalRedirect(ExamAddress.Attempt(code));
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

    /// <summary>Typed on a page that another was opened after: shown again as it was typed, and saved only when she presses once more.</summary>
    private async Task<IActionResult> TakenBackAsync(PublicCode code, int page, List<GivenAnswer> answers, CancellationToken ct)
    {
        await seats.TakeAsync(code, User.PersonKey, ExamSeat.AddressOf(HttpContext), ct);
        return await exams.ShowAsync(code, this.Candidate(), ct) is { State: AttemptState.InProgress } attempt
            ? Again(await PageAsync(attempt, page, ct), answers, "OpenedElsewhere") : HandedInBefore(code);
    }

    private ViewResult Again(AttemptPage shown, List<GivenAnswer> answers, string why)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        // The form posted an older seat; the page has to write the one it was just given.
        ModelState.Clear();
        ModelState.AddModelError("", text[why]);
        return View(nameof(Show), shown with { Slots = AnswerForm.Overlay(shown.Slots, answers) });
    }

    private async Task<AttemptPage> PageAsync(AttemptView attempt, int page, CancellationToken ct) =>
        AttemptPage.Of(attempt, page) with { Messages = attempt.HasNews ? await seats.MessagesAsync(attempt.Code, User.PersonKey, ct) : [] };

    private LocalRedirectResult ToReview(PublicCode code) => LocalRedirect(ExamAddress.Review(code));
}

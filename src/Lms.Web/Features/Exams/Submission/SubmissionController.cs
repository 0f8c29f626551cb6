namespace Lms.Web.Features.Exams.Submission;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Data;
using Lms.Web.Features.Exams.Sitting;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

/// <summary>The look over one's answers before handing in, and the handing in.</summary>
[Requires(Permission.Learn)]
[Route("attempts/{code}/submission")]
public sealed class SubmissionController(Exams exams, AnswerFiles files, IStringLocalizer<ExamsText> text) : Controller
{
    private static readonly TimeSpan NearlyUp = TimeSpan.FromSeconds(3);

    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { } attempt) return NotFound();
        if (attempt.State != AttemptState.InProgress) return ToReview(code);
        if (attempt.Outside) return LocalRedirect(ExamAddress.Attempt(code));
        if (attempt.PausedAt is not null) return this.Paused(attempt);
        if (attempt.IsSectionOver) return LocalRedirect(ExamAddress.Attempt(code));
        return attempt.IsOver ? View("TimeUp", attempt) : View(AttemptPage.Of(attempt, 1));
    }

    /// <param name="automatic">The script does it because time is up. A device that missed a pause or an extension, or whose clock is wrong, is sent back to its questions.</param>
    /// <param name="page">The page of questions whose answers came along: the exam's script hands in from there.</param>
    [HttpPost, RequestSizeLimit(PageFiles.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = PageFiles.LargestRequest)]
    public async Task<IActionResult> HandIn(PublicCode code, int? page, bool automatic, CancellationToken ct)
    {
        if ((automatic || page is not null) && await exams.ShowAsync(code, this.Candidate(), ct) is { State: AttemptState.InProgress } going)
        {
            // A page of questions hands in the last section alone, or what is left when the whole time is up.
            if (going.Timed is { IsLast: false } && !going.IsOver || page is not null && ExamSeat.IsOfEarlierSection(Request, going)) return LocalRedirect(ExamAddress.Attempt(code));
            if (automatic && (going.PausedAt is not null || going.EndsAt - going.Now > NearlyUp)) return LocalRedirect(ExamAddress.Attempt(code));
        }

        var lost = page is { } shown && !await SaveLastAsync(code, shown, ct);
        return await exams.HandInAsync(code, User.PersonKey, ct) switch
        {
            HandInOutcome.Graded => lost ? ToReview(code, NoticeKind.Warning, text["TimeRanOut"]) : ToReview(code, NoticeKind.Success, text["HandedIn"]),
            HandInOutcome.AwaitingMarking => lost ? ToReview(code, NoticeKind.Warning, text["TimeRanOut"]) : ToReview(code),
            HandInOutcome.AlreadyHandedIn => ToReview(code, NoticeKind.Info, text["HandedInBefore"]),
            HandInOutcome.NotFound => NotFound(),
        };
    }

    /// <returns>False where something was answered that will not count.</returns>
    private async Task<bool> SaveLastAsync(PublicCode code, int page, CancellationToken ct)
    {
        if (await exams.ShowAsync(code, this.Candidate(), ct) is not { State: AttemptState.InProgress } attempt) return true;
        var shown = AttemptPage.Of(attempt, page);
        var answers = AnswerForm.Changes(Request.Form, shown.Slots);
        // What an older page still shows must not overwrite what was answered on the later one.
        return (answers.Count == 0 || (await exams.AnswerAsync(code, this.Candidate(), answers, ct)).Outcome is AnswerOutcome.Saved or AnswerOutcome.Elsewhere)
            && (await PageFiles.SaveAsync(files, code, this.Candidate(), Request.Form, remove: null, shown, ct)).Count == 0;
    }

    private LocalRedirectResult ToReview(PublicCode code, NoticeKind kind, string message)
    {
        this.Tell(kind, message);
        return ToReview(code);
    }

    private LocalRedirectResult ToReview(PublicCode code) => LocalRedirect(ExamAddress.Review(code));
}

namespace Lms.Web.Features.Exams.Review;

using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Features.Learning;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

/// <summary>A handed-in attempt, as far as the paper's review policy lets it be seen.</summary>
[Requires(Permission.Learn)]
public sealed class ReviewController(Exams exams, ExamResults results, Learning learning, TimeProvider clock) : Controller
{
    [HttpGet("attempts/{code}/review")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await exams.ReviewAsync(code, User.PersonKey, ct) is not { } review)
            return await exams.ShowAsync(code, User.PersonKey, ct) switch
            {
                null => NotFound(),
                { State: AttemptState.InProgress } => LocalRedirect(ExamAddress.Attempt(code)),
                var attempt => View("Pending", attempt),
            };

        var mine = (await learning.ClassesAsync(User.PersonKey, ct)).FirstOrDefault(c => c.ClassKey == review.ContextKey);
        var exam = await exams.DetailAsync(review.ExamCode, ct);
        var sittings = exam is null ? null : Sittings.Of(exam, await results.OfLearnerAsync(User.PersonKey, ct));
        var now = clock.GetUtcNow().UtcDateTime;
        return View(new ReviewModel(review, sittings, mine is null ? null : NextStep.Of(mine, sittings, now), now));
    }
}

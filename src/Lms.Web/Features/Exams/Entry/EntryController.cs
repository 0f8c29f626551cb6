namespace Lms.Web.Features.Exams.Entry;

using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

/// <summary>The door of an exam: its rules, and the start of an attempt.</summary>
[Requires(Permission.Learn)]
[Route("exams/{code}")]
public sealed class EntryController(Exams exams, ExamResults results, Learning learning, TimeProvider clock, IStringLocalizer<ExamsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        var mine = (await learning.ClassesAsync(User.PersonKey, ct)).FirstOrDefault(c => c.ExamCode == code);
        if (mine is null || await exams.DetailAsync(code, ct) is not { } exam) return NotFound();
        var sittings = Sittings.Of(exam, await results.OfLearnerAsync(User.PersonKey, ct));
        return View(new EntryModel(sittings, mine, clock.GetUtcNow().UtcDateTime));
    }

    [HttpPost("attempts")]
    public async Task<IActionResult> Start(PublicCode code, CancellationToken ct)
    {
        if (await learning.ClassOfExamAsync(code, User.PersonKey, ct) is null) return Refused(text["NotYourTurn"]);
        var (outcome, attempt) = await exams.StartAsync(code, User.PersonKey, ct);
        return outcome switch
        {
            StartOutcome.Started or StartOutcome.Resumed => LocalRedirect(ExamAddress.Attempt(attempt!.Value)),
            StartOutcome.NotFound => NotFound(),
            StartOutcome.NotOpenYet => Refused(text["NotOpenYet"]),
            StartOutcome.Closed => Refused(text["Closed"]),
            StartOutcome.NoAttemptsLeft => Refused(text["NoAttemptsLeft"]),
        };

        // Somebody who is not enrolled meets the same 404 behind this redirect as somebody who guesses.
        LocalRedirectResult Refused(string why)
        {
            this.Tell(NoticeKind.Warning, why);
            return LocalRedirect(ExamAddress.Exam(code));
        }
    }
}

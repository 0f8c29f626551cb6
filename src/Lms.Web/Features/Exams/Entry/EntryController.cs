namespace Lms.Web.Features.Exams.Entry;

using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

/// <summary>The door of an exam: its rules, and the start of an attempt.</summary>
[Requires(Permission.Learn)]
[Route("exams/{code}")]
public sealed class EntryController(Exams exams, ExamResults results, Learning learning, Seats seats, WrongCodes wrongCodes, TimeProvider clock, IStringLocalizer<ExamsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        var mine = (await learning.ClassesAsync(User.PersonKey, ct)).FirstOrDefault(c => c.ExamCode == code);
        if (mine is null || await exams.DetailAsync(code, ct) is not { } exam) return NotFound();
        var sittings = Sittings.Of(exam, await results.OfLearnerAsync(User.PersonKey, ct));
        return View("Show", new EntryModel(sittings, mine, (await seats.AllowanceAsync(code, User.PersonKey, ct))!, clock.GetUtcNow().UtcDateTime, exam.MayBeSatFrom(HttpContext.Connection.RemoteIpAddress))
        {
            Result = sittings.HandedIn.Count() > 1 && (await results.ResultsAsync(exam.Key, User.PersonKey, ct)).TryGetValue(User.PersonKey, out var result) ? result : null,
        });
    }

    [HttpPost("attempts")]
    public async Task<IActionResult> Start(PublicCode code, string? accessCode, CancellationToken ct)
    {
        if (await learning.ClassOfExamAsync(code, User.PersonKey, ct) is null) return Refused(text["NotYourTurn"]);
        if (!wrongCodes.MayTry(User.PersonKey, code)) return await CodeRefusedAsync(text["TooManyWrongCodes", WrongCodes.WaitMinutes]);
        var (outcome, attempt) = await exams.StartAsync(code, this.Candidate(accessCode), ct);
        if (outcome == StartOutcome.WrongCode && !string.IsNullOrWhiteSpace(accessCode)) wrongCodes.Missed(User.PersonKey, code);
        return outcome switch
        {
            StartOutcome.Started or StartOutcome.Resumed => LocalRedirect(ExamAddress.Attempt(attempt!.Value)),
            StartOutcome.NotFound => NotFound(),
            StartOutcome.NotOpenYet => Refused(text["NotOpenYet"]),
            StartOutcome.Closed => Refused(text["Closed"]),
            StartOutcome.NoAttemptsLeft => Refused(text["NoAttemptsLeft"]),
            StartOutcome.CoolingOff => Refused(text["CoolingOffYet"]),
            StartOutcome.OutsideNetwork => Refused(text["OutsideNetwork"]),
            StartOutcome.WrongCode => await CodeRefusedAsync(text[string.IsNullOrWhiteSpace(accessCode) ? "CodeMissing" : "CodeWrong"]),
        };

        // Somebody who is not enrolled meets the same 404 behind this redirect as somebody who guesses.
        LocalRedirectResult Refused(string why)
        {
            this.Tell(NoticeKind.Warning, why);
            return LocalRedirect(ExamAddress.Exam(code));
        }

        // Said at the field too: on a phone it stands far below the head of the page.
        async Task<IActionResult> CodeRefusedAsync(string why)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("accessCode", why);
            return await Show(code, ct);
        }
    }
}

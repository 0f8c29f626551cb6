using Lms.Assessment.Marking;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.Web.Features.Marking.Scripts;

/// <summary>One answer to mark, without its author's name. After a mark comes the next that waits, in the chosen order.</summary>
[Requires(Permission.Teach), Route("teaching/marking/{attempt}/{slot:int}")]
public sealed class ScriptController(MarkingFace marking, Responsibilities responsibilities, IStringLocalizer<MarkingText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode attempt, int slot, MarkingOrder by, CancellationToken ct)
    {
        if (!await MayMarkAsync(attempt, ct)) return NotFound();
        return await marking.ScriptAsync(new ScriptAddress(attempt, slot), User.PersonKey, by, ct) is { } script
            ? View("Script", new ScriptPage(script, MarkForm.Of(script), by)) : ToQueue(by, NoticeKind.Info, "NotWaiting");
    }

    [HttpPost("")]
    public async Task<IActionResult> Mark(PublicCode attempt, int slot, MarkingOrder by, MarkForm form, CancellationToken ct)
    {
        if (!await MayMarkAsync(attempt, ct)) return NotFound();
        if (await marking.ScriptAsync(new ScriptAddress(attempt, slot), User.PersonKey, by, ct) is not { } script) return ToQueue(by, NoticeKind.Warning, "Decided");
        if (form.Read(script) is not { } mark) return Again(script, form, by, script.Rubric.Count > 0 ? "LevelMissing" : "PointsWrong");
        return await marking.MarkAsync(script.Address, User.PersonKey, mark, ct) switch
        {
            MarkOutcome.Saved or MarkOutcome.Graded => Next(script, by),
            MarkOutcome.OutOfRange => Again(script, form, by, "PointsWrong"),
            MarkOutcome.CommentTooLong => Again(script, form, by, "CommentTooLong"),
            MarkOutcome.MarkedMeanwhile => Again(script, form, by, "MarkedMeanwhile"),
            MarkOutcome.Decided => ToQueue(by, NoticeKind.Warning, "Decided"),
            MarkOutcome.NotFound => NotFound(),
        };
    }

    private LocalRedirectResult Next(Script script, MarkingOrder by)
    {
        this.Tell(NoticeKind.Success, text["Saved", script.Number]);
        return LocalRedirect(script.Next is { } next ? MarkingAddress.Of(next, by) : MarkingAddress.Queue(by));
    }

    private ViewResult Again(Script script, MarkForm form, MarkingOrder by, string key)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(key == "CommentTooLong" ? nameof(MarkForm.Comment) : script.Rubric.Count > 0 ? nameof(MarkForm.Levels) : nameof(MarkForm.Points), text[key, script.Maximum.Text]);
        return View("Script", new ScriptPage(script, form, by));
    }

    private LocalRedirectResult ToQueue(MarkingOrder by, NoticeKind kind, string key)
    {
        this.Tell(kind, text[key]);
        return LocalRedirect(MarkingAddress.Queue(by));
    }

    /// <summary>Only who teaches the class marks its exam; to others the script does not exist.</summary>
    private async Task<bool> MayMarkAsync(PublicCode attempt, CancellationToken ct) =>
        await marking.ExamOfAsync(attempt, ct) is { } exam && (await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct)).Contains(exam);
}

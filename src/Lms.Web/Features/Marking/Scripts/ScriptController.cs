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

/// <summary>One answer to mark, without its author's name. After a mark comes the next answer to the same question.</summary>
[Requires(Permission.Teach), Route("teaching/marking/{attempt}/{slot:int}")]
public sealed class ScriptController(MarkingFace marking, Responsibilities responsibilities, IStringLocalizer<MarkingText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode attempt, int slot, CancellationToken ct)
    {
        if (!await MayMarkAsync(attempt, ct)) return NotFound();
        return await marking.ScriptAsync(new ScriptAddress(attempt, slot), User.PersonKey, ct) is { } script
            ? View("Script", new ScriptPage(script, MarkForm.Of(script))) : ToQueue(NoticeKind.Info, "NotWaiting");
    }

    [HttpPost("")]
    public async Task<IActionResult> Mark(PublicCode attempt, int slot, MarkForm form, CancellationToken ct)
    {
        if (!await MayMarkAsync(attempt, ct)) return NotFound();
        if (await marking.ScriptAsync(new ScriptAddress(attempt, slot), User.PersonKey, ct) is not { } script) return ToQueue(NoticeKind.Warning, "Decided");
        if (form.Read(script) is not { } mark) return Again(script, form, script.Rubric.Count > 0 ? "LevelMissing" : "PointsWrong");
        return await marking.MarkAsync(script.Address, User.PersonKey, mark, ct) switch
        {
            MarkOutcome.Saved or MarkOutcome.Graded => Next(script),
            MarkOutcome.OutOfRange => Again(script, form, "PointsWrong"),
            MarkOutcome.CommentTooLong => Again(script, form, "CommentTooLong"),
            MarkOutcome.MarkedMeanwhile => Again(script, form, "MarkedMeanwhile"),
            MarkOutcome.Decided => ToQueue(NoticeKind.Warning, "Decided"),
            MarkOutcome.NotFound => NotFound(),
        };
    }

    private LocalRedirectResult Next(Script script)
    {
        this.Tell(NoticeKind.Success, text["Saved", script.Number]);
        return LocalRedirect(script.Next is { } next ? $"/teaching/marking/{next.Attempt}/{next.Slot}" : "/teaching/marking");
    }

    private ViewResult Again(Script script, MarkForm form, string key)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(key == "CommentTooLong" ? nameof(MarkForm.Comment) : script.Rubric.Count > 0 ? nameof(MarkForm.Levels) : nameof(MarkForm.Points), text[key, script.Maximum.Text]);
        return View("Script", new ScriptPage(script, form));
    }

    private LocalRedirectResult ToQueue(NoticeKind kind, string key)
    {
        this.Tell(kind, text[key]);
        return LocalRedirect("/teaching/marking");
    }

    /// <summary>Only who teaches the class marks its exam; to others the script does not exist.</summary>
    private async Task<bool> MayMarkAsync(PublicCode attempt, CancellationToken ct) =>
        await marking.ExamOfAsync(attempt, ct) is { } exam && (await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct)).Contains(exam);
}

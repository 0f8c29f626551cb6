using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Invigilation.Room;

/// <summary>
/// The live view of an exam, and what may be done to it. The same pages for those who plan a class and for those who teach
/// it; which classes those are, the two controllers below say.
/// </summary>
public abstract class RoomController(RoomReading reading, Interventions interventions, IStringLocalizer<InvigilationText> text) : Controller
{
    protected abstract string PathOf(PublicCode code);
    protected abstract Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct);

    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) => await PageAsync(code, new RoomForm(), ct) is { } page ? View("Room", page) : NotFound();

    /// <summary>The list alone, asked for every few seconds by the page's script; 304 where nothing is to be seen that was not.</summary>
    [HttpGet("seats")]
    public async Task<IActionResult> Seats(PublicCode code, CancellationToken ct)
    {
        if (await PageAsync(code, new RoomForm(), ct) is not { } page) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ETag = page.Tag;
        return Request.Headers.IfNoneMatch == page.Tag ? StatusCode(StatusCodes.Status304NotModified) : PartialView("_Seats", page);
    }

    [HttpGet("people/{person:guid}")]
    public async Task<IActionResult> Person(PublicCode code, Guid person, CancellationToken ct) =>
        await PageAsync(code, new RoomForm(), ct) is { } page && await reading.PersonAsync(page, person, ct) is { } shown ? View("Person", shown) : NotFound();

    [HttpPost("pauses")]
    public Task<IActionResult> PauseAll(PublicCode code, RoomForm form, CancellationToken ct) => OnAllAsync(code, form, "Pause", exam => interventions.PauseAsync(exam, null, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("resumptions")]
    public Task<IActionResult> ResumeAll(PublicCode code, RoomForm form, CancellationToken ct) => OnAllAsync(code, form, "Resume", exam => interventions.ResumeAsync(exam, null, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("extensions")]
    public Task<IActionResult> Extend(PublicCode code, RoomForm form, CancellationToken ct) =>
        OnAllAsync(code, form, "Extend", exam => interventions.ExtendAsync(exam, FormText.Number(form.Minutes) ?? 0, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("messages")]
    public Task<IActionResult> TellAll(PublicCode code, RoomForm form, CancellationToken ct) => OnAllAsync(code, form, "Message", exam => interventions.TellAsync(exam, null, form.Text, User.PersonKey, ct), ct);

    [HttpPost("people/{person:guid}/extra-time")]
    public Task<IActionResult> Allow(PublicCode code, Guid person, RoomForm form, CancellationToken ct) => OnOneAsync(code, person, form, "Extra",
        (exam, _) => interventions.AllowAsync(exam, person, new ExtraTime(FormText.Number(form.Percent), FormText.Number(form.Minutes)), form.Reason, User.PersonKey, ct), ct);

    [HttpPost("people/{person:guid}/pauses")]
    public Task<IActionResult> Pause(PublicCode code, Guid person, RoomForm form, CancellationToken ct) => OnOneAsync(code, person, form, "Pause", (exam, seat) => interventions.PauseAsync(exam, seat, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("people/{person:guid}/resumptions")]
    public Task<IActionResult> Resume(PublicCode code, Guid person, RoomForm form, CancellationToken ct) => OnOneAsync(code, person, form, "Resume", (exam, seat) => interventions.ResumeAsync(exam, seat, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("people/{person:guid}/submissions")]
    public Task<IActionResult> Submit(PublicCode code, Guid person, RoomForm form, CancellationToken ct) => OnOneAsync(code, person, form, "Submit", (exam, seat) => interventions.SubmitAsync(exam, seat, form.Reason, User.PersonKey, ct), ct);

    [HttpPost("people/{person:guid}/messages")]
    public Task<IActionResult> TellOne(PublicCode code, Guid person, RoomForm form, CancellationToken ct) => OnOneAsync(code, person, form, "Message", (exam, seat) => interventions.TellAsync(exam, seat, form.Text, User.PersonKey, ct), ct);

    private async Task<IActionResult> OnAllAsync(PublicCode code, RoomForm form, string act, Func<Guid, Task<InterventionOutcome>> what, CancellationToken ct)
    {
        if (await PageAsync(code, form, ct) is not { } page) return NotFound();
        var outcome = await what(page.Room.ExamKey);
        return Answer(outcome, act, PathOf(code)) ?? this.Again("Room", page);
    }

    private async Task<IActionResult> OnOneAsync(PublicCode code, Guid person, RoomForm form, string act, Func<Guid, PublicCode, Task<InterventionOutcome>> what, CancellationToken ct)
    {
        if (await PageAsync(code, form, ct) is not { } page || await reading.PersonAsync(page, person, ct) is not { } shown) return NotFound();
        // Extra time can be allowed before there is an attempt; whatever else needs one.
        var outcome = shown.Row.Seat is null && act != "Extra" ? InterventionOutcome.NobodyConcerned : await what(page.Room.ExamKey, shown.Row.Seat?.Code ?? default);
        return Answer(outcome, act, $"{PathOf(code)}/people/{person}") ?? this.Again("Person", shown);
    }

    /// <summary>Null where the form is to be shown again, with what is wrong at its field.</summary>
    private IActionResult? Answer(InterventionOutcome outcome, string act, string back)
    {
        switch (outcome)
        {
            case InterventionOutcome.Done:
                this.Tell(NoticeKind.Success, text[$"Done.{act}"]);
                return LocalRedirect(back);
            case InterventionOutcome.NotFound:
                return NotFound();
            case InterventionOutcome.NobodyConcerned:
                this.Tell(NoticeKind.Warning, text["NobodyConcerned"]);
                return LocalRedirect(back);
            case InterventionOutcome.OutOfRange or InterventionOutcome.LessThanGiven:
                ModelState.AddModelError($"{act}-Minutes", text[outcome.ToString()]);
                return null;
            case InterventionOutcome.TextMissing or InterventionOutcome.TextTooLong:
                ModelState.AddModelError(act == "Message" ? $"{act}-Text" : $"{act}-Reason", text[act == "Message" && outcome == InterventionOutcome.TextMissing ? "MessageMissing" : outcome.ToString()]);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException($"{outcome} has no answer.");
        }
    }

    private async Task<RoomPage?> PageAsync(PublicCode code, RoomForm form, CancellationToken ct) =>
        await FindAsync(code, ct) is { } found ? await reading.FindAsync(PathOf(code), found, form, ct) : null;
}

[Requires(Permission.PlanClasses), Route("classes/{code}/room")]
public sealed class PlannersRoomController(Classes classes, RoomReading reading, Interventions interventions, IStringLocalizer<InvigilationText> text) : RoomController(reading, interventions, text)
{
    protected override string PathOf(PublicCode code) => $"/classes/{code}/room";
    protected override Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct) => classes.FindAsync(code, User.ScopeOf(Permission.PlanClasses), ct);
}

[Requires(Permission.Teach), Route("teaching/{code}/room")]
public sealed class TeachersRoomController(Classes classes, RoomReading reading, Interventions interventions, IStringLocalizer<InvigilationText> text) : RoomController(reading, interventions, text)
{
    protected override string PathOf(PublicCode code) => $"/teaching/{code}/room";
    protected override async Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, ct) is { } found && found.InstructorKeys.Contains(User.PersonKey) ? found : null;
}

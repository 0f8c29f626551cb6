using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Planning;

/// <summary>What the exam of a class asks of those who come in: a code, a network.</summary>
[Requires(Permission.PlanClasses), Route("classes/{code}/exam-door")]
public sealed class ExamDoorController(Classes classes, ExamDoors doors, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) =>
        await FindAsync(code, ct) is var (found, exam) && await doors.FindAsync(exam, ct) is { } door
            ? Page(found, new ExamDoorForm(door.AccessCode, door.Networks.Replace(' ', '\n'))) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Change([FromRoute] PublicCode code, ExamDoorForm form, string? button, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not var (found, exam)) return NotFound();
        if (button == "NewCode")
        {
            ModelState.Clear();
            return Page(found, form with { AccessCode = ExamDoors.NewCode() });
        }

        var (outcome, unreadable) = await doors.SetAsync(exam, new ExamDoor(form.AccessCode ?? "", form.Networks ?? ""), ct);
        switch (outcome)
        {
            case DoorOutcome.NotFound: return NotFound();
            case DoorOutcome.Done:
                this.Tell(NoticeKind.Success, text["DoorSaved"]);
                return Redirect($"/classes/{code}");
            case DoorOutcome.CodeTooShort or DoorOutcome.CodeTooLong:
                ModelState.Refuse(nameof(form.AccessCode), text[$"Door.{outcome}", ExamDoors.ShortestCode, ExamDoors.LongestCode]);
                break;
            case DoorOutcome.NetworkUnreadable or DoorOutcome.TooManyNetworks:
                ModelState.Refuse(nameof(form.Networks), text[$"Door.{outcome}", unreadable]);
                break;
        }

        return this.Again("ExamDoor", new ExamDoorPage(found, form, HttpContext.Connection.RemoteIpAddress?.ToString()));
    }

    private ViewResult Page(ClassDetail found, ExamDoorForm form) => View("ExamDoor", new ExamDoorPage(found, form, HttpContext.Connection.RemoteIpAddress?.ToString()));

    private async Task<(ClassDetail Class, Guid Exam)?> FindAsync(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, User.ScopeOf(Permission.PlanClasses), ct) is { ExamKey: { } exam } found ? (found, exam) : null;
}

/// <summary>As typed.</summary>
public sealed record ExamDoorForm(string? AccessCode = null, string? Networks = null);

/// <param name="Address">The visitor's own, as an example.</param>
public sealed record ExamDoorPage(ClassDetail Class, ExamDoorForm Form, string? Address);

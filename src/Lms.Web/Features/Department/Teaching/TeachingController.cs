using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Department.Teaching;

/// <summary>The classes an instructor teaches, to read. Another's class does not exist here.</summary>
[Requires(Permission.Teach), Route("teaching")]
public sealed class TeachingController(Classes classes, Enrolments enrolments, ExamResults results, People people) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1, CancellationToken ct = default) =>
        View("Teaching", await classes.PageAsync(new ClassFilter(InstructorKey: User.PersonKey), Math.Max(1, page), ct: ct));

    [HttpGet("{code}")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await classes.FindAsync(code, ct) is not { } found || !found.InstructorKeys.Contains(User.PersonKey)) return NotFound();
        return View("TaughtClass", new TaughtClass(found, await enrolments.RosterAsync(code, ct: ct), (await ResultTable.OfAsync(found, results, people, ct)) with { ReplayPath = "/teaching/replays" }));
    }
}

public sealed record TaughtClass(ClassDetail Class, IReadOnlyList<RosterRow> Roster, ResultTable Results);

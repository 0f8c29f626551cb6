using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Completion;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Teaching;

/// <summary>The classes an instructor teaches, to read. Another's class does not exist here.</summary>
[Requires(Permission.Teach), Route("teaching")]
public sealed class TeachingController(Classes classes, Enrolments enrolments, ExamResults results, People people, Certification certification, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1, CancellationToken ct = default) =>
        View("Teaching", await classes.PageAsync(new ClassFilter(InstructorKey: User.PersonKey), Math.Max(1, page), ct: ct));

    [HttpGet("{code}")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await classes.FindAsync(code, ct) is not { } found || !found.InstructorKeys.Contains(User.PersonKey)) return NotFound();
        return View("TaughtClass", new TaughtClass(found, await enrolments.RosterAsync(code, ct: ct), (await ResultTable.OfAsync(found, results, people, ct)) with { ReplayPath = "/teaching/replays" },
            await certification.ToProposeAsync(code, ct)));
    }

    /// <summary>The instructor proposes (đề nghị cấp) whoever has completed the class and has no certificate.</summary>
    [HttpPost("{code}/proposals")]
    public async Task<IActionResult> Propose(PublicCode code, CancellationToken ct)
    {
        if (await classes.FindAsync(code, ct) is not { } found || !found.InstructorKeys.Contains(User.PersonKey)) return NotFound();
        var outcomes = await certification.ProposeAsync(code, User.PersonKey, ct);
        if (outcomes.Count == 0) this.Tell(NoticeKind.Info, text["NobodyToPropose"]);
        else this.Tell(NoticeKind.Success, string.Join(" ", outcomes.Select(o => $"{o.Value}: {text[$"Issue.{o.Key}"].Value}")));
        return Redirect($"/teaching/{code}");
    }
}

/// <param name="ToPropose">How many have completed it and are neither certified nor proposed.</param>
public sealed record TaughtClass(ClassDetail Class, IReadOnlyList<RosterRow> Roster, ResultTable Results, int ToPropose);

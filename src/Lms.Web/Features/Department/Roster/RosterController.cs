using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Spreadsheets;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Roster;

/// <summary>Who is in a class and how far; taking the list along; taking somebody off it.</summary>
[Requires(Permission.PlanClasses), Route("classes/{code}")]
public sealed class RosterController(Classes classes, Enrolments enrolments, People people, IStringLocalizer<DepartmentText> text) : Controller
{
    private Scope Scope => User.ScopeOf(Permission.PlanClasses);

    [HttpGet("roster")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? View("Roster", new RosterPage(found, await enrolments.RosterAsync(code, ct: ct))) : NotFound();

    [HttpGet("roster/file.csv")]
    public async Task<IActionResult> Csv(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? File(CsvFile.Write(await TableAsync(found, ct)), CsvFile.ContentType, $"danh-sach-{found.PublicCode}.csv") : NotFound();

    [HttpGet("roster/file.xlsx")]
    public async Task<IActionResult> Xlsx(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? File(XlsxFile.Write(await TableAsync(found, ct)), XlsxFile.ContentType, $"danh-sach-{found.PublicCode}.xlsx") : NotFound();

    [HttpGet("enrolments/{person:guid}")]
    public async Task<IActionResult> Enrolment(PublicCode code, Guid person, CancellationToken ct)
    {
        if (await classes.FindAsync(code, Scope, ct) is not { } found) return NotFound();
        if ((await enrolments.RosterAsync(code, ct: ct)).Find(r => r.PersonKey == person) is not { } row) return NotFound();
        var steps = await enrolments.HistoryAsync(row.EnrolmentKey, ct);
        return View("Enrolment", new EnrolmentPage(found, row, steps, await people.NamesAsync([.. steps.Select(s => s.By).OfType<Guid>().Distinct()], ct)));
    }

    [HttpPost("enrolments/{person:guid}/withdrawal")]
    public async Task<IActionResult> Withdraw([FromRoute] PublicCode code, [FromRoute] Guid person, string? reason, CancellationToken ct)
    {
        if (await classes.FindAsync(code, Scope, ct) is null || await people.FindAsync(person, ct) is not { } whom) return NotFound();
        if (await enrolments.WithdrawAsync(code, person, reason, User.PersonKey, ct)) this.Tell(NoticeKind.Success, text["Withdrawn", whom.FullName]);
        else this.Tell(NoticeKind.Info, text["NotWithdrawn", whom.FullName]);
        return Redirect($"/classes/{code}/roster");
    }

    private async Task<Table> TableAsync(ClassDetail found, CancellationToken ct) => RosterWords.Table(found.Code, await enrolments.RosterAsync(found.PublicCode, ct: ct), text);
}

public sealed record RosterPage(ClassDetail Class, IReadOnlyList<RosterRow> Rows);
public sealed record EnrolmentPage(ClassDetail Class, RosterRow Row, IReadOnlyList<EnrolmentStep> Steps, IReadOnlyDictionary<Guid, string> Names);

using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Web.Identity;
using Lms.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Admission;

/// <summary>Enrolling (ghi danh) by a list of staff codes or a spreadsheet: all of them or none, and every line is answered.</summary>
[Requires(Permission.PlanClasses), Route("classes/{code}/enrolments")]
public sealed class AdmissionController(Classes classes, Enrolments enrolments, IStringLocalizer<DepartmentText> text) : Controller
{
    private Scope Scope => User.ScopeOf(Permission.PlanClasses);

    [HttpGet("")]
    public async Task<IActionResult> Form(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? View("Admission", new AdmissionPage(found, null, [])) : NotFound();

    /// <summary>Answers with the page itself: posted again, it enrols nobody twice.</summary>
    [HttpPost(""), RequestSizeLimit(10 * 1024 * 1024)]
    public async Task<IActionResult> Create([FromRoute] PublicCode code, string? codes, IFormFile? sheet, CancellationToken ct)
    {
        if (await classes.FindAsync(code, Scope, ct) is not { } found) return NotFound();
        var lines = StaffCodes.Typed(codes);
        if (sheet is { Length: > 0 })
        {
            await using var file = sheet.OpenReadStream();
            (lines, var problem) = StaffCodes.Of(file, text);
            if (problem is not null) ModelState.Refuse("sheet", problem);
        }
        else if (lines.Count == 0)
        {
            ModelState.Refuse("codes", text["NoCodes"]);
        }
        else if (lines.Count > SheetReader.MostRows || lines.Find(l => l.Code.Length > 40) is not null)
        {
            ModelState.Refuse("codes", lines.Count > SheetReader.MostRows ? text["Sheet.TooManyRows", SheetReader.MostRows] : text["SheetCodeTooLong", lines.Find(l => l.Code.Length > 40)!.Place]);
        }

        if (!ModelState.IsValid) return this.Again("Admission", new AdmissionPage(found, codes, []));

        var outcomes = (await enrolments.EnrolAsync(code, [.. lines.Select(l => l.Code)], User.PersonKey, ct)).ToDictionary(r => r.StaffCode, r => r.Outcome, StringComparer.Ordinal);
        var answers = lines.Where(l => outcomes.ContainsKey(OneLine(l.Code))).Select(l => new AdmissionLine(l.Place, l.Code, outcomes[OneLine(l.Code)])).ToList();
        if (answers.TrueForAll(a => Welcome(a.Outcome))) return View("Admission", new AdmissionPage((await classes.FindAsync(code, ct))!, null, answers));

        ModelState.Refuse(sheet is { Length: > 0 } ? "sheet" : "codes", text["NobodyWasEnrolled", answers.Count]);
        return this.Again("Admission", new AdmissionPage(found, codes, answers));
    }

    private static string OneLine(string code) => string.Join(' ', code.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static bool Welcome(EnrolOutcome outcome) => outcome switch
    {
        EnrolOutcome.Enrolled or EnrolOutcome.AlreadyEnrolled => true,
        EnrolOutcome.UnknownClass or EnrolOutcome.UnknownPerson or EnrolOutcome.ClassFull or EnrolOutcome.ClassCancelled => false,
    };
}

public sealed record AdmissionLine(int Place, string StaffCode, EnrolOutcome Outcome);
public sealed record AdmissionPage(ClassDetail Class, string? Codes, IReadOnlyList<AdmissionLine> Answers)
{
    public int Enrolled => Answers.Count(a => a.Outcome is EnrolOutcome.Enrolled);
}

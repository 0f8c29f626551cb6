using Lms.Training.Organisations;
using Lms.Training.Reports;
using Lms.Web.Identity;
using Lms.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Reports.Programme;

/// <summary>The programme report: classes and attendances as the department reports them, on the page and as a file.</summary>
[Requires(Permission.ViewReports), Route("reports/programme")]
public sealed class ProgrammeReportController(ProgrammeReports reports, Organisations organisations, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int? from, int? to, Guid? institution, CancellationToken ct) => View("ProgrammeReport", new ProgrammeReportPage(
        await CompileAsync(from, to, institution, ct), institution, await organisations.ListAsync(kind: OrganisationKind.Institution, ct: ct)));

    [HttpGet("file.csv")]
    public async Task<IActionResult> Csv(int? from, int? to, Guid? institution, CancellationToken ct) =>
        File(CsvFile.Write([.. Tables(await CompileAsync(from, to, institution, ct))]), CsvFile.ContentType, "bao-cao-chuong-trinh.csv");

    [HttpGet("file.xlsx")]
    public async Task<IActionResult> Xlsx(int? from, int? to, Guid? institution, CancellationToken ct) =>
        File(XlsxFile.Write([.. Tables(await CompileAsync(from, to, institution, ct))]), XlsxFile.ContentType, "bao-cao-chuong-trinh.xlsx");

    /// <summary>Years the wrong way round are turned, not refused: it is plain what was meant.</summary>
    private Task<ProgrammeReport> CompileAsync(int? from, int? to, Guid? institution, CancellationToken ct) =>
        from > to ? reports.CompileAsync(to, from, institution, ct) : reports.CompileAsync(from, to, institution, ct);

    private IEnumerable<Table> Tables(ProgrammeReport report)
    {
        yield return Table("ByYear", [.. report.ByYear, report.Total with { Label = text["Total"] }]);
        yield return Table("ByInstitution", report.ByInstitution);
        yield return Table("ByGroup", [.. report.ByWorkforceGroup.Select(r => r with { Label = text[$"Group.{r.Label}"] })]);
        yield return Table("ByProgramme", report.ByProgramme);
    }

    private Table Table(string cut, IReadOnlyList<ReportRow> rows) => new(text[cut],
        [text[$"{cut}.Label"], text["Classes"], text["Attendances"], text["Sat"], text["Passed"], text["PassRate"], text["Certificates"]],
        [.. rows.Select(r => (IReadOnlyList<object?>)[r.Label, r.Classes, r.Attendances, r.Sat, r.Passed, r.PassRate is { } rate ? Math.Round(rate, 4) : null, r.Certificates])]);
}

public sealed record ProgrammeReportPage(ProgrammeReport Report, Guid? Institution, IReadOnlyList<OrganisationRow> Institutions);

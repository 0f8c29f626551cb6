using System.Globalization;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Reports;

/// <summary>Classes and attendances (lượt người) of one cut of the programme. PassRate is passed over sat, 0 to 1; null where nobody sat.</summary>
/// <param name="Attendances">Enrolments not withdrawn from; <paramref name="Sat"/> and <paramref name="Passed"/> count them by their exam, <paramref name="Certificates"/> by the certificate issued for them.</param>
public sealed record ReportRow(string Label, int Classes, int Attendances, int Sat, int Passed, int Certificates)
{
    public decimal? PassRate => Sat == 0 ? null : (decimal)Passed / Sat;
}
public sealed record ProgrammeReport(int? FromYear, int? ToYear, ReportRow Total, IReadOnlyList<ReportRow> ByYear, IReadOnlyList<ReportRow> ByInstitution, IReadOnlyList<ReportRow> ByWorkforceGroup, IReadOnlyList<ReportRow> ByProgramme);

/// <summary>Set-based: the number of queries does not grow with the number of classes. A class belongs to the year it starts in; cancelled ones do not count.</summary>
public sealed class ProgrammeReports(LmsDb db)
{
    /// <summary>
    /// Labels of the workforce cut are <see cref="WorkforceGroup"/> names ("" where unknown); the page translates them. A
    /// class with people of two groups counts in both, so that cut's classes do not add up to the total.
    /// </summary>
    public async Task<ProgrammeReport> CompileAsync(int? fromYear, int? toYear, Guid? institutionKey, CancellationToken ct = default)
    {
        var classes = db.Classes.Where(c => c.CancelledAt == null
            && (fromYear == null || c.StartsOn.Year >= fromYear) && (toYear == null || c.StartsOn.Year <= toYear)
            && (institutionKey == null || c.InstitutionKey == institutionKey));
        var cells = await CellsAsync(classes, ct);
        var institutions = await db.Organisations.Where(o => classes.Any(c => c.InstitutionKey == o.Key)).OrderBy(o => o.SortKey).Select(o => new { o.Key, o.Name }).ToListAsync(ct);
        var programmes = await db.Programmes.Where(p => classes.Any(c => c.ProgrammeKey == p.Key)).OrderBy(p => p.Code).Select(p => new { p.Key, p.Title }).ToListAsync(ct);

        return new ProgrammeReport(fromYear, toYear, Sum("", cells),
            [.. cells.GroupBy(c => c.Year).OrderBy(g => g.Key).Select(g => Sum(g.Key.ToString("0000", CultureInfo.InvariantCulture), g))],
            institutions.ConvertAll(i => Sum(i.Name, cells.Where(c => c.InstitutionKey == i.Key))),
            await ByWorkforceGroupAsync(classes, ct),
            programmes.ConvertAll(p => Sum(p.Title, cells.Where(c => c.ProgrammeKey == p.Key))));
    }

    /// <summary>The smallest cut that the others are sums of: a year of an institution in a programme.</summary>
    private sealed record Cell(int Year, Guid InstitutionKey, Guid ProgrammeKey, ReportRow Row);

    private static ReportRow Sum(string label, IEnumerable<Cell> cells) => cells.Aggregate(new ReportRow(label, 0, 0, 0, 0, 0), (sum, cell) => new ReportRow(label,
        sum.Classes + cell.Row.Classes, sum.Attendances + cell.Row.Attendances, sum.Sat + cell.Row.Sat, sum.Passed + cell.Row.Passed, sum.Certificates + cell.Row.Certificates));

    private async Task<List<Cell>> CellsAsync(IQueryable<TrainingClass> classes, CancellationToken ct)
    {
        var planned = await classes.GroupBy(c => new { c.StartsOn.Year, c.InstitutionKey, c.ProgrammeKey })
            .Select(g => new { g.Key.Year, g.Key.InstitutionKey, g.Key.ProgrammeKey, Classes = g.Count() }).ToListAsync(ct);
        var attended = await Attendances().Join(classes, e => e.ClassKey, c => c.Key, (e, c) => new { e, c })
            .GroupBy(x => new { x.c.StartsOn.Year, x.c.InstitutionKey, x.c.ProgrammeKey })
            .Select(g => new
            {
                g.Key.Year, g.Key.InstitutionKey, g.Key.ProgrammeKey, Attendances = g.Count(),
                Sat = g.Count(x => x.e.ExamPassed != null), Passed = g.Count(x => x.e.ExamPassed == true), Certificates = g.Count(x => x.e.CertificateIssuedAt != null),
            }).ToListAsync(ct);
        return
        [
            .. planned.Select(p => new Cell(p.Year, p.InstitutionKey, p.ProgrammeKey, new ReportRow("", p.Classes, 0, 0, 0, 0))),
            .. attended.Select(a => new Cell(a.Year, a.InstitutionKey, a.ProgrammeKey, new ReportRow("", 0, a.Attendances, a.Sat, a.Passed, a.Certificates))),
        ];
    }

    private async Task<List<ReportRow>> ByWorkforceGroupAsync(IQueryable<TrainingClass> classes, CancellationToken ct)
    {
        var groups = await Attendances().Where(e => classes.Any(c => c.Key == e.ClassKey))
            .Join(db.People, e => e.PersonKey, p => p.Key, (e, p) => new { e, p.OrganisationKey })
            .LeftJoin(db.Organisations, x => x.OrganisationKey, o => (Guid?)o.Key, (x, o) => new { x.e, o!.Group })
            .GroupBy(x => x.Group)
            .Select(g => new
            {
                Group = g.Key, Classes = g.Select(x => x.e.ClassKey).Distinct().Count(), Attendances = g.Count(),
                Sat = g.Count(x => x.e.ExamPassed != null), Passed = g.Count(x => x.e.ExamPassed == true), Certificates = g.Count(x => x.e.CertificateIssuedAt != null),
            }).ToListAsync(ct);
        return [.. groups.OrderBy(g => g.Group is null).ThenBy(g => g.Group).Select(g => new ReportRow(g.Group?.ToString() ?? "", g.Classes, g.Attendances, g.Sat, g.Passed, g.Certificates))];
    }

    private IQueryable<Enrolment> Attendances() => db.Enrolments.Where(e => e.Status != EnrolmentStatus.Withdrawn);
}

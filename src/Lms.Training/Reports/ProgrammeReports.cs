using Lms.Data;
using Lms.Training.Organisations;

namespace Lms.Training.Reports;

/// <summary>Classes and attendances (lượt người) of one cut of the programme. PassRate is passed over sat, 0 to 1; null where nobody sat.</summary>
public sealed record ReportRow(string Label, int Classes, int Attendances, int Sat, int Passed, int Certificates)
{
    public decimal? PassRate => Sat == 0 ? null : (decimal)Passed / Sat;
}
public sealed record ProgrammeReport(int? FromYear, int? ToYear, ReportRow Total, IReadOnlyList<ReportRow> ByYear, IReadOnlyList<ReportRow> ByInstitution, IReadOnlyList<ReportRow> ByWorkforceGroup, IReadOnlyList<ReportRow> ByProgramme);

/// <summary>Set-based: the number of queries does not grow with the number of classes.</summary>
public sealed class ProgrammeReports(LmsDb db)
{
    /// <summary>Labels of the workforce cut are <see cref="WorkforceGroup"/> names ("" where unknown); the page translates them.</summary>
    public Task<ProgrammeReport> CompileAsync(int? fromYear, int? toYear, Guid? institutionKey, CancellationToken ct = default) => throw new NotImplementedException();
}

using Lms.Certificates.Issuing;
using Lms.Training.Enrolments;
using Lms.Spreadsheets;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department;

/// <summary>A roster as a spreadsheet, and why a certificate is held back, in the words of those who can mend it.</summary>
internal static class RosterWords
{
    private static readonly string[] Columns = ["StaffCode", "FullName", "BirthDate", "Organisation", "Status", "EnrolledOn", "LessonsDone", "Lessons", "ResultPercent", "ExamResult", "HeldBack"];

    public static Table Table(string classCode, IEnumerable<RosterRow> rows, IStringLocalizer<DepartmentText> text) => new(classCode, [.. Columns.Select(c => text[c].Value)],
        [.. rows.Select(r => (IReadOnlyList<object?>)[r.StaffCode, r.FullName, r.BirthDate, r.OrganisationName, text[$"Status.{r.Status}"].Value, Lms.Data.CityCalendar.DateAt(r.EnrolledAt),
            r.LessonsDone, r.Lessons, r.ResultPercent, r.ExamPassed is { } passed ? text[passed ? "Passed" : "NotPassed"].Value : null,
            r.CertificateHeldBack is { } reason ? Reason(reason, text) : null])]);

    /// <param name="reason">The name of an <see cref="IssueOutcome"/>, as Training keeps it.</param>
    public static string Reason(string reason, IStringLocalizer<DepartmentText> text) => Enum.TryParse<IssueOutcome>(reason, out var outcome) ? text[$"Issue.{outcome}"] : reason;
}

using Lms.Data;
using Lms.Spreadsheets;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Admission;

/// <param name="Place">The row of the spreadsheet, or the line of the list, 1-based.</param>
public sealed record CodeLine(int Place, string Code);

/// <summary>Staff codes, from a list one a line or from the column of a spreadsheet that is headed so.</summary>
internal static class StaffCodes
{
    private static readonly HashSet<string> Headings = ["ma nhan vien", "ma can bo", "ma hoc vien", "ma so", "ma", "ma nv", "ma cb", "staff code", "staffcode", "code"];

    public static List<CodeLine> Typed(string? list) =>
        [.. (list ?? "").Split('\n').Select((line, index) => new CodeLine(index + 1, line.Trim().Normalize())).Where(l => l.Code.Length > 0)];

    public static (List<CodeLine> Lines, string? Problem) Of(Stream file, IStringLocalizer<DepartmentText> text)
    {
        var (rows, problem) = SheetReader.Read(file);
        if (problem is { } trouble) return ([], text[$"Sheet.{trouble}", SheetReader.MostRows]);
        if (rows.Count == 0) return ([], text["SheetEmpty"]);

        var column = rows[0].Cells.Select(FoldedText.Of).ToList().FindIndex(Headings.Contains);
        if (column < 0) return ([], text["SheetNoColumn", rows[0].Number]);
        var lines = new List<CodeLine>();
        foreach (var row in rows.Skip(1))
        {
            var code = row.Cells.ElementAtOrDefault(column) ?? "";
            if (code.Length is 0 or > 40) return ([], text[code.Length == 0 ? "SheetCodeMissing" : "SheetCodeTooLong", row.Number]);
            lines.Add(new CodeLine(row.Number, code));
        }

        return lines.Count == 0 ? ([], text["SheetEmpty"]) : (lines, null);
    }
}

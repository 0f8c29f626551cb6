using System.Text;
using Lms.Certificates.Transcription;
using Lms.Data;
using Lms.Spreadsheets;

namespace Lms.Web.Features.Register.Transcription;

public enum SheetFault { TooLarge, TooManyRows, Unreadable, NotUtf8, Empty, ColumnsMissing, ColumnTwice }

/// <param name="Fields">The columns that are missing, or the one that is there twice.</param>
public sealed record SheetFlaw(SheetFault Fault, IReadOnlyList<OldField> Fields);

/// <summary>An old register as a spreadsheet: its columns in any order, under Vietnamese or English headings.</summary>
/// <param name="Ignored">Headings that mean nothing to us.</param>
public sealed record OldRegisterSheet(IReadOnlyList<OldLine> Lines, IReadOnlyList<string> Ignored, SheetFlaw? Flaw)
{
    public const int MostRows = 5_000, LargestFile = 4 * 1024 * 1024;

    /// <summary>Stands in the template's example row, which nobody means to enter.</summary>
    public const string ExampleNumber = "VÍ DỤ 0123/2019";

    private const int TitleRows = 15, FewestHeadings = 3;
    private static readonly SheetLimits Limits = new(LargestFile, MostRows + TitleRows, LongestCell: 1_000) { HoldsDates = true };

    public static OldRegisterSheet Read(Stream file)
    {
        var (rows, problem) = SheetReader.Read(file, Limits);
        if (problem is { } trouble) return Refused(FaultOf(trouble));
        if (rows.Count == 0) return Refused(SheetFault.Empty);

        // Above the headings there may be what a register has on its first page: the office, the title, the year.
        var heading = Enumerable.Range(0, Math.Min(TitleRows, rows.Count)).FirstOrDefault(i => rows[i].Cells.Count(c => FieldOf(c) is not null) >= FewestHeadings);
        var columns = rows[heading].Cells.Select((cell, index) => (Field: FieldOf(cell), Cell: cell, Index: index)).ToList();
        var known = columns.Where(c => c.Field is not null).ToLookup(c => c.Field!.Value, c => c.Index);
        if (known.FirstOrDefault(k => k.Count() > 1) is { } twice) return Refused(SheetFault.ColumnTwice, twice.Key);
        var missing = Enum.GetValues<OldField>().Where(f => f.IsNeeded() && !known.Contains(f)).ToList();
        if (missing.Count > 0) return new([], [], new(SheetFault.ColumnsMissing, missing));

        var places = known.Select(k => (Field: k.Key, Index: k.Single())).ToList();
        var lines = rows.Skip(heading + 1)
            .Select(row => new OldLine(row.Number, places.Where(p => p.Index < row.Cells.Count && row.Cells[p.Index].Length > 0).ToDictionary(p => p.Field, p => row.Cells[p.Index])))
            .Where(line => line.Cells.Count > 0 && line[OldField.CertificateNumber] != ExampleNumber).ToList();
        if (lines.Count > MostRows) return Refused(SheetFault.TooManyRows);
        return lines.Count == 0 ? Refused(SheetFault.Empty) : new(lines, [.. columns.Where(c => c.Field is null && c.Cell.Length > 0).Select(c => c.Cell)], null);
    }

    private static OldRegisterSheet Refused(SheetFault fault, params OldField[] fields) => new([], [], new(fault, fields));

    private static SheetFault FaultOf(SheetProblem problem) => problem switch
    {
        SheetProblem.TooLarge => SheetFault.TooLarge,
        SheetProblem.TooManyRows => SheetFault.TooManyRows,
        SheetProblem.Unreadable => SheetFault.Unreadable,
        SheetProblem.NotUtf8 => SheetFault.NotUtf8,
    };

    private static OldField? FieldOf(string heading) => Headings.TryGetValue(Plain(heading), out var field) ? field : null;

    /// <summary>"Số hiệu (*)" is "so hieu".</summary>
    private static string Plain(string heading)
    {
        var plain = new StringBuilder();
        foreach (var c in FoldedText.Of(heading)) plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly Dictionary<string, OldField> Headings = new (OldField Field, string[] Names)[]
    {
        (OldField.RegisterNumber, ["so vao so goc", "so vao so", "so vao so goc cap chung chi", "so vao so cap chung chi", "so so goc", "register number", "register no"]),
        (OldField.CertificateNumber, ["so hieu", "so hieu chung chi", "so chung chi", "so chung nhan", "so giay chung nhan", "so hieu chung nhan", "certificate number", "certificate no"]),
        (OldField.HolderName, ["ho va ten", "ho ten", "ho va ten hoc vien", "ho ten hoc vien", "ten hoc vien", "ho va ten nguoi duoc cap", "nguoi duoc cap", "full name", "name", "holder", "holder name"]),
        (OldField.BirthDate, ["ngay sinh", "ngay thang nam sinh", "sinh ngay", "birth date", "date of birth", "birthdate", "dob"]),
        (OldField.BirthPlace, ["noi sinh", "birth place", "birthplace", "place of birth"]),
        (OldField.Organisation, ["don vi cong tac", "co quan cong tac", "noi cong tac", "don vi", "co quan", "organisation", "organization", "workplace"]),
        (OldField.Credential, ["loai chung chi", "ma loai chung chi", "ten chung chi", "ma chung chi", "chung chi", "credential", "credential code", "credential name", "certificate type"]),
        (OldField.Class, ["lop", "ma lop", "ten lop", "lop boi duong", "lop tap huan", "class", "class code"]),
        (OldField.Course, ["khoa hoc", "ten khoa hoc", "khoa boi duong", "noi dung boi duong", "chuong trinh", "chuong trinh boi duong", "course", "course title"]),
        (OldField.Hours, ["so gio", "so gio hoc", "thoi luong", "thoi luong gio", "hours"]),
        (OldField.StudiedFrom, ["hoc tu ngay", "tu ngay", "ngay khai giang", "studied from", "from"]),
        (OldField.StudiedTo, ["hoc den ngay", "den ngay", "ngay be giang", "studied to", "to"]),
        (OldField.Result, ["ket qua", "xep loai", "diem", "ket qua hoc tap", "result", "grade", "score"]),
        (OldField.DecisionNumber, ["so quyet dinh", "quyet dinh so", "quyet dinh", "decision number", "decision no", "decision"]),
        (OldField.DecidedOn, ["ngay quyet dinh", "ngay ky quyet dinh", "decision date", "decided on"]),
        (OldField.IssuedOn, ["ngay cap", "ngay cap chung chi", "issue date", "issued on", "date of issue"]),
        (OldField.ExpiresOn, ["ngay het han", "het han", "co gia tri den", "co gia tri den ngay", "expiry", "expiry date", "expires on", "valid until"]),
        (OldField.Signatory, ["nguoi ky", "nguoi ky chung chi", "signatory", "signed by"]),
        (OldField.SignatoryTitle, ["chuc vu nguoi ky", "chuc danh nguoi ky", "signatory title", "signatory position"]),
        (OldField.Issuer, ["don vi cap", "ma don vi cap", "co so cap", "noi cap", "issuer", "issuer code"]),
        (OldField.StaffCode, ["ma nhan vien", "ma can bo", "ma hoc vien", "staff code"]),
    }.SelectMany(f => f.Names.Select(name => (name, f.Field))).ToDictionary(x => x.name, x => x.Field);
}

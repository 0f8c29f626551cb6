using System.IO.Compression;
using System.Text;
using Lms.Spreadsheets;

namespace Lms.UnitTests.Web.Department;

public sealed class SheetReaderTests
{
    [Fact]
    public void A_workbook_gives_its_rows_as_text()
    {
        var book = XlsxFile.Write(new Table("Lớp", ["Mã nhân viên", "Họ tên"], [["HV0001", "Nguyễn Thị Thùy Dương"], ["HV0002", 7]]));
        var (rows, problem) = Read(book);
        Assert.Null(problem);
        Assert.Equal(["Mã nhân viên", "Họ tên"], rows[0].Cells);
        Assert.Equal(["HV0002", "7"], rows[2].Cells);
    }

    [Fact]
    public void Shared_strings_gaps_and_row_numbers_are_kept()
    {
        var (rows, problem) = Read(Book(
            """<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="4"><c r="C4" t="s"><v>1</v></c></row>""", "<si><t>Mã</t></si><si><r><t>HV</t></r><r><t>0001</t></r></si>"));
        Assert.Null(problem);
        Assert.Equal(4, rows[1].Number);
        Assert.Equal(["", "", "HV0001"], rows[1].Cells);
    }

    [Fact]
    public void A_formula_is_not_calculated_and_not_shown() =>
        Assert.Equal(["HV0007"], Assert.Single(Read(Book("""<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://example.org")</f><v>HV0007</v></c></row>""")).Rows).Cells);

    [Fact]
    public void A_document_type_ends_the_reading() =>
        Assert.Equal(SheetProblem.Unreadable, Read(Book("<row><c t=\"str\"><v>&x;</v></c></row>", before: "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")).Problem);

    [Fact]
    public void What_unpacks_to_more_than_allowed_is_refused() =>
        Assert.Equal(SheetProblem.TooLarge, Read(Book($"<row><c t=\"str\"><v>{new string('A', 25_000_000)}</v></c></row>")).Problem);

    [Fact]
    public void A_string_that_does_not_exist_makes_the_file_unreadable() =>
        Assert.Equal(SheetProblem.Unreadable, Read(Book("""<row><c t="s"><v>99</v></c></row>""")).Problem);

    [Fact]
    public void An_archive_that_is_no_workbook_is_unreadable() => Assert.Equal(SheetProblem.Unreadable, Read([.. "PK\u0003\u0004rubbish"u8]).Problem);

    [Theory]
    [InlineData("Mã;Họ tên\nHV1;\"Dương, \"\"Thùy\"\"; Nguyễn\"\n")]
    [InlineData("\uFEFFMã,Họ tên\r\nHV1,\"Dương, \"\"Thùy\"\"; Nguyễn\"\r\n")]
    [InlineData("Mã\tHọ tên\nHV1\tDương, \"Thùy\"; Nguyễn")]
    public void Csv_is_read_with_the_separator_its_heading_uses(string csv)
    {
        var (rows, problem) = Read(Encoding.UTF8.GetBytes(csv));
        Assert.Null(problem);
        Assert.Equal(["Mã", "Họ tên"], rows[0].Cells);
        Assert.Equal(["HV1", "Dương, \"Thùy\"; Nguyễn"], rows[1].Cells);
    }

    [Fact]
    public void Csv_in_an_old_encoding_is_refused_rather_than_misread() => Assert.Equal(SheetProblem.NotUtf8, Read([.. "M"u8, 0xE3, (byte)'\n', .. "HV1"u8]).Problem);

    [Theory, InlineData(2_000, null), InlineData(2_001, SheetProblem.TooManyRows)]
    public void Two_thousand_rows_under_the_heading_are_the_most(int rows, SheetProblem? problem) =>
        Assert.Equal(problem, Read(Encoding.UTF8.GetBytes("Mã\n" + string.Concat(Enumerable.Range(1, rows).Select(n => $"HV{n}\n")))).Problem);

    [Fact]
    public void More_than_two_megabytes_are_refused() => Assert.Equal(SheetProblem.TooLarge, Read(new byte[SheetReader.LargestFile + 1]).Problem);

    private static (IReadOnlyList<SheetRow> Rows, SheetProblem? Problem) Read(byte[] file) => SheetReader.Read(new MemoryStream(file));

    private static byte[] Book(string rows, string strings = "", string before = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="rId7" Target="worksheets/a.xml"/></Relationships>""");
            Add("xl/sharedStrings.xml", $"<sst>{strings}</sst>");
            Add("xl/worksheets/a.xml", $"{before}<worksheet><sheetData>{rows}</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}

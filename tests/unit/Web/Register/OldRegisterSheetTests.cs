using System.IO.Compression;
using System.Text;
using Lms.Certificates.Transcription;
using Lms.Spreadsheets;
using Lms.Web.Features.Register.Transcription;

namespace Lms.UnitTests.Web.Register;

public sealed class OldRegisterSheetTests
{
    private static readonly string[] Headings = ["Đơn vị cấp", "Số hiệu (*)", "HỌ VÀ TÊN", "Ngày sinh", "Loại chứng chỉ", "Khóa học", "Ngày cấp"];

    [Fact]
    public void Columns_are_found_in_any_order_beneath_the_title_of_the_register()
    {
        var sheet = Read(XlsxFile.Write(new Table("Sổ", ["SỔ GỐC CẤP CHỨNG CHỈ NĂM 2019"], [[], [.. Headings, "Ghi chú riêng"], ["DHLDXH", "0012", "Mạch Thị Thu Ngân", new DateOnly(1985, 9, 5), "CTXH-III", "Quản lý ca", "20/12/2019", "x"]])));
        Assert.Null(sheet.Flaw);
        var line = Assert.Single(sheet.Lines);
        Assert.Equal(("0012", "31295", "DHLDXH"), (line[OldField.CertificateNumber], line[OldField.BirthDate], line[OldField.Issuer]));
        Assert.Equal(["Ghi chú riêng"], sheet.Ignored);
    }

    [Fact]
    public void A_workbook_that_counts_days_from_1904_is_not_read_four_years_off()
    {
        using var file = new MemoryStream();
        file.Write(XlsxFile.Write(new Table("Sổ", Headings, [["DHLDXH", "1", "Mạch Thị Thu Ngân", new DateOnly(1985, 9, 5), "CTXH-III", "Quản lý ca", "20/12/2019"]])));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry("xl/workbook.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open())) xml = reader.ReadToEnd();
            Assert.Contains("sheets>", xml, StringComparison.Ordinal);
            part.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/workbook.xml").Open());
            writer.Write(xml.Insert(xml.IndexOf('<', xml.IndexOf("workbook", StringComparison.Ordinal)), $"<{xml.Split("workbook")[0].Split('<')[^1]}workbookPr date1904=\"1\"/>"));
        }

        file.Position = 0;
        Assert.Equal(SheetFault.Unreadable, OldRegisterSheet.Read(file).Flaw!.Fault);
        file.Position = 0;
        Assert.Null(SheetReader.Read(file).Problem);
    }

    [Fact]
    public void English_headings_and_semicolons_are_read_too()
    {
        var sheet = Read("Issuer code;Certificate no.;Full name;Date of birth;Credential;Course title;Issue date;Staff code\nA;1;Y Bhăm Niê;1/2/1980;C;K;3/4/2019;HV1");
        Assert.Equal("HV1", Assert.Single(sheet.Lines)[OldField.StaffCode]);
    }

    [Fact]
    public void What_is_missing_or_there_twice_is_named()
    {
        var flaw = Read("Số hiệu,Họ tên,Ngày sinh,Lớp\n1,A,1/1/1980,K").Flaw!;
        Assert.Equal((SheetFault.ColumnsMissing, "Credential, Course, IssuedOn, Issuer"), (flaw.Fault, string.Join(", ", flaw.Fields)));
        flaw = Read($"{string.Join(',', Headings)},Full name\n").Flaw!;
        Assert.Equal((SheetFault.ColumnTwice, OldField.HolderName), (flaw.Fault, Assert.Single(flaw.Fields)));
        Assert.Equal(SheetFault.Empty, Read(string.Join(',', Headings)).Flaw!.Fault);
        Assert.Equal(SheetFault.Unreadable, OldRegisterSheet.Read(new MemoryStream([0x50, 0x4B, 3, 4, 1, 2, 3])).Flaw!.Fault);
    }

    [Fact]
    public void The_example_of_the_template_is_no_line() =>
        Assert.Equal(SheetFault.Empty, Read($"{string.Join(',', Headings)}\nA,{OldRegisterSheet.ExampleNumber},B,1/1/1980,C,D,2/2/2019").Flaw!.Fault);

    [Fact]
    public void Five_thousand_lines_are_read_and_one_more_is_refused()
    {
        string Csv(int lines) => string.Join('\n', Enumerable.Range(1, lines).Select(n => $"A,{n},B,1/1/1980,C,D,2/2/2019").Prepend(string.Join(',', Headings)));
        Assert.Equal(5_000, Read(Csv(5_000)).Lines.Count);
        Assert.Equal(SheetFault.TooManyRows, Read(Csv(5_001)).Flaw!.Fault);
        Assert.Equal(SheetFault.TooManyRows, Read(Csv(5_100)).Flaw!.Fault);
        Assert.Equal(SheetFault.TooLarge, OldRegisterSheet.Read(new MemoryStream(new byte[OldRegisterSheet.LargestFile + 1])).Flaw!.Fault);
    }

    private static OldRegisterSheet Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    private static OldRegisterSheet Read(byte[] file) => OldRegisterSheet.Read(new MemoryStream(file));
}

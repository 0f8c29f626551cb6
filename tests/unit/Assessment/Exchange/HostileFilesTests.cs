using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Lms.Assessment.Exchange;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class HostileFilesTests
{
    [Theory]
    [InlineData("<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz><question type=\"essay\"><questiontext><text>&x;</text></questiontext></question></quiz>")]
    [InlineData("<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><quiz>&b;</quiz>")]
    public void A_document_type_ends_the_reading(string xml)
    {
        var file = Files.Read(xml, QuestionFormat.MoodleXml);
        Assert.Empty(file.Questions);
        Assert.Equal(ImportIssueKind.Unreadable, Assert.Single(file.Issues).Kind);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_at_once()
    {
        using var endless = new MemoryStream(new byte[100 * 1024 * 1024]);
        var clock = Stopwatch.StartNew();
        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(QuestionFiles.Read(endless, "a.txt").Issues).Kind);
        Assert.True(endless.Position < 21 * 1024 * 1024, "No more is read than is allowed.");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public void Elements_do_not_nest_without_end(int depth)
    {
        var xml = $"<quiz><question type=\"essay\">{string.Concat(Enumerable.Repeat("<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}</question></quiz>";
        Assert.Equal(ImportIssueKind.Unreadable, Assert.Single(Files.Read(xml).Issues).Kind);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b>", 150_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<ul><li>", 30_000)]
    [InlineData("<a href=\"x\"><p>", 20_000)]
    [InlineData("*_~^`[", 40_000)]
    [InlineData("&amp;<", 50_000)]
    [InlineData("](<", 80_000)]
    [InlineData("<script", 50_000)]
    [InlineData("<!--", 50_000)]
    [InlineData("[[1]]", 50_000)]
    [InlineData("{1:SA:=a~", 20_000)]
    [InlineData("=a ~b #c", 40_000)]
    public void Texts_that_are_all_marks_are_read_in_time(string mark, int times)
    {
        var text = string.Concat(Enumerable.Repeat(mark, times));
        var clock = Stopwatch.StartNew();
        foreach (var format in (string[])["html", "markdown", "plain_text", "moodle_auto_format"])
            Files.Read($"<quiz><question type=\"cloze\"><questiontext format=\"{format}\"><text><![CDATA[{text}]]></text></questiontext></question><question type=\"essay\"><questiontext format=\"{format}\"><text><![CDATA[{text}]]></text></questiontext></question></quiz>");
        Files.Read($"[html]{text}{{=a ~b}}\n\n[markdown]x{{{text}}}", QuestionFormat.Gift);
        Files.Read(text, QuestionFormat.Aiken);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_allowed_is_refused()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheet r:id=\"a\"/></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Write(archive, "xl/worksheets/sheet1.xml", $"<worksheet><row><c t=\"str\"><v>{new string('A', 60_000_000)}</v></c></row></worksheet>");
        }

        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(QuestionFiles.Read(packed.ToArray(), "a.xlsx").Issues).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 kein Archiv")]
    [InlineData("<quiz>")]
    [InlineData("<html><body>Không phải</body></html>")]
    [InlineData("Chỉ là một lá thư.")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_file_of_questions_ends_in_issues_in_every_format(string text)
    {
        foreach (var format in Enum.GetValues<QuestionFormat>().Cast<QuestionFormat?>().Append(null))
        {
            var file = Files.Read(text, format);
            Assert.True(file.Issues.Count > 0 || file.Questions.All(q => q.Definition is null), $"{format} took it.");
        }
    }

    [Fact]
    public void Half_characters_and_control_characters_do_not_get_in()
    {
        var question = Assert.Single(Files.Read("<quiz><question type=\"essay\"><questiontext><text>a&#xD800;b&#x1;c&#xFFFF;d</text></questiontext></question></quiz>").Questions);
        Assert.Equal("abcd", question.Definition?.Prompt);
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}

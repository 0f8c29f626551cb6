namespace Lms.UnitTests.Architecture;

/// <summary>Who may know whom. The picture is in docs/decisions/0002; each message says what an arrow protects.</summary>
public sealed class ArrowTests
{
    [Fact]
    public void Data_knows_no_module() => Uses("Lms.Data", [],
        "every module stands on it, so what it knew of one would be known by all");

    [Fact]
    public void Spreadsheets_knows_nobody() => Uses("Lms.Spreadsheets", [],
        "a table is a table, whoever fills it");

    [Theory]
    [InlineData("Lms.Data.Sqlite")]
    [InlineData("Lms.Data.Postgres")]
    [InlineData("Lms.Data.SqlServer")]
    public void The_migrations_know_only_the_data_layer(string assembly) => Uses(assembly, ["Lms.Data"],
        "they are generated from the model and name entities as text, so that entities can stay internal");

    [Fact]
    public void Publishing_does_not_know_what_it_versions() => Uses("Lms.Publishing", ["Lms.Data"],
        "draft, version and log are the same for courses, questions and papers, and for what comes after them");

    [Fact]
    public void Content_knows_neither_exams_nor_classes_nor_certificates() => Uses("Lms.Content", ["Lms.Data", "Lms.Publishing"],
        "a course can be carried to another site without its exams and its learners");

    [Fact]
    public void Assessment_knows_neither_courses_nor_classes_nor_certificates() => Uses("Lms.Assessment", ["Lms.Data", "Lms.Publishing", "Lms.Spreadsheets"],
        "an exam knows its group only as a key and tells what was graded through IAttemptListener, so it can examine for anybody");

    [Fact]
    public void Documents_knows_nobody() => Uses("Lms.Documents", [],
        "type on a page is type on a page, whether a certificate or an exam is printed");

    [Fact]
    public void Certificates_knows_nobody() => Uses("Lms.Certificates", ["Lms.Data", "Lms.Documents"],
        "a certificate must verify in thirty years, whatever has become of the courses it was earned in");

    [Fact]
    public void Training_joins_the_others_and_does_not_know_the_site() => Uses("Lms.Training", ["Lms.Assessment", "Lms.Certificates", "Lms.Content", "Lms.Data", "Lms.Publishing"],
        "pages, the API, the command line and the replay all run the programme through its faces");

    private static void Uses(string assembly, string[] allowed, string reason)
    {
        var forbidden = Codebase.UsesOf(assembly).Except(allowed).ToList();
        Assert.True(forbidden.Count == 0, $"{assembly} uses {string.Join(", ", forbidden)}. It may use only [{string.Join(", ", allowed)}]: {reason}.");
    }
}

using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Templates;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Certificates;

public class DocumentCheckingTests
{
    /// <summary>A forger with our fonts and our design but not our key: the page is edited, the code is genuine.</summary>
    [Theory]
    [InlineData("HolderName", "Nguyễn Thị Thùy Dung"), InlineData("BirthDate", "1990-05-09"), InlineData("CredentialName", "Chứng chỉ khác"), InlineData("CertificateNumber", "9999/2026/CTXH-III")]
    [InlineData("CourseTitle", "Khóa học khác"), InlineData("Hours", "121"), InlineData("IssuedOn", "2026-03-03")]
    public async Task Each_fact_that_differs_from_the_page_is_named(string fact, string other)
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        var pdf = (await db.UseAsync<Lms.Certificates.Issuing.Certificates, Lms.Certificates.Issuing.CertificateDocument?>(c => c.DocumentAsync(entry.Code)))!.Pdf;
        Assert.Empty((await CheckAsync(db, pdf)).Facts.Where(f => f.Differs).Select(f => f.Name));

        // The register is changed instead of the page: to the comparison it is the same.
        var statement = $"UPDATE Certificates SET {fact} = {{0}}"; // fact is one of the words above
        await db.UseAsync<LmsDb, int>(context => context.Database.ExecuteSqlRawAsync(statement, other));

        var found = await CheckAsync(db, pdf);
        Assert.Equal(DocumentFinding.Altered, found.Finding);
        Assert.Contains(fact, found.Facts.Where(f => f.Differs).Select(f => f.Name));
        Assert.Null(found.Facts.FirstOrDefault(f => f.Name == "BirthDate")?.Register);
    }

    [Fact]
    public void Every_fact_a_template_may_print_has_its_name_on_the_page_in_both_languages()
    {
        foreach (var name in SampleFactNames()) Assert.NotEqual("", Lms.Web.Features.Verification.BothLanguages.In("vi", $"Fact{name}") + Lms.Web.Features.Verification.BothLanguages.In("en", $"Fact{name}"));
    }

    private static IEnumerable<string> SampleFactNames() => SampleFacts.Facts.Keys.Where(n => n != "Host").Select(n => n.Split(':')[0]).Select(n => n.EndsWith("En", StringComparison.Ordinal) ? n[..^2] : n).Distinct();

    private static Task<CheckedDocument> CheckAsync(TestDatabase db, byte[] pdf) => db.UseAsync<DocumentChecking, CheckedDocument>(d => d.CheckAsync(pdf));
}

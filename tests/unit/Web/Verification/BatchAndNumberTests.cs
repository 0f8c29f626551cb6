using System.Net;
using System.Text;
using Lms.Certificates.Verification;
using Lms.Spreadsheets;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Verification;

public sealed class BatchAndNumberTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_pasted_list_is_answered_line_by_line()
    {
        var code = await IssuedAsync();
        var answer = await site.Anonymous().PostAsync("/verify/batch", ("codes", $"{code.ToLowerInvariant()}\r\nHTTPS://SITE.EXAMPLE/C/{code}\n\n{CertificateCode.New()}; abc"));
        var page = await answer.PageAsync();

        Assert.Equal(["Còn hiệu lực", "Còn hiệu lực", "Không tìm thấy", "Không tìm thấy"], page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent.Trim()));
        Assert.Contains("sai quy cách", page.QuerySelectorAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_thousand_codes_cost_one_statement_and_one_more_is_refused_in_words()
    {
        string List(int count) => string.Join('\n', Enumerable.Range(0, count).Select(_ => CertificateCode.New().Value));

        Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().PostAsync("/verify/batch", ("codes", List(1000)))));
        var refused = await site.Anonymous().PostAsync("/verify/batch", ("codes", List(1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("1.000 mã", (await refused.PageAsync()).QuerySelector("#codes-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Anonymous().PostAsync("/verify/batch", ("codes", " "))).StatusCode);
    }

    [Theory]
    [InlineData("csv"), InlineData("xlsx")]
    public async Task A_list_is_read_from_a_file_whichever_column_holds_the_codes_and_answered_as_one(string kind)
    {
        var code = await IssuedAsync();
        var table = new Table("DS", ["Họ tên", "Mã chứng chỉ"], [["Nguyễn Thị Thùy Dương", code], ["Ai đó", CertificateCode.New().Spoken]]);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(kind == "csv" ? CsvFile.Write(table) : XlsxFile.Write(table)), "list", $"ds.{kind}" }, { new StringContent("xlsx"), "answer" } };

        var answer = await site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", form);

        Assert.Equal(XlsxFile.ContentType, answer.Content.Headers.ContentType!.MediaType);
        var (rows, problem) = SheetReader.Read(await answer.Content.ReadAsStreamAsync());
        Assert.Null(problem);
        Assert.Equal(3, rows.Count);
        Assert.Equal((code, "Còn hiệu lực", "Nguyễn Thị Thùy Dương", "1987"), (rows[1].Cells[0], rows[1].Cells[1], rows[1].Cells[2], rows[1].Cells[3]));
        Assert.Equal("Không tìm thấy", rows[2].Cells[1]);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_at_its_field()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), "list", "photo.xlsx" } };
        var answer = await site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", (await answer.PageAsync()).QuerySelector("#list-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_number_with_its_year_of_birth_leads_to_the_certificate_and_a_wrong_one_to_an_answer_of_the_same_look()
    {
        var code = await IssuedAsync();
        var number = (await site.UseAsync<Lms.Certificates.Issuing.Certificates, VerificationResult>(c => c.VerifyAsync(code))).Facts!.CertificateNumber;

        var found = await site.Anonymous().PostAsync("/verify/number", ("number", number), ("year", "1987"));
        Assert.Equal($"/C/{code}", (await found.PageAsync()).QuerySelector(".verdict--valid a")!.GetAttribute("href"));
        foreach (var (other, year) in new[] { (number, "1988"), ("không có", "1987") })
        {
            var missing = await site.Anonymous().PostAsync("/verify/number", ("number", other), ("year", year));
            Assert.Equal(found.StatusCode, missing.StatusCode);
            Assert.NotNull((await missing.PageAsync()).QuerySelector(".verdict--unknown"));
        }

        Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().PostAsync("/verify/number", ("number", number), ("year", "1987"))));
        Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().PostAsync("/verify/number", ("number", "x"), ("year", "1987"))));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        var answer = await site.Anonymous().PostAsync("/verify/number", ("number", ""), ("year", "87"));
        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, page.QuerySelectorAll(".error-summary a").Length);
        foreach (var field in new[] { "number", "year" }) Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("/verify/batch"), InlineData("/verify/number"), InlineData("/verify/api")]
    public async Task Its_page_is_linked_from_the_verification_page(string path)
    {
        Assert.NotNull((await site.Anonymous().PageAsync("/verify")).QuerySelector($"main a[href='{path}']"));
        Assert.Single((await site.Anonymous().PageAsync(path)).QuerySelectorAll("h1"));
    }

    private async Task<string> IssuedAsync()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        return await open.EarnCertificateAsync(await open.TraineeAsync("Nguyễn Thị Thùy Dương", new DateOnly(1987, 11, 23)));
    }
}

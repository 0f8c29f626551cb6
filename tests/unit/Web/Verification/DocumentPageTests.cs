using System.Net;
using System.Text;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.UnitTests.Infrastructure.Web;
using CertificateFace = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Web.Verification;

public sealed class DocumentPageTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_certificate_as_it_was_issued_is_genuine_and_every_fact_agrees()
    {
        var (code, pdf) = await DocumentAsync();
        var answer = await CheckAsync(pdf);
        var page = await answer.PageAsync();

        Assert.NotNull(page.QuerySelector(".verdict--valid"));
        Assert.Empty(page.QuerySelectorAll(".badge--danger"));
        Assert.Contains("Chữ ký số của tệp hợp lệ", page.QuerySelector(".checks")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll("tbody tr").Length, 8, 30);
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Contains("Khớp", row.TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"a[href='/C/{code}']"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_page_tells_neither_day_nor_place_of_birth()
    {
        var (_, pdf) = await DocumentAsync();
        foreach (var file in new[] { pdf, Changed(pdf) })
        {
            var html = (await (await CheckAsync(file)).PageAsync()).DocumentElement.OuterHtml;
            foreach (var secret in new[] { "23/11/1987", "23/11", "1987-11-23" }) Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_byte_changed_anywhere_makes_it_altered_or_nothing()
    {
        var (_, pdf) = await DocumentAsync();
        for (var at = 40; at < pdf.Length; at += Math.Max(1, pdf.Length / 12))
        {
            var forged = (byte[])pdf.Clone();
            forged[at] ^= 0x55;
            var page = await (await CheckAsync(forged)).PageAsync();
            Assert.True(page.QuerySelector(".verdict--valid") is null, $"byte {at} of {pdf.Length}");
        }

        Assert.NotNull((await (await CheckAsync([.. pdf, .. "\n%appended"u8])).PageAsync()).QuerySelector(".verdict--revoked"));
    }

    [Fact]
    public async Task A_revoked_certificate_is_revoked_however_well_its_file_is_signed()
    {
        var (code, pdf) = await DocumentAsync();
        Assert.True(CertificateCode.TryParse(code, out var parsed));
        await site.UseAsync<CertificateFace, RevokeOutcome>(c => c.RevokeAsync(parsed, "Hồ sơ không đúng", Guid.NewGuid()));
        Assert.Contains("Đã thu hồi", (await (await CheckAsync(pdf)).PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_certificate_is_said_to_be_none()
    {
        Assert.Contains("Không đọc được", (await (await CheckAsync("no pdf"u8.ToArray())).PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không thấy mã", (await (await CheckAsync("%PDF-1.7\nnothing"u8.ToArray())).PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy", (await (await CheckAsync(Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj << /URI (https://evil.example/C/{CertificateCode.New()}) >> endobj"))).PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        // A forger's own file with a code that exists: nothing of it is proven.
        var (code, _) = await DocumentAsync();
        var forged = await (await CheckAsync(Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj << /URI (https://evil.example/C/{code}) >> endobj"))).PageAsync();
        Assert.Contains("Chưa chứng minh được", forged.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_too_large_is_refused_at_its_field()
    {
        foreach (var file in new[] { [], new byte[5 * 1024 * 1024 + 1] })
        {
            var answer = await CheckAsync(file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotEqual("", (await answer.PageAsync()).QuerySelector("#file-error")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Many_files_are_answered_in_their_order_and_cost_as_many_statements_as_one()
    {
        var (one, other) = (await DocumentAsync(), await DocumentAsync());
        byte[][] files = [one.Pdf, "no pdf"u8.ToArray(), Changed(other.Pdf), other.Pdf];

        var page = await (await site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", Form(files))).PageAsync();

        Assert.Equal(["Còn hiệu lực", "Không tìm thấy", "Đã bị sửa", "Còn hiệu lực"], page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent.Trim()));
        Assert.Equal(await site.Statements.OfAsync(() => site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", Form([one.Pdf]))),
            await site.Statements.OfAsync(() => site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", Form(files))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Anonymous().SendAsync(HttpMethod.Post, "/verify/batch", Form([.. Enumerable.Repeat("x"u8.ToArray(), 201)]))).StatusCode);
    }

    private async Task<(string Code, byte[] Pdf)> DocumentAsync()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var code = await open.EarnCertificateAsync(await open.TraineeAsync("Nguyễn Thị Thùy Dương", new DateOnly(1987, 11, 23)));
        return (code, (await site.UseAsync<CertificateFace, CertificateDocument?>(c => c.DocumentAsync(CertificateCode.TryParse(code, out var parsed) ? parsed : default)))!.Pdf);
    }

    /// <summary>Something in the middle, where the page is.</summary>
    private static byte[] Changed(byte[] pdf)
    {
        var changed = (byte[])pdf.Clone();
        changed[pdf.Length / 2] ^= 1;
        return changed;
    }

    private Task<HttpResponseMessage> CheckAsync(byte[] pdf) => site.Anonymous().SendAsync(HttpMethod.Post, "/verify/documents", new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "chung-chi.pdf" } });

    private static MultipartFormDataContent Form(byte[][] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var file in files) form.Add(new ByteArrayContent(file), "files", "a.pdf");
        return form;
    }
}

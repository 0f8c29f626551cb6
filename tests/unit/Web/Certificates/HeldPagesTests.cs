using System.Net;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Certificates;

public sealed class HeldPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task The_holder_finds_her_certificate_and_takes_it_along_under_her_name()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var trainee = await open.TraineeAsync("Nguyễn Thị Thùy Dương");
        var code = await open.EarnCertificateAsync(trainee);

        var link = (await trainee.PageAsync("/my/certificates")).QuerySelector("main a[href$='/pdf']")!.GetAttribute("href")!;
        var pdf = await trainee.GetAsync(link);

        Assert.Equal($"/my/certificates/{code}/pdf", link);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("chung-chi-nguyen-thi-thuy-duong-", pdf.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.Equal("%PDF-"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..5]);
    }

    [Fact]
    public async Task Nobody_else_takes_it_along()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var code = await open.EarnCertificateAsync(await open.TraineeAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await (await open.TraineeAsync()).GetAsync($"/my/certificates/{code}/pdf")).StatusCode);
    }
}

using System.Net;
using System.Xml.Linq;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
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

        var other = await open.TraineeAsync();
        foreach (var part in new[] { "", "/pdf", "/credential", "/image.svg", "/qr.svg" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/my/certificates/{code}{part}")).StatusCode);
    }

    [Fact]
    public async Task The_holder_has_it_in_every_shape_and_sees_how_often_it_was_verified_by_others()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var trainee = await open.TraineeAsync("K'Tuyên <Mạch>");
        var code = await open.EarnCertificateAsync(trainee);

        var credential = await (await trainee.GetAsync($"/my/certificates/{code}/credential")).Content.ReadAsStringAsync();
        Assert.Equal(CarrierState.Valid, (await site.UseAsync<CarrierReading, CredentialReading>(r => r.ReadCredentialAsync(credential))).State);
        var picture = XDocument.Parse(await (await trainee.GetAsync($"/my/certificates/{code}/image.svg")).Content.ReadAsStringAsync());
        Assert.Contains(picture.Descendants(), text => text.Value == "K'Tuyên <Mạch>");
        XDocument.Parse(await (await trainee.GetAsync($"/my/certificates/{code}/qr.svg")).Content.ReadAsStringAsync());

        await site.Anonymous().GetAsync($"/C/{code}");
        await site.Anonymous().GetAsync($"/C/{code}");
        await trainee.GetAsync($"/C/{code}"); // her own look is not counted
        await site.UseAsync<VerificationCounts, int>(c => c.FlushAsync());
        var page = await trainee.PageAsync($"/my/certificates/{code}");
        Assert.Equal("2", page.QuerySelector("main table tbody td")!.TextContent.Trim());
        Assert.Contains($"certUrl={Uri.EscapeDataString($"https://localhost/C/{code}")}", page.QuerySelector("main a[href^='https://www.linkedin.com/']")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}

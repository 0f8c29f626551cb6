using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web;

/// <summary>What a page costs the database does not grow with what stands on it.</summary>
public sealed class PageCostTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task The_first_page_costs_the_same_for_one_class_and_for_four()
    {
        var first = await ClassOnSite.OpenAsync(site);
        var trainee = await first.TraineeAsync();
        await first.StartAsync(trainee);
        var one = await site.Statements.OfAsync(() => trainee.PageAsync("/my"));

        for (var i = 0; i < 3; i++)
        {
            var open = await ClassOnSite.OpenAsync(site);
            await open.EnrolAsync(trainee);
            await open.StartAsync(trainee);
        }

        Assert.Equal(4, (await trainee.PageAsync("/my")).QuerySelectorAll("main .class-card").Length);
        Assert.Equal(one, await site.Statements.OfAsync(() => trainee.PageAsync("/my")));
    }

    [Fact]
    public async Task A_page_of_questions_costs_the_same_with_and_without_answers()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        var attempt = await open.StartAsync(trainee);
        var empty = await site.Statements.OfAsync(() => trainee.PageAsync(attempt));

        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("answers[2]", "a"), ("answers[3]", "b"));

        Assert.Equal(empty, await site.Statements.OfAsync(() => trainee.PageAsync(attempt)));
        Assert.InRange(empty, 1, 3);
    }

    [Fact]
    public async Task Checking_a_certificate_costs_one_statement_whether_the_code_is_known_unknown_or_none()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var code = await open.EarnCertificateAsync(await open.TraineeAsync());
        var nobody = site.Anonymous();

        Assert.Equal(1, await site.Statements.OfAsync(() => nobody.GetAsync($"/C/{code}")));
        foreach (var other in new[] { Lms.Certificates.Verification.CertificateCode.New().Value, "ABCDEFGHABCDEFGH", "x", new string('0', 500) })
            Assert.Equal(1, await site.Statements.OfAsync(() => nobody.GetAsync($"/C/{other}")));
    }

    [Fact]
    public async Task A_picture_the_browser_has_costs_one_statement()
    {
        var file = (await site.UseAsync<Lms.Content.Media.MediaLibrary, (Lms.Content.Media.StoreOutcome, Lms.Content.Media.MediaFile? File)>(
            m => m.StoreAsync("a.vtt", new MemoryStream("WEBVTT\n"u8.ToArray()), null, null))).File!;
        var trainee = await site.AsAsync(Lms.Web.Identity.Role.Trainee);

        Assert.Equal(1, await site.Statements.OfAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/media/{file.Code}/a.vtt", UriKind.Relative));
            request.Headers.IfNoneMatch.Add(new($"\"{file.Sha256}\""));
            await trainee.SendAsync(request);
        }));
    }
}

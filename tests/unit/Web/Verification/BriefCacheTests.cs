using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Verification;

/// <summary>A site whose verification pages are kept for a moment, as in use.</summary>
public sealed class BriefCacheTests : IAsyncLifetime
{
    private readonly WebSite site = WebSite.Keeping(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task A_page_that_many_look_at_is_asked_for_once_and_nobody_gets_another_ones()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var code = await open.EarnCertificateAsync(await open.TraineeAsync("Nguyễn Thị Thùy Dương", new DateOnly(1987, 11, 23)));
        var registrar = await site.AsAsync(Role.Registrar);

        Assert.Equal(0, await site.Statements.OfAsync(() => site.Anonymous().PageAsync($"/C/{code}")));
        // In another language it is another page, and signed in a page of one's own.
        Assert.Equal("en", (await site.Anonymous().PageAsync($"/C/{code}?culture=en")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("vi", (await site.Anonymous().PageAsync($"/C/{code}")).DocumentElement.GetAttribute("lang"));
        Assert.NotNull((await registrar.PageAsync($"/C/{code}")).QuerySelector(".site-menu a[href='/register/certificates']"));
        Assert.Null((await site.Anonymous().PageAsync($"/C/{code}")).QuerySelector(".site-menu a[href='/register/certificates']"));
        // Only what is there is kept.
        Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().GetAsync("/C/ABCDEFGHABCDEFGH")));
    }

    public async ValueTask InitializeAsync() => await site.InitializeAsync();
    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}

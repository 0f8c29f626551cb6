using System.Net;
using System.Net.Http.Headers;
using Lms.Content.Media;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Features.Media;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Media;

public sealed class MediaPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_is_shown_and_kept_for_good_by_the_browser_alone()
    {
        var file = await StoreAsync("Sơ đồ.png", Png);

        var answer = await (await site.AsAsync(Role.Trainee)).GetAsync(PathOf(file));

        Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl.MaxAge);
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        var file = await StoreAsync("a.png", Png);
        var trainee = await site.AsAsync(Role.Trainee);

        var answer = await AskAsync(trainee, file, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{file.Sha256}\"")));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task A_film_can_be_asked_for_in_pieces()
    {
        var film = await StoreAsync("a.mp4", [0, 0, 0, 8, .. "ftypisom"u8, 1, 2, 3, 4]);
        var trainee = await site.AsAsync(Role.Trainee);

        var answer = await AskAsync(trainee, film, r => r.Headers.Range = new RangeHeaderValue(12, 13));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal([1, 2], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_paper_is_saved_and_not_opened_by_the_browser()
    {
        var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in new[] { "[Content_Types].xml", "word/document.xml" }) archive.CreateEntry(entry);
        var file = await StoreAsync("Phiếu đánh giá.docx", zip.ToArray());

        var answer = await (await site.AsAsync(Role.Trainee)).GetAsync(PathOf(file));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Phiếu đánh giá.docx", answer.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_file()
    {
        var file = await StoreAsync("b.png", [.. Png, 9]);

        Assert.StartsWith("/sign-in", (await site.Anonymous().GetAsync(PathOf(file))).Leads(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAsync(WebVisitor visitor, MediaFile file, Action<HttpRequestMessage> prepare)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(PathOf(file), UriKind.Relative));
        prepare(request);
        return visitor.SendAsync(request);
    }

    private static string PathOf(MediaFile file) => file.Address.TrimStart('~');

    private async Task<MediaFile> StoreAsync(string name, byte[] bytes) =>
        (await site.UseAsync<MediaLibrary, (StoreOutcome, MediaFile? File)>(m => m.StoreAsync(name, new MemoryStream(bytes), null, null))).File!;
}

using System.Net;
using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.UnitTests.Content;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Learning;

public sealed class LearningPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Who_is_in_no_class_is_told_how_one_gets_into_one() =>
        Assert.NotNull((await (await site.AsAsync(Role.Trainee)).PageAsync("/my")).QuerySelector("main .empty"));

    [Fact]
    public async Task The_first_page_leads_to_the_lesson_to_go_on_with()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        await trainee.PageAsync($"{open.Page}/lessons/l2");

        var next = (await trainee.PageAsync("/my")).QuerySelector("main .class-card .button--primary")!;

        Assert.Equal($"{open.Page}/lessons/l2", next.GetAttribute("href"));
    }

    [Fact]
    public async Task Reading_leads_from_lesson_to_lesson_and_at_the_end_back_to_the_class()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();

        foreach (var (lesson, then) in new[] { ("l1", $"{open.Page}/lessons/l2"), ("l2", $"{open.Page}/lessons/l3"), ("l3", open.Page) })
        {
            var form = (await trainee.PageAsync($"{open.Page}/lessons/{lesson}")).QuerySelector("main form")!;
            var fields = form.QuerySelectorAll("input[name=then]").Select(i => ("then", i.GetAttribute("value"))).ToArray();
            Assert.Equal(then, (await trainee.PostAsync(form.GetAttribute("action")!, fields)).Leads());
        }

        Assert.Equal(3, (await trainee.PageAsync(open.Page)).QuerySelectorAll(".outline .is-done").Length);
    }

    [Fact]
    public async Task A_class_one_is_not_in_does_not_exist()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var stranger = await site.AsAsync(Role.Trainee);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(open.Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{open.Page}/lessons/l1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{open.Page}/lessons/l1/completion")).StatusCode);
    }

    [Fact]
    public async Task A_lesson_that_is_not_in_the_course_does_not_exist()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await trainee.GetAsync($"{open.Page}/lessons/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await trainee.PostAsync($"{open.Page}/lessons/none/completion")).StatusCode);
    }

    [Fact]
    public async Task A_lesson_shows_its_pictures_films_and_papers_and_its_text_runs_nothing()
    {
        var (picture, film, words) = (await StoreAsync("so-do.png", [0x89, .. "PNG\r\n\u001a\n"u8]), await StoreAsync("ca.mp4", [0, 0, 0, 8, .. "ftypisom"u8]), await StoreAsync("ca.vtt", "WEBVTT\n"u8.ToArray()));
        var lesson = SampleCourse.Lesson("l1") with
        {
            Parts = [new MarkdownLessonPart("Đọc <script>alert(1)</script> và <javascript:alert(1)>"), new ImageLessonPart(picture, "Sơ đồ", "Sơ đồ sinh thái"), new VideoLessonPart(film, "Buổi tham vấn", words), new FileLessonPart(picture, "Phiếu")],
        };
        var open = await ClassOnSite.OpenAsync(site, course: SampleCourse.With("HINH") with { Modules = [new() { Id = "m1", Title = "Học phần 1", Lessons = [lesson] }] });

        var text = (await (await open.TraineeAsync()).PageAsync($"{open.Page}/lessons/l1")).QuerySelector(".prose")!;

        Assert.Equal(("Sơ đồ", $"/media/{picture}/so-do.png"), (text.QuerySelector("img")!.GetAttribute("alt"), text.QuerySelector("img")!.GetAttribute("src")));
        Assert.Equal(("none", $"/media/{words}/ca.vtt"), (text.QuerySelector("video")!.GetAttribute("preload"), text.QuerySelector("track")!.GetAttribute("src")));
        Assert.NotNull(text.QuerySelector($"a.button[href='/media/{picture}/so-do.png']"));
        Assert.Empty(text.QuerySelectorAll("script, a[href^=javascript]"));
    }

    [Theory]
    [InlineData("/my/classes/!")]
    [InlineData("/my/classes/không-có")]
    [InlineData("/my/classes/!/lessons/l1")]
    [InlineData("/exams/!")]
    [InlineData("/attempts/!")]
    [InlineData("/attempts/!/review")]
    [InlineData("/attempts/!/submission")]
    [InlineData("/my/certificates/!/pdf")]
    [InlineData("/media/!/a.png")]
    public async Task An_address_that_makes_no_sense_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(Role.Trainee)).GetAsync(path)).StatusCode);

    private async Task<string> StoreAsync(string name, byte[] bytes) =>
        (await site.UseAsync<MediaLibrary, (StoreOutcome, MediaFile? File)>(m => m.StoreAsync(name, new MemoryStream(bytes), null, null))).File!.Code.Value;
}

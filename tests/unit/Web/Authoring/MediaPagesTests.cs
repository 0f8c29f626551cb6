using System.Net;
using System.Text;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class MediaPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("trang.html", "<script>alert(1)</script>", "Không nhận loại tệp")]
    [InlineData("hinh.png", "<script>alert(1)</script>", "không đúng với đuôi tệp")]
    [InlineData("rong.png", "", "rỗng")]
    public async Task A_refused_file_is_refused_in_words(string name, string content, string words)
    {
        var institute = await Institute.OpenAsync(site);
        var answer = await UploadAsync(institute.Author, "/authoring/media", "files", name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        (await answer.PageAsync()).HasErrorsThatLeadToFields();
        var told = (await answer.PageAsync()).QuerySelector("#files-error")!.TextContent;
        Assert.Contains(words, told);
        Assert.Contains(name, told);
    }

    [Fact]
    public async Task A_picture_is_stored_and_listed_for_its_own_institution_only()
    {
        var (ours, others) = (await Institute.OpenAsync(site), await Institute.OpenAsync(site));
        var page = await ours.Author.FollowAsync(await UploadAsync(ours.Author, "/authoring/media", "files", "sơ đồ.png", Png));
        Assert.Contains("sơ đồ.png", page.Text());
        Assert.Contains("sơ đồ.png", (await ours.Author.PageAsync("/authoring/media?search=so+do&kind=Image")).Text());
        Assert.DoesNotContain("sơ đồ.png", (await others.Author.PageAsync("/authoring/media")).Text());
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(ours.Author, "/authoring/media", "files", "a.png", Png, ("owner", "department"))).StatusCode);
    }

    [Fact]
    public async Task A_picture_is_uploaded_right_into_its_lesson()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync();
        var editor = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), lesson, "Button=AddImage"));
        var revision = editor.QuerySelector("[name='Form.Revision']")!.GetAttribute("value")!;
        await institute.Author.FollowAsync(await UploadAsync(institute.Author, lesson, "Form.Parts[0].Upload", "so-do.png", Png,
            ("Form.Revision", revision), ("Form.Title", "Tiếp nhận"), ("Form.Minutes", "25"), ("Form.Parts[0].Kind", "Image"), ("Form.Parts[0].Alt", "Sơ đồ sáu bước"), ("Button", "Save")));

        var picture = (await institute.Author.PageAsync($"{course}/preview/{lesson.Split('/')[^1]}")).QuerySelector(".prose img")!;
        Assert.Equal("Sơ đồ sáu bước", picture.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, (await institute.Author.GetAsync(picture.GetAttribute("src")!)).StatusCode);
    }

    [Fact]
    public async Task A_film_is_no_picture()
    {
        var institute = await Institute.OpenAsync(site);
        var (_, lesson) = await institute.CourseAsync();
        var editor = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), lesson, "Button=AddImage"));
        var revision = editor.QuerySelector("[name='Form.Revision']")!.GetAttribute("value")!;
        var answer = await UploadAsync(institute.Author, lesson, "Form.Parts[0].Upload", "phu-de.vtt", "WEBVTT\n"u8.ToArray(),
            ("Form.Revision", revision), ("Form.Title", "Tên mới"), ("Form.Parts[0].Kind", "Image"), ("Button", "Save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        page.HasErrorsThatLeadToFields();
        Assert.Contains("không dùng được", page.QuerySelector("#Form_Parts_0__Upload-error")!.TextContent);
        Assert.Equal("Tên mới", page.QuerySelector("#Form_Title")!.GetAttribute("value"));
    }

    private static Task<HttpResponseMessage> UploadAsync(WebVisitor visitor, string address, string field, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (fieldName, value) in fields) content.Add(new StringContent(value), fieldName);
        content.Add(new ByteArrayContent(bytes), field, name);
        return visitor.SendAsync(HttpMethod.Post, address, content);
    }
}

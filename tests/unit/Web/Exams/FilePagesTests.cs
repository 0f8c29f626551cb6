using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Training.Classes;
using Lms.UnitTests.Infrastructure.Web;
using Lms.UnitTests.Web.Authoring;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Exam = Lms.UnitTests.Assessment.Sample;

namespace Lms.UnitTests.Web.Exams;

public sealed class FilePagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Pdf = "%PDF-1.7 kế hoạch";

    [Fact]
    public async Task Without_script_files_go_along_with_whichever_button_is_pressed()
    {
        var (_, trainee, attempt) = await StartAsync();
        var saved = await SendAsync(trainee, $"{attempt}/page/1", [("answers[2]", "a"), ("go", "check")], ("files[1]", "kế hoạch.pdf", Pdf), ("files[1]", "ghi chú.txt", "xin chào"));
        Assert.EndsWith("/submission", saved.Leads(), StringComparison.Ordinal);

        var page = await trainee.PageAsync(attempt);
        Assert.Equal(["kế hoạch.pdf", "ghi chú.txt"], page.QuerySelectorAll("#q1 [data-files] a").Select(a => a.TextContent));
        Assert.True(page.QuerySelector<IHtmlInputElement>("#q2 input[value=a]")!.IsChecked);
        Assert.Equal("multipart/form-data", page.QuerySelector("form.exam")!.GetAttribute("enctype"));

        var remove = page.QuerySelector("#q1 [data-files] button")!.GetAttribute("value");
        await trainee.PostAsync($"{attempt}/page/1", ("answers[2]", "a"), ("remove", remove));
        Assert.Equal(["ghi chú.txt"], (await trainee.PageAsync(attempt)).QuerySelectorAll("#q1 [data-files] a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_named_at_its_field_and_the_other_answers_are_saved()
    {
        var (_, trainee, attempt) = await StartAsync();
        var refused = await SendAsync(trainee, $"{attempt}/page/1", [("answers[2]", "a"), ("go", "next")], ("files[1]", "bài.pdf", "<script>alert(1)</script>"), ("files[1]", "tốt.pdf", Pdf));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        page.HasErrorsThatLeadToFields();
        Assert.Contains("bài.pdf", page.QuerySelector("#q1-files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["tốt.pdf"], page.QuerySelectorAll("#q1 [data-files] a").Select(a => a.TextContent));
        Assert.True(page.QuerySelector<IHtmlInputElement>("#q2 input[value=a]")!.IsChecked);
    }

    [Fact]
    public async Task The_script_gets_a_state_for_every_outcome()
    {
        var (_, trainee, attempt) = await StartAsync();
        var saved = await UploadAsync(trainee, $"{attempt}/answers/1/files", "a.pdf", Pdf);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("\"state\":\"saved\"", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await UploadAsync(trainee, $"{attempt}/answers/1/files", "a.docx", Pdf);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("notTaken", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(trainee, $"{attempt}/answers/2/files", "a.pdf", Pdf)).StatusCode);
        var other = await site.AsAsync(Role.Trainee);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(other, $"{attempt}/answers/1/files", "b.pdf", Pdf)).StatusCode);
        await trainee.PostAsync($"{attempt}/submission");
        Assert.Equal(HttpStatusCode.Conflict, (await UploadAsync(trainee, $"{attempt}/answers/1/files", "c.pdf", Pdf + "2")).StatusCode);
    }

    [Fact]
    public async Task Only_who_gave_a_file_or_teaches_or_plans_the_class_gets_it_and_no_marker_before_the_hand_in()
    {
        var (opened, trainee, attempt) = await StartAsync();
        await UploadAsync(trainee, $"{attempt}/answers/1/files", "Nguyễn Thị Lan.pdf", Pdf);
        var address = (await trainee.PageAsync(attempt)).QuerySelector("#q1 [data-files] a")!.GetAttribute("href")!;
        var teacher = await TeacherAsync(opened);
        var (stranger, planner, author) = (await site.AsAsync(Role.Instructor), await site.AsAsync(Role.Coordinator), await site.AsAsync(Role.Author));

        var own = await trainee.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "nosniff", "application/pdf"), (own.StatusCode, own.Headers.GetValues("X-Content-Type-Options").Single(), own.Content.Headers.ContentType!.ToString()));
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Nguyễn Thị Lan.pdf", own.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Equal(Pdf, await own.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(address)).StatusCode);
        await trainee.PostAsync($"{attempt}/submission");

        var marked = await teacher.GetAsync($"{address}?view=true");
        Assert.Equal((HttpStatusCode.OK, "inline"), (marked.StatusCode, marked.Content.Headers.ContentDisposition!.DispositionType));
        Assert.DoesNotContain("Lan", marked.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", marked.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("a.txt", "<script>alert(1)</script>", "text/plain; charset=utf-8", "inline")]
    [InlineData("a.rtf", "{\\rtf1}", "application/rtf", "attachment")]
    public async Task What_came_from_outside_is_never_run(string name, string content, string type, string disposition)
    {
        var (_, trainee, attempt) = await StartAsync();
        await UploadAsync(trainee, $"{attempt}/answers/1/files", name, content);
        var address = (await trainee.PageAsync(attempt)).QuerySelector("#q1 [data-files] a")!.GetAttribute("href")!;
        var answer = await trainee.GetAsync($"{address}?view=true");
        Assert.Equal((type, disposition), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_names_the_files_and_the_check_before_handing_in_counts_them()
    {
        var (_, trainee, attempt) = await StartAsync();
        await UploadAsync(trainee, $"{attempt}/answers/1/files", "a.pdf", Pdf);
        await trainee.PostAsync($"{attempt}/page/1", ("answers[2]", "a"), ("go", "check"));
        Assert.NotNull((await trainee.PageAsync($"{attempt}/submission")).QuerySelector("main .notice--success"));
    }

    [Fact]
    public void Every_outcome_has_its_words()
    {
        var text = site.Services.GetRequiredService<IStringLocalizer<ExamsText>>();
        Assert.All(Enum.GetValues<FileOutcome>().Where(o => o != FileOutcome.Saved), o => Assert.False(text[$"File{o}"].ResourceNotFound));
    }

    private static Task<HttpResponseMessage> UploadAsync(WebVisitor visitor, string path, string name, string content) => SendAsync(visitor, path, [], ("file", name, content));

    private static Task<HttpResponseMessage> SendAsync(WebVisitor visitor, string path, (string Name, string Value)[] fields, params (string Field, string Name, string Content)[] files)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files) body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), field, name);
        return visitor.SendAsync(HttpMethod.Post, path, body);
    }

    private async Task<WebVisitor> TeacherAsync(ClassOnSite opened)
    {
        var teacher = await site.AsAsync(Role.Instructor);
        var d = opened.Detail;
        Assert.Equal(ClassOutcome.Done, await site.UseAsync<Classes, ClassOutcome>(c => c.ChangeAsync(d.PublicCode, new ClassDraft(
            d.Code, d.Title, d.ProgrammeKey, d.CourseKey, d.InstitutionKey, d.PaperKey, d.StartsOn, d.EndsOn, d.ExamOpensAt, d.ExamClosesAt, d.Capacity, d.Place, [teacher.Key]), null)));
        return teacher;
    }

    private async Task<(ClassOnSite Opened, WebVisitor Trainee, string Attempt)> StartAsync()
    {
        var opened = await ClassOnSite.OpenAsync(site, paper: p => p with { Review = new ReviewPolicy { WhileOpen = ReviewDetail.All } },
            questions: [new QuestionDraft("Tệp", 2, "", new FileUpload { Prompt = "Nộp kế hoạch can thiệp.", MostFiles = 3 }), Exam.Single()]);
        var trainee = await opened.TraineeAsync();
        return (opened, trainee, await opened.StartAsync(trainee));
    }
}

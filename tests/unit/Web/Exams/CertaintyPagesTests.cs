using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Assessment.Papers;
using Lms.UnitTests.Infrastructure.Web;
using Exam = Lms.UnitTests.Assessment.Sample;

namespace Lms.UnitTests.Web.Exams;

public sealed class CertaintyPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_certainty_comes_with_the_form_or_with_the_script_and_is_shown_beside_the_result()
    {
        var opened = await ClassOnSite.OpenAsync(site, paper: p => p with { AsksCertainty = true, Review = new ReviewPolicy { WhileOpen = ReviewDetail.All } }, questions: [Exam.Single(), Exam.Statement()]);
        var trainee = await opened.TraineeAsync();
        var attempt = await opened.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("certainty[1]", "3"), ("go", "stay"));
        Assert.Equal(HttpStatusCode.OK, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/2", """{"choice":["false"],"certainty":2}""")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/2", """{"choice":["true"],"certainty":4}""")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/2", """{"certainty":2}""")).StatusCode);
        Assert.Equal(["3", "2"], (await trainee.PageAsync(attempt)).QuerySelectorAll<IHtmlInputElement>("[data-certainty] input").Where(i => i.IsChecked).Select(i => i.Value));

        await trainee.PostAsync($"{attempt}/submission");
        var review = (await trainee.PageAsync($"{attempt}/review")).QuerySelector("main")!.TextContent;
        Assert.Contains("1 trên tối đa 6", review, StringComparison.Ordinal);
        Assert.Contains("không tính vào điểm thi", review, StringComparison.Ordinal);
        Assert.Contains("Mức chắc chắn: Khá chắc. Điểm theo mức chắc chắn: −2.", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_does_not_ask_shows_nothing_of_it()
    {
        var opened = await ClassOnSite.OpenAsync(site, questions: [Exam.Single()]);
        var trainee = await opened.TraineeAsync();
        var attempt = await opened.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("certainty[1]", "3"), ("go", "stay"));
        Assert.Empty((await trainee.PageAsync(attempt)).QuerySelectorAll("[data-certainty]"));
    }
}

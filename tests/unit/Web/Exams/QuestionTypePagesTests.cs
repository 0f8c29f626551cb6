using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Assessment.Papers;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Exams;

/// <summary>Every type over HTTP, as a browser without script posts it and as the exam's script sends it: both find the same on the page again.</summary>
public sealed class QuestionTypePagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["matching"] = "answers[1][1]=a&answers[1][2]=c",
        ["ordering"] = "answers[2][a]=2&answers[2][b]=1&answers[2][c]=3",
        ["numeric"] = "answers[3]=650,5 kg",
        ["calculated"] = "answers[4]=14",
        ["cloze"] = "answers[5][1]=thông tin&answers[5][2]=b&answers[5][3]=a&answers[5][3]=c",
        ["gapSelect"] = "answers[6][1]=a&answers[6][2]=",
        ["hotspot"] = "answers[7]=12,34&answers[7]=300,300",
        ["essay"] = "answers[8]=Theo tôi:\r\n\r\nnên hỏi trước.",
    };

    [Theory]
    [InlineData("matching", 1, """{"pairs":{"1":"a","2":"c"}}""")]
    [InlineData("ordering", 2, """{"order":["b","a","c"]}""")]
    [InlineData("numeric", 3, """{"text":"650,5 kg"}""")]
    [InlineData("calculated", 4, """{"text":"14"}""")]
    [InlineData("cloze", 5, """{"gaps":{"1":"thông tin","2":["b"],"3":["a","c"]}}""")]
    [InlineData("gapSelect", 6, """{"gaps":{"1":["a"]}}""")]
    [InlineData("hotspot", 7, """{"points":[[12,34],[300,300]]}""")]
    [InlineData("essay", 8, """{"text":"Theo tôi:\n\nnên hỏi trước."}""")]
    public async Task An_answer_is_on_the_page_again_whichever_way_it_came(string type, int slot, string sent)
    {
        var open = await OpenAsync();
        var (byForm, formAttempt) = await StartAsync(open);
        var (byScript, scriptAttempt) = await StartAsync(open);
        var fields = Fields(type);
        Assert.Empty(Given(await byForm.PageAsync(formAttempt), slot));

        Assert.Equal(HttpStatusCode.Redirect, (await byForm.PostAsync($"{formAttempt}/page/1", [.. fields, ("go", "stay")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await byScript.SendJsonAsync(HttpMethod.Put, $"{scriptAttempt}/answers/{slot}", sent)).StatusCode);

        var expected = fields.Where(f => f.Value != "").Select(f => $"{f.Name}={f.Value!.ReplaceLineEndings("\n")}").Order();
        var page = await byForm.PageAsync(formAttempt);
        Assert.Equal(type, page.QuerySelector($"#q{slot}")!.GetAttribute("data-type"));
        Assert.Equal(expected, Given(page, slot));
        Assert.Equal(expected, Given(await byScript.PageAsync(scriptAttempt), slot));
        Assert.NotEqual("", page.QuerySelector($"#q{slot} [data-save-state]")!.TextContent);

        // What stands there, posted once more, is no new answer: neither is the rest of the page.
        var before = page.QuerySelector($"#q{slot}")!.GetAttribute("data-saved-at");
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await byForm.PostAsync($"{formAttempt}/page/1", [.. fields, ("go", "stay")]);
        Assert.Equal(before, (await byForm.PageAsync(formAttempt)).QuerySelector($"#q{slot}")!.GetAttribute("data-saved-at"));
    }

    [Theory]
    [InlineData(1, """{"pairs":{"1":"z"}}""")]
    [InlineData(1, """{"pairs":["a"]}""")]
    [InlineData(1, """{"order":["a"]}""")]
    [InlineData(2, """{"order":["a","a"]}""")]
    [InlineData(2, """{"order":["z"]}""")]
    [InlineData(3, """{"choice":["a"]}""")]
    [InlineData(5, """{"gaps":{"9":"x"}}""")]
    [InlineData(5, """{"gaps":{"2":["a","b"]}}""")]
    [InlineData(6, """{"gaps":{"1":"kín"}}""")]
    [InlineData(7, """{"points":[[-1,5]]}""")]
    [InlineData(7, """{"points":[[1,2,3]]}""")]
    [InlineData(8, """{"points":[]}""")]
    public async Task What_cannot_answer_a_question_is_422_and_changes_nothing(int slot, string json)
    {
        var (trainee, attempt) = await StartAsync(await OpenAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/{slot}", json)).StatusCode);
        Assert.Empty(Given(await trainee.PageAsync(attempt), slot));
    }

    [Fact]
    public async Task Nothing_on_the_page_tells_what_is_right()
    {
        var (trainee, attempt) = await StartAsync(await OpenAsync());

        var page = await trainee.PageAsync(attempt);

        Assert.DoesNotContain("650", page.QuerySelector("#q3")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("thông tin", page.QuerySelector("#q5")!.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#q5 b"));
        // Of an area its label and a point inside, nothing of its outline.
        Assert.Equal(["50,50", "300,300"], page.QuerySelectorAll<IHtmlInputElement>("#q7 .disclosure input").Take(2).Select(i => i.Value));
        Assert.DoesNotContain("500,0", page.QuerySelector("#q7")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_essay_is_saved_and_one_that_is_too_long_is_refused()
    {
        var (trainee, attempt) = await StartAsync(await OpenAsync());
        var longest = string.Concat(Enumerable.Repeat("viết ", 20_000));

        Assert.Equal(HttpStatusCode.OK, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/8", $$"""{"text":"{{longest}}"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/8", $$"""{"text":"{{longest}}x"}""")).StatusCode);
        Assert.Contains("20000 từ", (await trainee.PageAsync(attempt)).QuerySelector("#q8-words")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>But for the essay: it waits for a marker, and the result with it.</summary>
    [Fact]
    public async Task The_result_shows_the_answers_what_is_right_and_the_steps_to_the_points()
    {
        var (trainee, attempt) = await StartAsync(await OpenAsync(ReviewDetail.All));
        await trainee.PostAsync($"{attempt}/page/1", [.. Filled.Keys.Where(k => k != "essay").SelectMany(Fields), ("go", "check")]);
        await trainee.PostAsync($"{attempt}/submission");

        var review = await trainee.PageAsync($"{attempt}/review");

        Assert.Contains("Ghép sai: Nét đứt – Căng thẳng. Đáp án: Yếu.", Text(review, 1), StringComparison.Ordinal);
        Assert.Contains("Chưa đúng vị trí: Tiếp nhận.", Text(review, 2), StringComparison.Ordinal);
        Assert.Contains("650,5 kg", Text(review, 3), StringComparison.Ordinal);
        Assert.Contains("14", Text(review, 4), StringComparison.Ordinal);
        Assert.Contains("Chỗ trống 2: “sau”.", Text(review, 5), StringComparison.Ordinal);
        Assert.Contains("Chỗ trống 2: để trống. Đáp án: hứa.", Text(review, 6), StringComparison.Ordinal);
        Assert.Contains("Chủ nợ; Xưởng may", Text(review, 7), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_right_answers_may_not_be_seen_the_steps_do_not_tell_them()
    {
        var (trainee, attempt) = await StartAsync(await OpenAsync(ReviewDetail.Score | ReviewDetail.Responses | ReviewDetail.Correctness));
        await trainee.PostAsync($"{attempt}/page/1", [.. Filled.Keys.Where(k => k is not ("hotspot" or "essay")).SelectMany(Fields), ("answers[7]", "700,700"), ("go", "check")]);
        await trainee.PostAsync($"{attempt}/submission");

        var review = await trainee.PageAsync($"{attempt}/review");

        Assert.DoesNotContain("Đáp án", review.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ghép sai: Nét đứt – Căng thẳng.", Text(review, 1), StringComparison.Ordinal);
        Assert.DoesNotContain("Xưởng may", Text(review, 7), StringComparison.Ordinal);
        // In the order given, b a c, and not in the right one.
        Assert.Equal(["Đánh giá", "Tiếp nhận", "Kết thúc"], review.QuerySelectorAll("#q2 .steps li > :first-child").SkipLast(1).Select(s => s.TextContent.Split(": ")[1].TrimEnd('.')));
    }

    private async Task<ClassOnSite> OpenAsync(ReviewDetail review = ReviewDetail.All) => await ClassOnSite.OpenAsync(site, questions: QuestionsOfAllTypes.Drafts,
        paper: p => p with { QuestionsPerPage = 20, Review = new ReviewPolicy { WhileOpen = review, AfterClosing = review } });

    private static async Task<(WebVisitor Trainee, string Attempt)> StartAsync(ClassOnSite open)
    {
        var trainee = await open.TraineeAsync();
        return (trainee, await open.StartAsync(trainee));
    }

    private static (string Name, string? Value)[] Fields(string type) =>
        [.. Filled[type].Split('&').Select(f => f.Split('=', 2)).Select(f => (f[0], (string?)f[1]))];

    private static string Text(IHtmlDocument page, int slot) =>
        string.Join(' ', page.QuerySelector($"#q{slot}")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a browser would send of this question, but for what is empty or the essay's template.</summary>
    private static IEnumerable<string> Given(IHtmlDocument page, int slot) => page.QuerySelectorAll($"#q{slot} :is(input, select, textarea)").Select(e => e switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsDefaultChecked: false } => null,
        IHtmlInputElement input => (input.Name, input.Value),
        IHtmlSelectElement select => (select.Name, select.Value ?? ""),
        IHtmlTextAreaElement area => (area.Name, area.GetAttribute("data-template") == area.Value ? "" : area.Value),
        _ => ((string?, string)?)null,
    }).OfType<(string Name, string Value)>().Where(f => f.Value != "").Select(f => $"{f.Name}={f.Value}").Order();
}

using System.Net;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class PaperPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_paper_is_written_previewed_and_published()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var questions = new List<string>();
        for (var i = 0; i < 3; i++) questions.Add(await institute.StatementAsync(bank));
        var key = bank.Split('/')[^1];

        var response = await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/papers/new"), "/authoring/papers", "Button=Save",
            ("Form.Title", "Thi cuối khóa"), ("Form.TimeLimitMinutes", "30"), ("Form.Sections[0].Draws[0].BankKey", key),
            ("Form.Sections[0].Draws[0].Count", "2"), ("Form.Sections[0].Draws[0].PointsEach", "0,5"), ("Form.ShuffleOptions", null));
        var page = await institute.Author.FollowAsync(response);
        var paper = response.Leads()!;
        Assert.Contains("Có 0 câu đã phát hành", page.Text());
        Assert.Null(page.QuerySelector("[name='Form.ShuffleOptions']")!.GetAttribute("checked"));

        var refused = await Institute.StepAsync(institute.Reviewer, paper, "Published");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await refused.PageAsync()).HasErrorsThatLeadToFields();
        Assert.Contains("Không đủ", (await refused.PageAsync()).QuerySelector("#Form_Sections_0__Draws_0__Count-error")!.TextContent);

        foreach (var question in questions) await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, question, "Published"));
        Assert.Contains("Có 3 câu đã phát hành", (await institute.Author.PageAsync(paper)).Text());
        var blueprint = await institute.Author.PageAsync($"{paper}/blueprint");
        Assert.Contains("2 / 3", blueprint.QuerySelector("tfoot")!.TextContent);
        Assert.Contains("Chưa ghi", (await institute.Author.PageAsync($"{paper}/blueprint?by=Tag")).QuerySelector("thead")!.TextContent);
        var preview = await institute.Author.PageAsync($"{paper}/preview?seed=7");
        Assert.Equal(2, preview.QuerySelectorAll("fieldset.question").Length);
        Assert.Contains("1 điểm", preview.Text());

        await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, paper, "Published"));
        Assert.Contains("Phiên bản 1", (await institute.Author.PageAsync($"{paper}/history")).Text());

        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.GetAsync($"{paper}/print/A/sheet.pdf")).StatusCode);
        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync($"{paper}/print"), $"{paper}/print"));
        foreach (var file in new[] { "A/sheet.pdf", "D/sheet.pdf", "B/key.pdf" })
        {
            var pdf = await institute.Author.GetAsync($"{paper}/print/{file}");
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
            Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync())[..4]));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await Institute.OpenAsync(site)).Author.GetAsync($"{paper}/print/A/sheet.pdf")).StatusCode);
    }

    [Fact]
    public async Task Questions_are_chosen_for_everybody_and_the_preview_shows_the_sections_words_once()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        for (var i = 0; i < 2; i++) await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, await institute.StatementAsync(bank), "Published"));
        var response = await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/papers/new"), "/authoring/papers", "Button=Save",
            ("Form.Title", "Có câu cố định"), ("Form.QuestionsPerPage", "1"), ("Form.PassMarkPoints", "2,5"), ("Form.Sections[0].Title", "Chung"), ("Form.Sections[0].Instructions", "Chọn **đúng** hay sai."), ("Form.Sections[0].MinimumPercent", "40"),
            ("Form.Sections[0].Draws[0].BankKey", bank.Split('/')[^1]), ("Form.Sections[0].Draws[0].Count", "1"));
        await institute.Author.FollowAsync(response);
        var paper = response.Leads()!;
        var choosing = $"{paper}/sections/0/questions";
        Assert.Contains("Hãy chọn một ngân hàng", (await institute.Author.PageAsync(choosing)).Text());

        var ofBank = $"{choosing}?bank={bank.Split('/')[^1]}";
        var list = await institute.Author.PageAsync(ofBank);
        var key = list.QuerySelector("[name='Form.Questions']")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await institute.Author.SubmitAsync(list, ofBank, null, ("Form.Points", "không"))).StatusCode);
        var added = await institute.Author.SubmitAsync(list, ofBank, null, ("Form.Questions", key), ("Form.Points", "2"));
        Assert.Equal($"{paper}#section-0", added.Leads());
        var edit = await institute.Author.PageAsync(paper);
        Assert.Equal("2", edit.QuerySelector("[name='Form.Sections[0].Questions[0].Points']")!.GetAttribute("value"));
        Assert.Equal("2,5", edit.QuerySelector("#Form_PassMarkPoints")!.GetAttribute("value"));
        Assert.Single((await institute.Author.PageAsync(ofBank)).QuerySelectorAll("[name='Form.Questions']")); // not twice

        var first = await institute.Author.PageAsync($"{paper}/preview");
        Assert.Contains("đúng", first.QuerySelector(".exam__section .prose strong")!.TextContent);
        Assert.Contains("1,2", first.QuerySelector(".exam__section")!.TextContent); // 40 percent of 3 points
        var second = await institute.Author.PageAsync($"{paper}/preview?page=2");
        Assert.Contains("tiếp theo", second.QuerySelector(".exam__section")!.TextContent);
        Assert.Null(second.QuerySelector(".exam__section .prose"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Institute.OpenAsync(site)).Author.GetAsync(choosing)).StatusCode);
    }

    [Fact]
    public async Task Sections_may_have_times_of_their_own_and_the_preview_shows_them_one_by_one()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        for (var i = 0; i < 2; i++) await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, await institute.StatementAsync(bank), "Published"));
        var bigger = await (await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/papers/new"), "/authoring/papers", "Button=AddSection")).PageAsync();
        var response = await institute.Author.SubmitAsync(bigger, "/authoring/papers", "Button=Save", ("Form.Title", "Hai phần"), ("Form.TimeLimitMinutes", "45"), ("Form.Sections[0].TimeLimitMinutes", "20"),
            ("Form.Sections[0].Draws[0].BankKey", bank.Split('/')[^1]), ("Form.Sections[0].Draws[0].Count", "1"), ("Form.Sections[1].Draws[0].BankKey", bank.Split('/')[^1]), ("Form.Sections[1].Draws[0].Count", "1"));
        await institute.Author.FollowAsync(response);
        var paper = response.Leads()!;
        var refused = await Institute.StepAsync(institute.Reviewer, paper, "Published");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await refused.PageAsync()).HasErrorsThatLeadToFields();
        Assert.Contains("cũng phải có", (await refused.PageAsync()).QuerySelector("#Form_Sections_1__TimeLimitMinutes-error")!.TextContent);

        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(paper), paper, "Button=Save", ("Form.Sections[1].TimeLimitMinutes", "10")));
        var edit = await institute.Author.PageAsync(paper);
        Assert.Equal("30", edit.QuerySelector("#Form_TimeLimitMinutes")!.GetAttribute("value"));
        Assert.Contains("tổng: 30 phút", edit.QuerySelector("#Form_TimeLimitMinutes-hint")!.TextContent);
        var preview = await institute.Author.PageAsync($"{paper}/preview?section=2");
        Assert.Equal("q2", Assert.Single(preview.QuerySelectorAll("fieldset.question")).Id);
        Assert.Contains("Phần 2: 10 phút", preview.QuerySelector("[aria-current='page'][href*='section=2']")!.TextContent);
        await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, paper, "Published"));
    }

    [Fact]
    public async Task A_standard_is_set_by_invited_judges_and_taken_as_the_pass_mark()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        for (var i = 0; i < 2; i++) await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, await institute.StatementAsync(bank), "Published"));
        var created = await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/papers/new"), "/authoring/papers", "Button=Save",
            ("Form.Title", "Đề cần điểm chuẩn"), ("Form.Sections[0].Draws[0].BankKey", bank.Split('/')[^1]), ("Form.Sections[0].Draws[0].Count", "2"), ("Form.Sections[0].Draws[0].PointsEach", "2"));
        await institute.Author.FollowAsync(created);
        var standard = $"{created.Leads()}/standard";
        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(standard), standard));
        var refused = await institute.Author.PostAsync($"{standard}/judges", ("staffCode", "KHONG-CO"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await refused.PageAsync()).HasErrorsThatLeadToFields();

        // A judge of another institution sees the questions because she is invited, and nothing else of the paper.
        var judge = (await Institute.OpenAsync(site)).Author;
        await institute.Author.PostAsync($"{standard}/judges", ("staffCode", await site.StaffCodeOf(judge.Key)));
        Assert.Equal(HttpStatusCode.NotFound, (await judge.GetAsync(standard)).StatusCode);
        var sheet = (await judge.PageAsync("/authoring")).QuerySelector("a[href*='/authoring/standards/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.GetAsync(sheet)).StatusCode);
        var wrong = await judge.PostAsync(sheet, ("estimates[0]", "60"), ("estimates[1]", "sáu mươi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("60", (await wrong.PageAsync()).QuerySelector("#estimates_0_")!.GetAttribute("value"));
        foreach (var second in new[] { "61", "62" })
        {
            await judge.PostAsync(sheet, ("estimates[0]", "60"), ("estimates[1]", second));
            await institute.Author.PostAsync($"{standard}/rounds");
        }

        var page = await institute.Author.PageAsync(standard);
        Assert.Contains("2,44", page.QuerySelector(".tile--accent")!.TextContent); // 2 × 60 % + 2 × 62 %
        Assert.Equal(created.Leads(), (await institute.Author.PostAsync($"{standard}/pass-mark")).Leads());
        Assert.Equal("2,44", (await institute.Author.PageAsync(created.Leads()!)).QuerySelector("#Form_PassMarkPoints")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sections_and_draws_come_and_go_without_a_script_and_without_saving()
    {
        var institute = await Institute.OpenAsync(site);
        var page = await (await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/papers/new"), "/authoring/papers", "Button=AddSection", ("Form.Title", "Dở dang"))).PageAsync();
        page = await (await institute.Author.SubmitAsync(page, "/authoring/papers", "Button=AddDraw:1", ("Form.Sections[1].Title", "Tình huống"))).PageAsync();
        Assert.NotNull(page.QuerySelector("[name='Form.Sections[1].Draws[1].Count']"));
        page = await (await institute.Author.SubmitAsync(page, "/authoring/papers", "Button=RemoveSection:0")).PageAsync();
        Assert.Equal("Tình huống", page.QuerySelector("[name='Form.Sections[0].Title']")!.GetAttribute("value"));
        Assert.Equal("Dở dang", page.QuerySelector("#Form_Title")!.GetAttribute("value"));
        Assert.DoesNotContain("Dở dang", (await institute.Author.PageAsync("/authoring/papers")).Text());
    }

    [Fact]
    public async Task What_is_wrong_with_a_paper_is_told_at_its_field()
    {
        var institute = await Institute.OpenAsync(site);
        var others = await (await Institute.OpenAsync(site)).BankAsync();
        var answer = await institute.Author.PostAsync("/authoring/papers", ("Form.Title", "Đề"), ("Form.TimeLimitMinutes", "ba mươi"), ("Form.PassMarkPercent", "50"),
            ("Form.AttemptsAllowed", "1"), ("Form.QuestionsPerPage", "5"), ("Form.AppealDays", "10"), ("Form.Markers", "1"), ("Form.TolerancePercent", "10"), ("Form.Sections[0].Draws[0].BankKey", others.Split('/')[^1]), ("Form.Sections[0].Draws[0].Count", "2"), ("Form.Sections[0].Draws[0].PointsEach", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains("số nguyên", page.QuerySelector("#Form_TimeLimitMinutes-error")!.TextContent);
        page.HasErrorsThatLeadToFields();
        Assert.Contains("Không tìm thấy", page.QuerySelector("#Form_Sections_0__Draws_0__BankKey-error")!.TextContent);

        answer = await institute.Author.PostAsync("/authoring/papers", ("Form.Title", ""), ("Form.TimeLimitMinutes", "0"), ("Form.PassMarkPercent", "150"), ("Form.AttemptsAllowed", "1"), ("Form.QuestionsPerPage", "5"), ("Form.AppealDays", "10"), ("Form.Markers", "1"), ("Form.TolerancePercent", "10"));
        page = await answer.PageAsync();
        foreach (var field in new[] { "Title", "TimeLimitMinutes", "PassMarkPercent" }) Assert.NotEqual("", page.QuerySelector($"#Form_{field}-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_a_trainee_may_see_afterwards_is_kept_as_ticked()
    {
        var institute = await Institute.OpenAsync(site);
        var key = (await institute.BankAsync()).Split('/')[^1];
        var page = await institute.Author.PageAsync("/authoring/papers/new");
        Assert.Single(page.QuerySelectorAll("[name='Form.WhileOpen'][checked]"));
        Assert.Equal(5, page.QuerySelectorAll("[name='Form.AfterClosing'][checked]").Length);
        page = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(page, "/authoring/papers", "Button=Save", ("Form.Title", "Đề"), ("Form.WhileOpen", "Responses"), ("Form.AfterClosing", null), ("Form.Sections[0].Draws[0].BankKey", key)));
        Assert.Equal(["Responses"], page.QuerySelectorAll("[name='Form.WhileOpen'][checked]").Select(b => b.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("[name='Form.AfterClosing'][checked]"));
    }
}

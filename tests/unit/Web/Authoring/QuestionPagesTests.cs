using System.Net;
using AngleSharp.Dom;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class QuestionPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly (string, string?)[] TwoRight =
    [
        ("Form.Options[0].Text", "Nói rõ giới hạn bảo mật"), ("Form.Options[0].Correct", "true"),
        ("Form.Options[1].Text", "Xin đồng thuận"), ("Form.Options[1].Correct", "true"),
        ("Form.Options[2].Text", "Hứa giữ kín mọi điều"), ("Form.Options[2].Feedback", "Có những điều luật buộc phải báo."),
    ];

    [Fact]
    public async Task A_question_of_each_type_is_written_found_and_published_in_one_step()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        await institute.QuestionAsync(bank, "singleChoice", ("Form.Options[0].Text", "Lắng nghe"), ("Form.Options[1].Text", "Khuyên ngay"), ("Form.RightRow", "0"));
        await institute.QuestionAsync(bank, "multipleResponse", TwoRight);
        await institute.StatementAsync(bank);
        await institute.QuestionAsync(bank, "shortText", ("Form.Prompt", "Mối quan hệ nền tảng gọi là gì?"), ("Form.Answers[0].Text", "tham vấn"), ("Form.Answers[1].Text", "tư vấn"), ("Form.DiacriticsSensitive", null));

        Assert.Equal(4, Rows(await institute.Author.PageAsync(bank)));
        Assert.Equal(1, Rows(await institute.Author.PageAsync($"{bank}?search=moi+quan+he")));
        Assert.Equal(1, Rows(await institute.Author.PageAsync($"{bank}?type=trueFalse&stage=Draft&category=Ti%E1%BA%BFp+nh%E1%BA%ADn")));
        Assert.Equal(0, Rows(await institute.Author.PageAsync($"{bank}?stage=Published")));

        var page = await institute.Reviewer.PageAsync(bank);
        var keys = page.QuerySelectorAll("input[name=Keys]").Select(k => ("Keys", k.GetAttribute("value"))).ToArray();
        Assert.Contains("ít nhất một", (await institute.Reviewer.FollowAsync(await institute.Reviewer.PostAsync($"{bank}/moves", ("Step", "Published")))).DocumentElement.TextContent);
        await institute.Reviewer.FollowAsync(await institute.Reviewer.PostAsync($"{bank}/moves", [("Step", "Published"), .. keys]));
        Assert.Equal(4, Rows(await institute.Author.PageAsync($"{bank}?stage=Published")));
        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.PostAsync($"{bank}/moves", [("Step", "Withdrawn"), .. keys])).StatusCode);
    }

    [Fact]
    public async Task A_row_is_added_and_removed_by_the_server_and_nothing_typed_is_lost()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var page = await institute.Author.PageAsync($"{bank}/questions/new?type=singleChoice");
        var answer = await institute.Author.SubmitAsync(page, $"{bank}/questions", "Button=Add:Options", ("Form.Prompt", "Câu dở dang"), ("Form.Options[3].Text", "Phương án bốn"), ("Form.RightRow", "3"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector("[name='Form.Options[4].Text']"));
        Assert.Equal("Câu dở dang", page.QuerySelector("[name='Form.Prompt']")!.TextContent.Trim());

        page = await (await institute.Author.SubmitAsync(page, $"{bank}/questions", "Button=Remove:Options:0")).PageAsync();
        Assert.Equal("Phương án bốn", page.QuerySelector("[name='Form.Options[2].Text']")!.TextContent);
        Assert.NotNull(page.QuerySelector("[name='Form.RightRow'][value='2'][checked]"));
        Assert.Equal(0, Rows(await institute.Author.PageAsync(bank)));
    }

    [Fact]
    public async Task What_is_wrong_with_a_question_is_told_at_its_field()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var page = await institute.Author.PageAsync($"{bank}/questions/new?type=multipleResponse");
        var answer = await institute.Author.SubmitAsync(page, $"{bank}/questions", "Button=Save",
            ("Form.Options[1].Text", "Giống nhau"), ("Form.Options[3].Text", "Giống nhau"), ("Form.Category", "Chung"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        page = await answer.PageAsync();
        Assert.NotEqual("", page.QuerySelector("#Form_Prompt-error")!.TextContent.Trim());
        Assert.Contains("phương án đúng", page.QuerySelector("#Form_Options-error")!.TextContent);
        Assert.Contains("giống nhau", page.QuerySelector("#Form_Options_1__Text-error")!.TextContent);
        page.HasErrorsThatLeadToFields();

        page = await (await institute.Author.SubmitAsync(await institute.Author.PageAsync($"{bank}/questions/new?type=trueFalse"), $"{bank}/questions", "Button=Save",
            ("Form.Prompt", "Nhận định"), ("Form.Category", "Chung"))).PageAsync();
        Assert.NotEqual("", page.QuerySelector("#Form_Statement-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Trying_a_question_tells_the_mark_and_why()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var question = await institute.QuestionAsync(bank, "multipleResponse", TwoRight);
        var form = await institute.Author.PageAsync($"{question}/trial");
        Assert.Equal(3, form.QuerySelectorAll("form [name='answers[1]']").Length);
        Assert.Null(form.QuerySelector("#result"));

        Assert.Contains("Đúng một phần: đạt 50%", (await ResultAsync("a")).TextContent);
        Assert.Contains("đạt 100%", (await ResultAsync("a", "b")).TextContent);
        Assert.Contains("Có những điều luật buộc phải báo.", (await ResultAsync("c")).TextContent);
        Assert.Contains("Không trả lời", (await ResultAsync()).TextContent);

        async Task<IElement> ResultAsync(params string[] ticks) =>
            (await institute.Author.PageAsync($"{question}/trial?tried=true{string.Concat(ticks.Select(t => $"&answers[1]={t}"))}")).QuerySelector("#result")!;
    }

    [Fact]
    public async Task Of_two_who_write_one_question_the_second_keeps_her_text()
    {
        var institute = await Institute.OpenAsync(site);
        var question = await institute.StatementAsync(await institute.BankAsync());
        var stale = await institute.Author.PageAsync(question);
        await institute.Reviewer.FollowAsync(await institute.Reviewer.SubmitAsync(await institute.Reviewer.PageAsync(question), question, "Button=Save", ("Form.Prompt", "Của người khác")));
        var conflict = await institute.Author.SubmitAsync(stale, question, "Button=Save", ("Form.Prompt", "Của tôi"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var again = await conflict.PageAsync();
        Assert.Equal("Của tôi", again.QuerySelector("[name='Form.Prompt']")!.TextContent.Trim());
        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(again, question, "Button=Save"));
    }

    [Fact]
    public async Task A_reviewer_does_not_publish_what_has_changed_under_his_eyes()
    {
        var institute = await Institute.OpenAsync(site);
        var question = await institute.StatementAsync(await institute.BankAsync());
        var seen = await institute.Reviewer.PageAsync(question);
        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(question), question, "Button=Save", ("Form.Prompt", "Đã đổi")));
        await institute.Reviewer.FollowAsync(await institute.Reviewer.SubmitAsync(seen, $"{question}/moves", "Step=Published"));
        Assert.Contains("Bản nháp", (await institute.Reviewer.PageAsync(question)).Text());

        await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, question, "Published"));
        var history = await institute.Author.PageAsync($"{question}/history");
        Assert.Contains("Phiên bản 1", history.Text());
    }

    private static int Rows(AngleSharp.Html.Dom.IHtmlDocument bank) => bank.QuerySelectorAll("input[name=Keys]").Length;
}

using System.Net;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class BankPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Questions_chosen_on_the_list_are_changed_after_a_look_at_what_changes()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        for (var i = 0; i < 2; i++) await institute.StatementAsync(bank);
        var keys = (await institute.Author.PageAsync(bank)).QuerySelectorAll("input[name=Keys]").Select(k => ("Keys", k.GetAttribute("value"))).ToArray();

        var page = await (await institute.Author.PostAsync($"{bank}/edits/new", keys)).PageAsync();
        var refused = await institute.Author.SubmitAsync(page, $"{bank}/edits/preview");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("ít nhất một thay đổi", (await refused.PageAsync()).Text());

        page = await (await institute.Author.SubmitAsync(page, $"{bank}/edits/preview", null,
            ("Form.Category", "Đạo đức nghề"), ("Form.AddTags", "trẻ em, luật"), ("Form.Level", "Apply"), ("Form.Step", "Submitted"))).PageAsync();
        Assert.Contains("trẻ em, luật", page.Text());
        Assert.Equal(2, page.QuerySelectorAll("ins").Count(i => i.TextContent == "Đạo đức nghề"));
        page = await institute.Author.FollowAsync(await PressApplyAsync(institute.Author, page, bank));
        Assert.Contains("Đã sửa 2 câu hỏi", page.DocumentElement.TextContent);
        Assert.Equal(2, Rows(await institute.Author.PageAsync($"{bank}?tag=lu%E1%BA%ADt&level=Apply&stage=InReview")));

        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.PostAsync($"{bank}/edits", [("Form.Step", "Published"), .. keys.Select(k => ("Form.Keys", k.Item2))])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await institute.Reviewer.PostAsync($"{bank}/edits", [("Form.Step", "Published"), .. keys.Select(k => ("Form.Keys", (string?)$"{k.Item2}:0"))])).StatusCode);
    }

    [Fact]
    public async Task A_shared_bank_is_read_and_drawn_from_but_not_edited()
    {
        var (owner, friend) = (await Institute.OpenAsync(site), await Institute.OpenAsync(site));
        var bank = await owner.BankAsync("Ngân hàng chia sẻ");
        var (draft, published) = (await owner.StatementAsync(bank), await owner.StatementAsync(bank));
        await Institute.StepAsync(owner.Reviewer, published, "Published");
        Assert.Equal(HttpStatusCode.NotFound, (await friend.Author.GetAsync(bank)).StatusCode);

        var page = await owner.Author.PageAsync($"{bank}/sharing");
        await owner.Author.FollowAsync(await owner.Author.SubmitAsync(page, $"{bank}/sharing", null, ("all", "true")));
        page = await friend.Author.PageAsync(bank);
        Assert.Equal(1, Rows(page));
        Assert.Empty(page.QuerySelectorAll("input[name=Keys]"));
        Assert.Contains("Ngân hàng chia sẻ", (await friend.Author.PageAsync("/authoring/banks")).Text());
        Assert.Contains("Ngân hàng chia sẻ", (await friend.Author.PageAsync("/authoring/questions")).Text());
        Assert.Equal(HttpStatusCode.OK, (await friend.Author.GetAsync($"{published}/trial")).StatusCode);
        foreach (var closed in (string[])[published, $"{draft}/trial", $"{bank}/sharing", $"{bank}/import", $"{bank}/export/Xlsx", $"{bank}/cases", $"{bank}/questions/new"])
            Assert.Equal(HttpStatusCode.NotFound, (await friend.Author.GetAsync(closed)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await friend.Reviewer.PostAsync($"{published}/moves", ("Step", "Withdrawn"), ("Revision", "1"))).StatusCode);
        Assert.Contains("Ngân hàng chia sẻ", (await friend.Author.PageAsync("/authoring/papers/new")).Text());
    }

    [Fact]
    public async Task A_case_study_is_written_gets_its_questions_and_is_tried_with_them()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var page = await institute.Author.PageAsync($"{bank}/cases/new");
        var refused = await institute.Author.SubmitAsync(page, $"{bank}/cases", null, ("Form.Title", "Ca chị H."), ("Form.Text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await refused.PageAsync()).HasErrorsThatLeadToFields();

        var saved = await institute.Author.SubmitAsync(page, $"{bank}/cases", null, ("Form.Title", "Ca chị H."), ("Form.Text", "Chị H. đến gặp **nhân viên xã hội**."), ("Form.ShuffleWithin", "true"));
        var study = saved.Leads()!;
        page = await institute.Author.FollowAsync(saved);
        Assert.NotNull(page.QuerySelector("a[href*='questions/new?study=']"));
        var first = await institute.QuestionAsync(bank, "trueFalse", ("Form.Statement", "true"), ("Form.CaseKey", study[(study.LastIndexOf('/') + 1)..]));
        await institute.QuestionAsync(bank, "trueFalse", ("Form.Statement", "false"), ("Form.CaseKey", study[(study.LastIndexOf('/') + 1)..]));
        page = await institute.Author.PageAsync(study);
        Assert.Equal(2, page.QuerySelectorAll("ol.stack > li").Length);
        await institute.Author.PostAsync($"{study}/order", ("question", first[(first.LastIndexOf('/') + 1)..]), ("up", "false"));
        Assert.EndsWith(first, (await institute.Author.PageAsync(study)).QuerySelectorAll("ol.stack > li a")[^1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("nhân viên xã hội", (await institute.Author.PageAsync($"{first}/trial")).QuerySelector(".case strong")!.TextContent);
        await Institute.StepAsync(institute.Reviewer, study, "Published");
        Assert.Contains("Ca chị H.", (await institute.Author.PageAsync($"{bank}/cases")).Text());
    }

    private static Task<HttpResponseMessage> PressApplyAsync(WebVisitor visitor, AngleSharp.Html.Dom.IHtmlDocument page, string bank)
    {
        Assert.NotNull(page.QuerySelector($"button[formaction='{bank}/edits']"));
        var fields = page.QuerySelector($"form[action='{bank}/edits/preview']")!.QuerySelectorAll("input, select").Where(f => f.HasAttribute("name"))
            .Select(f => (f.GetAttribute("name")!, f is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value : f.GetAttribute("value")));
        return visitor.PostAsync($"{bank}/edits", [.. fields.Where(f => f.Item1 != "__RequestVerificationToken").Select(f => (f.Item1, f.Item2))]);
    }

    private static int Rows(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Length;
}

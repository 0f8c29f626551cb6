using System.Net;
using AngleSharp.Html.Dom;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>Each type as an author meets it: written, refused with what is wrong at its field, and read back.</summary>
public sealed class QuestionTypeFormsTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_matching_is_written_in_pairs_and_distractors()
    {
        var (author, _, page, address) = await NewAsync("matching");
        page = await (await author.SubmitAsync(page, address, "Button=Add:Distractors", ("Form.Left[0].Text", "Công an xã"), ("Form.Left[0].Right", "An ninh"))).PageAsync();
        var matching = await CreateAsync<Matching>(author, page, address, ("Form.Left[1].Text", "Trạm y tế"), ("Form.Left[1].Right", "Sức khỏe"), ("Form.Distractors[0].Text", "Thuế"), ("Form.Scoring", "PerPairWithPenalty"));
        Assert.Equal([("Công an xã", "An ninh"), ("Trạm y tế", "Sức khỏe")], matching.Left.Select(l => (l.Text, matching.Right.Single(r => r.Id == l.Right).Text)));
        Assert.Equal(["An ninh", "Sức khỏe", "Thuế"], matching.Right.Select(r => r.Text));
        Assert.Equal(MatchingScoring.PerPairWithPenalty, matching.Scoring);

        page = await RefusedAsync("matching", ("Form.Left[0].Text", "Một"), ("Form.Left[0].Right", "Phải"), ("Form.Left[1].Text", "Một"));
        Told(page, "Form_Left_1__Text", "giống nhau");
        Told(page, "Form_Left_1__Right", "Chưa chọn");
        Told(page, "Form_Left", "Chưa đủ");
    }

    [Fact]
    public async Task Items_of_an_ordering_are_moved_up_and_down()
    {
        var (author, _, page, address) = await NewAsync("ordering");
        page = await (await author.SubmitAsync(page, address, "Button=Up:Items:2", ("Form.Items[0].Text", "Tiếp nhận"), ("Form.Items[1].Text", "Can thiệp"), ("Form.Items[2].Text", "Đánh giá"))).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Down:Items:0")).PageAsync();
        var ordering = await CreateAsync<Ordering>(author, page, address, ("Form.Scoring", "LongestRun"));
        Assert.Equal(["Đánh giá", "Tiếp nhận", "Can thiệp"], ordering.Items.Select(i => i.Text));
        Assert.Equal(OrderingScoring.LongestRun, ordering.Scoring);
        Told(await RefusedAsync("ordering", ("Form.Items[1].Text", "Một mình")), "Form_Items", "Chưa đủ");
    }

    [Fact]
    public async Task A_number_has_tolerances_percents_and_units()
    {
        var (author, _, page, address) = await NewAsync("numeric");
        page = await (await author.SubmitAsync(page, address, "Button=Add:Units")).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Add:Answers")).PageAsync();
        var numeric = await CreateAsync<Numeric>(author, page, address,
            ("Form.Answers[0].Value", "3,14"), ("Form.Answers[0].Tolerance", "0,005"), ("Form.Answers[0].SignificantFigures", "3"),
            ("Form.Answers[1].Value", "*"), ("Form.Answers[1].Fraction", "0"), ("Form.Answers[1].Feedback", "Xem lại công thức."),
            ("Form.Units[0].Symbol", "km"), ("Form.Units[0].PerBase", "0.001"), ("Form.UnitRule", "Required"), ("Form.UnitPenalty", "25"));
        Assert.Equal([new NumericAnswer("3.14", "0.005", SignificantFigures: 3), new NumericAnswer("*", Fraction: 0m, Feedback: "Xem lại công thức.")], numeric.Answers);
        Assert.Equal((new NumericUnit("km", "0.001"), UnitRule.Required, 0.25m), (numeric.Units.Single(), numeric.UnitRule, numeric.UnitPenalty));

        page = await RefusedAsync("numeric", ("Form.Answers[0].Value", "ba"), ("Form.Answers[0].Tolerance", "-1"), ("Form.Answers[0].Fraction", "200"), ("Form.Answers[0].SignificantFigures", "99"), ("Form.UnitPenalty", "-5"));
        foreach (var field in new[] { "Value", "Tolerance", "Fraction", "SignificantFigures" }) Told(page, $"Form_Answers_0__{field}");
        Told(page, "Form_UnitPenalty");
        Told(await RefusedAsync("numeric", ("Form.Answers[0].Value", "1"), ("Form.Answers[0].Fraction", "nửa")), "Form_Answers_0__Fraction", "Không phải là số");
        Told(await RefusedAsync("numeric"), "Form_Answers", "nhập");
    }

    [Fact]
    public async Task A_formula_shows_what_it_comes_to_before_it_is_saved()
    {
        var (author, _, page, address) = await NewAsync("calculated");
        page = await (await author.SubmitAsync(page, address, "Button=Show:Answers",
            ("Form.Variables[0].Name", "{a}"), ("Form.Variables[0].Minimum", "2"), ("Form.Variables[0].Maximum", "4"), ("Form.Variables[1].Name", "b"), ("Form.Variables[1].Maximum", "9"),
            ("Form.Answers[0].Formula", "{a} * {b}"))).PageAsync();
        Assert.Contains("a = 3; b = 5 thì đáp án là 15,00; chấp nhận từ 14,85 đến 15,15", page.Text());
        var calculated = await CreateAsync<Calculated>(author, page, address, ("Form.ValueSets", "a = 2; b = 3,5\na=4;b=1"));
        Assert.Equal([new Variable("a", 2, 4, 0), new Variable("b", 1, 9, 0)], calculated.Variables);
        Assert.Equal(new CalculatedAnswer("{a} * {b}"), calculated.Answers.Single());
        Assert.Equal([3.5, 1], calculated.ValueSets.Select(s => s["b"]));

        page = await RefusedAsync("calculated", ("Form.Variables[0].Name", "a"), ("Form.Variables[0].Minimum", "5"), ("Form.Variables[0].Maximum", "1"), ("Form.Answers[0].Formula", "{a} + {x}"));
        Told(page, "Form_Variables_0__Minimum");
        Told(page, "Form_Answers_0__Formula");
        Told(await RefusedAsync("calculated", ("Form.Answers[0].Formula", "2 +")), "Form_Answers_0__Formula", "Công thức");
        Told(await RefusedAsync("calculated", ("Form.ValueSets", "a: 2"), ("Form.Answers[0].Formula", "{a}")), "Form_ValueSets");
    }

    [Fact]
    public async Task A_cloze_gets_a_card_for_every_gap_of_its_text()
    {
        var (author, _, page, address) = await NewAsync("cloze");
        page = await (await author.SubmitAsync(page, address, "Button=Show:Gaps", ("Form.Prompt", "Nghề [[1]] dựa trên [[2]]."), ("Form.Gaps[0].Text.Answers[0].Text", "công tác xã hội"))).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Show:Gaps", ("Form.Gaps[1].Type", "singleChoice"))).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Add:Gaps[1].Choice.Options")).PageAsync();
        var cloze = await CreateAsync<Cloze>(author, page, address, "Nghề [[1]] dựa trên [[2]].", ("Form.Gaps[1].Weight", "2,5"), ("Form.Gaps[1].Choice.RightRow", "4"),
            ("Form.Gaps[1].Choice.Options[0].Text", "may rủi"), ("Form.Gaps[1].Choice.Options[4].Text", "quyền con người"));
        Assert.Equal(["công tác xã hội"], Assert.IsType<ShortText>(cloze.Gaps[0].Question).Answers.Select(a => a.Text));
        Assert.Equal("quyền con người", Assert.IsType<SingleChoice>(cloze.Gaps[1].Question).Options.Single(o => o.Correct).Text);
        Assert.Equal([1m, 2.5m], cloze.Gaps.Select(g => g.Weight));

        page = await RefusedAsync("cloze", ("Form.Prompt", "Chỉ [[1]] và [[3]]"), ("Form.Gaps[0].Weight", "0"));
        Told(page, "Form_Prompt", "Mỗi chỗ trống");
        Told(page, "Form_Gaps_0__Weight");
        Told(page, "Form_Gaps_0__Text_Answers");
    }

    [Fact]
    public async Task Words_are_given_to_the_gaps_in_one_go()
    {
        var (author, _, page, address) = await NewAsync("gapSelect");
        var select = await CreateAsync<GapSelect>(author, page, address, "Từ [[1]] đến [[2]].", ("Form.Choices[0].Text", "tiếp nhận"), ("Form.Choices[1].Text", "gây nhiễu"), ("Form.Choices[2].Text", "kết thúc"),
            ("Form.Choices[2].Group", "2"), ("Form.Choices[2].Unlimited", "true"), ("Form.Gaps[0]", "a"), ("Form.Gaps[1]", "c"), ("Form.Drag", "true"));
        Assert.Equal([new GapChoice("a", "tiếp nhận"), new GapChoice("b", "gây nhiễu"), new GapChoice("c", "kết thúc", 2, true)], select.Choices);
        Assert.Equal(["a", "c"], select.Gaps);
        Assert.True(select.Drag);

        page = await RefusedAsync("gapSelect", ("Form.Prompt", "Từ [[1]] đến [[2]]."), ("Form.Choices[0].Text", "x"), ("Form.Choices[1].Text", "y"), ("Form.Choices[1].Group", "2"), ("Form.Choices[3].Text", "y"), ("Form.Choices[3].Group", "2"), ("Form.Gaps[0]", "a"));
        Told(page, "Form_Gaps_1_", "Chưa chọn");
        Told(page, "Form_Choices_2__Text", "giống nhau"); // the empty row between is gone
        Told(await RefusedAsync("gapSelect", ("Form.Choices[0].Text", "x"), ("Form.Choices[0].Group", "một")), "Form_Choices_0__Group", "Không phải là số");
    }

    [Fact]
    public async Task Areas_of_a_hotspot_are_typed_without_a_script()
    {
        var (author, bank, page, address) = await NewAsync("hotspot");
        using var upload = new MultipartFormDataContent();
        upload.Add(new StringContent("hotspot"), "Form.Type");
        upload.Add(new StringContent("Show:Areas"), "Button");
        upload.Add(new ByteArrayContent(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")), "Form.Upload", "nha.png");
        page = await (await author.SendAsync(HttpMethod.Post, address, upload)).PageAsync();
        var image = Assert.IsType<IHtmlSelectElement>(page.QuerySelector("#Form_Image"), exactMatch: false).Value;
        Assert.StartsWith("/media/", image, StringComparison.Ordinal);
        Assert.Equal(image, page.QuerySelector("[data-hotspot-editor] img")!.GetAttribute("src"));

        var hotspot = await CreateAsync<Hotspot>(author, page, address, ("Form.Areas[0].Label", "Lối thoát"), ("Form.Areas[0].Shape", "Circle"), ("Form.Areas[0].Coordinates", "40 50, 12"), ("Form.MostPoints", "2"), ("Form.MissFraction", "-50"));
        Assert.Equal((image, 2, -0.5m), (hotspot.Image, hotspot.MostPoints, hotspot.MissFraction));
        Assert.Equal([40, 50, 12], hotspot.Areas.Single().Coordinates);

        page = await RefusedAsync("hotspot", ("Form.Areas[0].Label", "Ở đâu"), ("Form.Areas[0].Coordinates", "1, 2"), ("Form.Areas[0].Fraction", "-10"), ("Form.MostPoints", "0"), ("Form.MissFraction", "10"));
        foreach (var field in new[] { "Image", "Areas", "Areas_0__Coordinates", "MostPoints", "MissFraction" }) Told(page, $"Form_{field}");
        Told(await RefusedAsync("hotspot", ("Form.Areas[0].Coordinates", "giữa")), "Form_Areas_0__Coordinates", "Không phải là số");
        Assert.NotNull(bank);
    }

    [Fact]
    public async Task An_essay_has_limits_and_a_rubric()
    {
        var (author, _, page, address) = await NewAsync("essay");
        page = await (await author.SubmitAsync(page, address, "Button=Add:Rubric", ("Form.MarkingNotes", "Xem lập luận"))).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Add:Rubric[0].Levels")).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Remove:Rubric[0].Levels:2")).PageAsync();
        var essay = await CreateAsync<Essay>(author, page, address, ("Form.FewestWords", "50"), ("Form.MostWords", "200"), ("Form.Rubric[0].Text", "Lập luận"), ("Form.Rubric[0].Weight", "2"),
            ("Form.Rubric[0].Levels[0].Text", "Chặt chẽ"), ("Form.Rubric[0].Levels[0].Fraction", "100"), ("Form.Rubric[0].Levels[1].Text", "Chưa có"), ("Form.Rubric[0].Levels[1].Fraction", "0"));
        Assert.Equal((50, 200, "Xem lập luận"), (essay.FewestWords, essay.MostWords, essay.MarkingNotes));
        Assert.Equal([new RubricLevel("Chặt chẽ", 1m), new RubricLevel("Chưa có", 0m)], essay.Rubric.Single().Levels);

        page = await RefusedAsync("essay", ("Form.FewestWords", "300"), ("Form.MostWords", "100"));
        Told(page, "Form_MostWords");
        (author, _, page, address) = await NewAsync("essay");
        page = await (await author.SubmitAsync(page, address, "Button=Add:Rubric")).PageAsync();
        page = await (await author.SubmitAsync(page, address, "Button=Save", ("Form.Rubric[0].Text", "Lẻ loi"), ("Form.Rubric[0].Weight", "0"), ("Form.Rubric[0].Levels[0].Fraction", "150"))).PageAsync();
        Told(page, "Form_Rubric_0__Weight");
        Told(page, "Form_Rubric_0__Levels");
        page.HasErrorsThatLeadToFields();
    }

    [Fact]
    public async Task Files_are_limited_in_number_size_and_kind()
    {
        var (author, _, page, address) = await NewAsync("fileUpload");
        var upload = await CreateAsync<FileUpload>(author, page, address, ("Form.MostFiles", "3"), ("Form.MostBytes", "2,5"), ("Form.Extensions", "PDF, *.docx .pdf"));
        Assert.Equal((3, 2_500_000L), (upload.MostFiles, upload.MostBytes));
        Assert.Equal([".pdf", ".docx"], upload.Extensions);
        page = await RefusedAsync("fileUpload", ("Form.MostFiles", "21"), ("Form.MostBytes", "101"));
        Told(page, "Form_MostFiles");
        Told(page, "Form_MostBytes");
    }

    [Fact]
    public async Task The_first_four_types_say_all_their_definitions_can()
    {
        var (author, _, page, address) = await NewAsync("multipleResponse");
        page = await (await author.SubmitAsync(page, address, "Button=Toggle:ByFraction")).PageAsync();
        var multiple = await CreateAsync<MultipleResponse>(author, page, address, ("Form.Options[0].Text", "Một"), ("Form.Options[0].Correct", "true"), ("Form.Options[0].Fraction", "60"),
            ("Form.Options[1].Text", "Hai"), ("Form.Options[1].Fraction", "-20"), ("Form.LowerBound", "-10"), ("Form.Outcomes.Wrong", "Đọc lại bài 2."));
        Assert.Equal([0.6m, -0.2m], multiple.Options.Select(o => o.Fraction!.Value));
        Assert.Equal((MultipleScoring.Mapped, -0.1m, 1m), (multiple.Scoring, multiple.LowerBound, multiple.UpperBound));
        Assert.Equal(new OutcomeFeedback("", "", "Đọc lại bài 2."), multiple.Outcomes);

        (author, _, page, address) = await NewAsync("shortText");
        var text = await CreateAsync<ShortText>(author, page, address, ("Form.Answers[0].Text", "tham vấn"), ("Form.Answers[2].Text", "tư*"), ("Form.Answers[2].Fraction", "50"), ("Form.Answers[2].Feedback", "Gần đúng."), ("Form.Wildcards", "true"));
        Assert.Equal([new TextAnswer("tham vấn"), new TextAnswer("tư*", 0.5m, "Gần đúng.")], text.Answers);
        Assert.True(text.Wildcards && text.DiacriticsSensitive);
        Told(await RefusedAsync("shortText", ("Form.Answers[1].Text", "x"), ("Form.Answers[1].Fraction", "101")), "Form_Answers_0__Fraction");

        (author, _, page, address) = await NewAsync("trueFalse");
        var statement = await CreateAsync<TrueFalse>(author, page, address, ("Form.Statement", "false"), ("Form.TrueFeedback", "Chưa đúng, vì…"));
        Assert.Equal((false, "Chưa đúng, vì…", ""), (statement.Correct, statement.TrueFeedback, statement.FalseFeedback));
    }

    private async Task<(WebVisitor Author, string Bank, IHtmlDocument Page, string Address)> NewAsync(string type)
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        return (institute.Author, bank, await institute.Author.PageAsync($"{bank}/questions/new?type={type}"), $"{bank}/questions");
    }

    private Task<T> CreateAsync<T>(WebVisitor author, IHtmlDocument page, string address, params (string Name, string? Value)[] typed) where T : QuestionDefinition =>
        CreateAsync<T>(author, page, address, "Câu hỏi", typed);

    private async Task<T> CreateAsync<T>(WebVisitor author, IHtmlDocument page, string address, string prompt, params (string Name, string? Value)[] typed) where T : QuestionDefinition
    {
        var response = await author.SubmitAsync(page, address, "Button=Save", [("Form.Prompt", prompt), ("Form.Category", "Chung"), .. typed]);
        if (response.StatusCode != HttpStatusCode.Redirect) Assert.Fail(string.Join(" | ", (await response.PageAsync()).QuerySelectorAll(".error-summary a").Select(e => $"{e.GetAttribute("href")} {e.TextContent}")));
        await author.FollowAsync(response); // to the trial of what was written
        var key = Guid.Parse(response.Leads()!.Split('/')[^2]);
        return Assert.IsType<T>((await site.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(key)))!.Draft.Definition);
    }

    /// <returns>The form as it comes back, with all that was typed.</returns>
    private async Task<IHtmlDocument> RefusedAsync(string type, params (string Name, string? Value)[] typed)
    {
        var (author, _, page, address) = await NewAsync(type);
        var response = await author.SubmitAsync(page, address, "Button=Save", [("Form.Category", "Chung"), .. typed]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        page = await response.PageAsync();
        page.HasErrorsThatLeadToFields();
        var values = page.QuerySelectorAll("form[method=post] [name]").Select(e => e switch { IHtmlInputElement i => i.Value, IHtmlTextAreaElement a => a.Value, IHtmlSelectElement s => s.Value, _ => "" }).ToHashSet();
        Assert.All(typed, t => Assert.Contains(t.Value ?? "", values));
        return page;
    }

    private static void Told(IHtmlDocument page, string id, string words = "")
    {
        Assert.NotNull(page.GetElementById(id));
        var said = page.GetElementById($"{id}-error")?.TextContent.Trim();
        Assert.False(string.IsNullOrEmpty(said), $"Nothing is told at {id}.");
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lms.Assessment.Exchange;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class ImportPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Gift = """
        $CATEGORY: Tiếp nhận

        ::Một:: Ai tiếp nhận? { =Nhân viên ~Giám đốc }

        ::Hai:: Ngày Công tác xã hội Việt Nam là 25/3. {TRUE}

        ::Hỏng:: Câu này không có đáp án đúng { ~Sai ~Cũng sai }
        """;

    [Fact]
    public async Task A_file_is_previewed_taken_in_part_and_taken_back()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        await institute.QuestionAsync(bank, "trueFalse", ("Form.Statement", "true"));
        var preview = await (await UploadAsync(institute.Author, bank, "câu hỏi.gift", Gift)).PageAsync();
        Assert.Equal(0 + 1, await RowsAsync(institute, bank));
        Assert.Equal(2, preview.QuerySelectorAll("input[name=chosen]").Length);
        Assert.Contains("Không nhập được", preview.Text());
        Assert.Contains("phương án đúng", preview.Text());
        Assert.Equal(2, preview.QuerySelectorAll("fieldset[disabled] fieldset.question").Length);

        var untick = preview.QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>().Last();
        untick.IsChecked = false;
        var response = await institute.Author.SubmitAsync(preview, $"{bank}/import/questions", "all=false");
        var done = await institute.Author.PageAsync(response.Leads()!);
        Assert.Contains("1 câu hỏi", done.Text());
        Assert.Equal(2, await RowsAsync(institute, bank));

        preview = await (await UploadAsync(institute.Author, bank, "câu hỏi.gift", Gift)).PageAsync();
        Assert.Contains("Trùng với câu đã có", preview.Text());
        Assert.False(preview.QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>().First().IsChecked);
        response = await institute.Author.SubmitAsync(preview, $"{bank}/import/questions", "all=true");
        done = await institute.Author.PageAsync(response.Leads()!);
        Assert.Equal(4, await RowsAsync(institute, bank));

        var after = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(done, $"{bank}/import/withdrawals"));
        Assert.Contains("Đã xóa 2", after.DocumentElement.TextContent);
        Assert.Equal(2, await RowsAsync(institute, bank));
    }

    [Fact]
    public async Task A_preview_of_one_bank_cannot_be_taken_into_another()
    {
        var institute = await Institute.OpenAsync(site);
        var (first, second) = (await institute.BankAsync(), await institute.BankAsync());
        var preview = await (await UploadAsync(institute.Author, first, "a.gift", Gift)).PageAsync();
        var packed = preview.QuerySelector("input[name=packed]")!.GetAttribute("value");
        var answer = await institute.Author.PostAsync($"{second}/import/questions", ("packed", packed), ("all", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("hết hạn", (await answer.PageAsync()).Text());
        Assert.Equal(0, await RowsAsync(institute, second));

        var stranger = await Institute.OpenAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(stranger.Author, first, "a.gift", Gift)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Author.GetAsync($"{first}/export/Gift")).StatusCode);
    }

    [Fact]
    public async Task A_refused_import_stores_no_files()
    {
        const string picture = """
            <quiz><question type="truefalse"><name><text>Sơ đồ</text></name><questiontext format="html"><text><![CDATA[<p>Đúng không? <img src="@@PLUGINFILE@@/so-do.png" alt="Sơ đồ"></p>]]></text>
            <file name="so-do.png" encoding="base64">iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==</file></questiontext>
            <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>
            """;
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var preview = await (await UploadAsync(institute.Author, bank, "a.xml", picture)).PageAsync();
        var packed = preview.QuerySelector("input[name=packed]")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TakeAsync(new string(' ', 3))).StatusCode);
        Assert.DoesNotContain("so-do.png", await LibraryAsync());

        Assert.NotNull((await TakeAsync("Tiếp nhận")).Leads());
        Assert.Contains("so-do.png", await LibraryAsync());

        Task<HttpResponseMessage> TakeAsync(string category) => institute.Author.PostAsync($"{bank}/import/questions", ("packed", packed), ("category", category), ("all", "true"));
        async Task<string> LibraryAsync() => (await institute.Author.PageAsync("/authoring/media")).Text();
    }

    [Fact]
    public async Task What_is_no_file_of_questions_is_told()
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var answer = await UploadAsync(institute.Author, bank, "rỗng.gift", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        (await answer.PageAsync()).HasErrorsThatLeadToFields();
        var page = await (await UploadAsync(institute.Author, bank, "thư.txt", "Kính gửi Quý cơ quan")).PageAsync();
        Assert.Contains("Không đọc được", page.Text());
        Assert.Contains("Không có câu hỏi nào nhập được", page.Text());
        page = await (await UploadAsync(institute.Author, bank, "b.gift", "Một {TRUE}\n\nHai {=x} và {=y}\n\nSố {#abc}")).PageAsync();
        Assert.Contains("một câu có nhiều cặp ngoặc nhọn", page.Text());
        Assert.Contains("Đã bỏ qua đáp án “abc”: đó không phải là một số", page.Text());
    }

    [Theory]
    [InlineData("Gift"), InlineData("MoodleXml"), InlineData("Qti"), InlineData("Xlsx")]
    public async Task A_bank_leaves_as_a_file_that_can_come_in_again(string format)
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        await institute.QuestionAsync(bank, "singleChoice", ("Form.Options[0].Text", "Lắng nghe"), ("Form.Options[1].Text", "Khuyên ngay"), ("Form.RightRow", "0"));
        await institute.StatementAsync(bank);
        var response = await institute.Author.GetAsync($"{bank}/export/{format}");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        var file = QuestionFiles.Read(await response.Content.ReadAsByteArrayAsync(), "x");
        Assert.Equal(Enum.Parse<QuestionFormat>(format), file.Format);
        Assert.Equal(2, file.Questions.Count(q => q.Definition is not null));
        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.GetAsync($"{bank}/export/Aiken")).StatusCode);
    }

    private static async Task<int> RowsAsync(Institute institute, string bank) => (await institute.Author.PageAsync(bank)).QuerySelectorAll("input[name=Keys]").Length;

    private static Task<HttpResponseMessage> UploadAsync(WebVisitor visitor, string bank, string name, string text)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name } };
        return visitor.SendAsync(HttpMethod.Post, $"{bank}/import", content);
    }
}

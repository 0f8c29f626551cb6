using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lms.Certificates.Credentials;
using Lms.Certificates.Transcription;
using Lms.Spreadsheets;
using Lms.Training.Organisations;
using Lms.UnitTests.Certificates;
using Lms.UnitTests.Infrastructure.Web;
using Lms.UnitTests.Web.Authoring;
using Lms.Web.Features.Register.Transcription;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Register;

public sealed class TranscriptionPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Headings = "Số vào sổ gốc,Số hiệu,Họ và tên,Ngày sinh,Loại chứng chỉ,Khóa học,Kết quả,Ngày cấp,Đơn vị cấp,Mã nhân viên";

    [Fact]
    public async Task A_list_is_previewed_entered_without_its_wrong_line_and_found_in_the_register()
    {
        var (registrar, issuer) = await OpenAsync();
        var holder = await site.AsAsync(Role.Trainee);
        var file = $"{Headings}\n12,{issuer}-1,Mạch Thị Thu Ngân,05/09/1985,CTXH-III,Quản lý ca,Giỏi,20/12/2019,{issuer},{await site.StaffCodeOf(holder.Key)}\n13,{issuer}-2,Y Bhăm Niê,31/02/1980,CTXH-III,Quản lý ca,Khá,20/12/2019,{issuer},\n14,{issuer}-3,Trần Văn An,01/02/1980,CTXH-III,Quản lý ca,Khá,20/12/2019,{issuer},";
        file = file.Replace("Mạch Thị Thu Ngân,05/09/1985", await NameAndBirthAsync(holder.Key), StringComparison.Ordinal);

        var preview = await (await UploadAsync(registrar, file)).PageAsync();
        var rows = preview.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("Y Bhăm Niê", rows[0], StringComparison.Ordinal);
        Assert.Contains("31/02/1980", rows[0], StringComparison.Ordinal);
        Assert.Contains("Nối với người trong danh sách", rows[1], StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(registrar, issuer));

        var refused = await registrar.SubmitAsync(preview, "/register/transcription/certificates");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(await FoundAsync(registrar, issuer));
        (await refused.PageAsync()).HasErrorsThatLeadToFields();

        var done = await registrar.FollowAsync(await registrar.SubmitAsync(preview, "/register/transcription/certificates", "withoutWrong=true"));
        Assert.Contains("Đã chép 2 chứng chỉ", done.Text(), StringComparison.Ordinal);
        Assert.Contains("1 dòng được bỏ qua", done.Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await FoundAsync(registrar, issuer)).Count);
        Assert.Contains($"{issuer}-1", (await holder.PageAsync("/my/certificates")).Text(), StringComparison.Ordinal);

        var link = (await FoundAsync(registrar, issuer))[0];
        Assert.Contains("Chép từ sổ gốc cũ", (await registrar.PageAsync(link)).Text(), StringComparison.Ordinal);
        Assert.Contains("Chép từ sổ gốc cũ", (await site.Anonymous().PageAsync($"/C/{link.Split('/')[^1]}")).Text(), StringComparison.Ordinal);
        var again = await (await UploadAsync(registrar, file)).PageAsync();
        Assert.Equal(2, again.QuerySelectorAll("main tbody .badge--neutral").Length);
        Assert.Null(again.QuerySelector("main form button:not([name=go])"));
    }

    [Fact]
    public async Task What_is_unticked_stays_so_from_page_to_page()
    {
        var (registrar, issuer) = await OpenAsync();
        var preview = await (await UploadAsync(registrar, Many(issuer, 120))).PageAsync();
        Assert.Equal(50, preview.QuerySelectorAll("input[name=chosen]").Length);
        preview.QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>().First().IsChecked = false;
        var second = await (await registrar.PostAsync("/register/transcription/preview", [.. Fields(preview), ("go", "All:2")])).PageAsync();
        Assert.Contains("119", second.QuerySelector("main .button--primary")!.TextContent, StringComparison.Ordinal);
        Assert.All(second.QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>(), box => Assert.True(box.IsChecked));
        var done = await registrar.FollowAsync(await registrar.SubmitAsync(second, "/register/transcription/certificates"));
        Assert.Contains("Đã chép 119 chứng chỉ", done.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_refused_at_its_field()
    {
        var (registrar, _) = await OpenAsync();
        foreach (var (file, says) in new[] { ("Họ tên,Số hiệu\nA,1", "Không thấy cột"), ("", "Hãy chọn tệp"), ($"{Headings}\n", "không có dòng nào") })
        {
            var answer = await UploadAsync(registrar, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.PageAsync();
            Assert.Contains(says, page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
            page.HasErrorsThatLeadToFields();
        }
    }

    [Fact]
    public async Task A_preview_is_of_the_registrar_who_opened_it()
    {
        var (registrar, issuer) = await OpenAsync();
        var preview = await (await UploadAsync(registrar, Many(issuer, 1))).PageAsync();
        var other = await site.AsAsync(Role.Registrar);
        var answer = await other.PostAsync("/register/transcription/certificates", [.. Fields(preview)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await FoundAsync(registrar, issuer));
    }

    [Fact]
    public async Task The_template_can_be_read_back_and_holds_only_its_example()
    {
        var (registrar, issuer) = await OpenAsync();
        var file = await (await registrar.GetAsync("/register/transcription/template.xlsx")).Content.ReadAsByteArrayAsync();
        Assert.Equal(SheetFault.Empty, OldRegisterSheet.Read(new MemoryStream(file)).Flaw!.Fault);
        var rows = SheetReader.Read(new MemoryStream(file)).Rows;
        Assert.Equal(Enum.GetValues<OldField>().Length, rows[0].Cells.Count);
        Assert.Equal(2, rows.Count);
    }

    private async Task<(WebVisitor Registrar, string Issuer)> OpenAsync()
    {
        await site.UseAsync<CredentialTypes, CredentialProblem>(types => types.AddAsync(Sample.GradeThree));
        var code = $"DV{Guid.NewGuid():N}"[..10];
        await site.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(new OrganisationDraft(code, $"Trường {code}", $"School {code}", OrganisationKind.Institution, null, true, "")));
        return (await site.AsAsync(Role.Registrar), code);
    }

    private async Task<string> NameAndBirthAsync(Guid person)
    {
        var found = (await site.UseAsync<People, PersonDetail?>(p => p.FindAsync(person)))!;
        return $"{found.FullName},{found.BirthDate?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "05/09/1985"}";
    }

    private static string Many(string issuer, int lines) =>
        string.Join('\n', Enumerable.Range(1, lines).Select(n => $"{n},{issuer}-{n},Trần Văn An,01/02/1980,CTXH-III,Quản lý ca,Khá,20/12/2019,{issuer},").Prepend(Headings));

    private static Task<HttpResponseMessage> UploadAsync(WebVisitor visitor, string file) =>
        visitor.SendAsync(HttpMethod.Post, "/register/transcription/preview", new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "sổ cũ.csv" } });

    private static IEnumerable<(string Name, string? Value)> Fields(IHtmlDocument page) =>
        page.QuerySelectorAll("main form input").OfType<IHtmlInputElement>().Where(i => i.Name is { } name && !name.StartsWith("__", StringComparison.Ordinal) && (i.Type != "checkbox" || i.IsChecked)).Select(i => (i.Name!, (string?)i.Value));

    private static async Task<List<string>> FoundAsync(WebVisitor registrar, string issuer) =>
        [.. (await registrar.PageAsync($"/register/certificates?origin=Transcribed&search={issuer}")).QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!)];
}

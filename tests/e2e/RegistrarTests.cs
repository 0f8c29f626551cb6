using Lms.E2E.Infrastructure;

namespace Lms.E2E;

[Collection(DemoSiteTests.Name)]
public sealed class RegistrarTests(DemoSite demo)
{
    [Fact]
    public async Task A_revoked_certificate_says_so_to_everybody_with_day_and_reason()
    {
        const string reason = "Cấp nhầm do trùng họ tên.";
        await using var registrar = await demo.VisitAsync(Screen.Desktop);
        await registrar.SignInAsync("CC0001");
        await registrar.FollowAsync("Sổ gốc cấp chứng chỉ");
        await registrar.LookAsync();
        await registrar.Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.ClickAsync();
        await registrar.SeeHeadingAsync("Nhật ký");
        await registrar.LookAsync();
        var publicPage = await registrar.Page.GetByRole(AriaRole.Link, new() { Name = "Trang tra cứu công khai" }).GetAttributeAsync("href");

        await registrar.Page.GetByText("Thu hồi chứng chỉ").First.ClickAsync();
        await registrar.Page.GetByLabel("Lý do").FillAsync(reason);
        await registrar.PressAsync("Thu hồi chứng chỉ");
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Thu hồi chứng chỉ" }).ClickAsync();
        await registrar.SeeAsync("Đã thu hồi chứng chỉ số");
        await registrar.LookAsync();

        await using var employer = await demo.VisitAsync(Screen.Phone);
        await employer.GoAsync(publicPage!);
        await employer.SeeHeadingAsync("Đã thu hồi");
        await employer.SeeAsync(reason);
        await employer.SeeAsync(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Asia/Ho_Chi_Minh").ToString("dd/MM/yyyy", null));
        await employer.LookAsync();
    }

    [Fact]
    public async Task Certificates_that_could_not_be_issued_have_a_page()
    {
        await using var registrar = await demo.VisitAsync(Screen.Desktop);
        await registrar.SignInAsync("CC0001");
        await registrar.GoAsync("/register/certificates");
        await registrar.FollowAsync("Chứng chỉ chưa cấp được");
        await registrar.SeeHeadingAsync("Chứng chỉ chưa cấp được");
        await registrar.LookAsync();
    }
}

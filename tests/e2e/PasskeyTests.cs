using Lms.E2E.Infrastructure;

namespace Lms.E2E;

[Collection(DemoSiteTests.Name)]
public sealed class PasskeyTests(DemoSite demo)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await using var person = await demo.VisitAsync(Screen.Phone);
        await HoldAuthenticatorAsync(person.Page);
        // A passkey belongs to a host name, never to a bare address.
        var home = demo.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        await person.GoAsync(home + "/sign-in?returnUrl=%2Faccount%2Fpasskeys");
        await person.Page.GetByLabel("Mã cán bộ hoặc email").FillAsync("KH0001");
        await person.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Visitor.Password);
        await person.PressAsync("Đăng nhập");
        await person.Page.GetByLabel("Tên gợi nhớ").FillAsync("Điện thoại cơ quan");
        await person.PressAsync("Thêm khóa truy cập");
        await person.SeeAsync("Đã thêm khóa truy cập");
        await person.LookAsync();

        await person.Page.Context.ClearCookiesAsync();
        await person.GoAsync(home + "/sign-in?returnUrl=%2Faccount");
        await person.PressAsync("Đăng nhập bằng khóa truy cập");
        await person.SeeHeadingAsync("Tài khoản của tôi");
        await Assertions.Expect(person.Page.Locator("main").GetByText("Võ Hoàng Sơn")).ToBeVisibleAsync();
    }

    /// <summary>A phone that recognises its owner's finger each time it is asked.</summary>
    private static async Task HoldAuthenticatorAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using System.Text.Json;
using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>An employer with a phone: the verification page as an app, with and without network.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class VerificationAppTests(DemoSite demo)
{
    [Fact]
    public async Task Without_network_the_signature_is_checked_and_the_page_says_since_when_revocation_is_not()
    {
        var certificate = (await ExportedAsync())[0];
        await using var employer = await demo.VisitAsync(Screen.Phone);
        await ReadyAsync(employer);
        await employer.Page.Context.SetOfflineAsync(true);

        await employer.Page.GotoAsync("about:blank");
        await employer.Page.GotoAsync("/v" + certificate.OfflineAddress[certificate.OfflineAddress.IndexOf('#')..]);
        await employer.SeeHeadingAsync("Chữ ký hợp lệ");
        await employer.SeeAsync("thu hồi chưa kiểm tra từ");
        await employer.SeeAsync(certificate.Number);
        await employer.LookAsync();

        await employer.Page.GetByLabel("Mã chứng chỉ").FillAsync(certificate.Code);
        await employer.PressAsync("Tra cứu");
        await employer.SeeAsync("Việc này cần mạng");
        await employer.LookAsync();

        await employer.Page.Context.SetOfflineAsync(false);
        await employer.Page.GotoAsync("about:blank");
        await employer.Page.GotoAsync("/v" + certificate.OfflineAddress[certificate.OfflineAddress.IndexOf('#')..]);
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.FollowAsync("Xem trong sổ gốc");
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.SeeAsync(certificate.Number);
    }

    [Fact]
    public async Task A_forged_signature_is_called_altered_and_nothing_it_says_is_shown()
    {
        var certificate = (await ExportedAsync())[0];
        var digits = certificate.OfflineAddress[(certificate.OfflineAddress.IndexOf('#') + 1)..];
        var forged = digits[..^1] + (digits[^1] == '9' ? '8' : '9');
        await using var employer = await demo.VisitAsync(Screen.Desktop);

        await employer.GoAsync($"/v#{forged}");
        await employer.SeeHeadingAsync("Đã bị sửa");
        await Assertions.Expect(employer.Page.GetByText(certificate.Number)).ToHaveCountAsync(0);
        await employer.LookAsync();
    }

    [Theory]
    [InlineData(Screen.Phone), InlineData(Screen.Desktop)]
    public async Task A_photo_of_the_printed_page_is_read_on_the_device(Screen screen)
    {
        var certificate = (await ExportedAsync())[1];
        await using var employer = await demo.VisitAsync(screen);
        await ReadyAsync(employer);
        await employer.Page.GetByLabel("Tệp PDF hoặc ảnh chụp chứng chỉ").SetInputFilesAsync(await PrintedPage.PhotoAsync(certificate.Pdf));
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.SeeAsync(certificate.Number);
        await employer.LookAsync();

        await employer.GoAsync("/verify");
        await employer.Page.GetByLabel("Tệp PDF hoặc ảnh chụp chứng chỉ").SetInputFilesAsync(Path.Combine(Site.RepositoryRoot, "docs/screenshots/front-desktop.png"));
        await employer.SeeAsync("Không thấy mã QR trong ảnh");
        await employer.LookAsync();
    }

    [Theory]
    [InlineData(Screen.Phone), InlineData(Screen.Desktop)]
    public async Task A_PDF_is_held_against_the_register_fact_by_fact(Screen screen)
    {
        var certificate = (await ExportedAsync())[2];
        await using var employer = await demo.VisitAsync(screen);
        await employer.GoAsync("/verify");
        await employer.Page.GetByLabel("Tệp PDF hoặc ảnh chụp chứng chỉ").SetInputFilesAsync(certificate.Pdf);
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.SeeAsync("Mọi nội dung trong tệp trùng với sổ gốc.");
        await employer.LookAsync();

        var bytes = await File.ReadAllBytesAsync(certificate.Pdf);
        bytes[bytes.Length / 2] ^= 1;
        var changed = Path.ChangeExtension(certificate.Pdf, ".changed.pdf");
        await File.WriteAllBytesAsync(changed, bytes);
        await employer.FollowAsync("Kiểm tra tệp khác");
        await employer.Page.GetByLabel("Tệp PDF hoặc ảnh chụp chứng chỉ").SetInputFilesAsync(changed);
        await employer.SeeHeadingAsync("Đã bị sửa");
        await employer.LookAsync();
    }

    [Theory]
    [InlineData(Screen.Phone), InlineData(Screen.Desktop)]
    public async Task A_mistyped_code_is_explained_and_put_right_by_keyboard_alone(Screen screen)
    {
        var certificate = (await ExportedAsync()).First(c => c.Code.Any(letter => letter is '8' or '5' or '2' or '6'));
        var at = certificate.Code.IndexOfAny(['8', '5', '2', '6']);
        var look = "8B5S2Z6G";
        var mistyped = certificate.Code[..at] + look[look.IndexOf(certificate.Code[at]) + 1] + certificate.Code[(at + 1)..];
        await using var employer = await demo.VisitAsync(screen);
        await employer.GoAsync("/verify");

        await employer.Page.GetByLabel("Mã chứng chỉ").FocusAsync();
        await employer.Page.Keyboard.TypeAsync(mistyped[..10]);
        await employer.SeeAsync("10/16 ký tự");
        await employer.Page.Keyboard.TypeAsync(mistyped[10..]);
        await employer.Page.Keyboard.PressAsync("Enter");
        await employer.SeeAsync("Mã có ký tự sai");
        await employer.LookAsync();

        var meant = string.Join('-', certificate.Code.Chunk(4).Select(four => new string(four)));
        await employer.Page.GetByRole(AriaRole.Button, new() { Name = meant }).FocusAsync();
        await employer.Page.Keyboard.PressAsync("Enter");
        await employer.SeeAsync("Mã viết đúng quy cách");
        await employer.Page.Keyboard.PressAsync("Enter");
        await employer.Page.WaitForURLAsync(url => url.EndsWith($"/C/{certificate.Code}", StringComparison.Ordinal));
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.LookAsync();
    }

    [Theory]
    [InlineData(Screen.Phone), InlineData(Screen.Desktop)]
    public async Task Without_script_a_code_a_number_and_a_list_are_checked_all_the_same(Screen screen)
    {
        var certificates = await ExportedAsync();
        await using var employer = await demo.VisitAsync(screen, javaScript: false);
        await employer.GoAsync("/verify");
        await employer.Page.GetByLabel("Mã chứng chỉ").FillAsync(certificates[0].Code.ToLowerInvariant());
        await employer.PressAsync("Tra cứu");
        await employer.SeeHeadingAsync("Còn hiệu lực");

        await employer.GoAsync("/verify");
        await employer.FollowAsync("Kiểm tra hàng loạt");
        await employer.Page.GetByLabel("Các mã chứng chỉ").FillAsync(string.Join('\n', certificates.Take(3).Select(c => c.Code).Append("ABCD")));
        await employer.PressAsync("Kiểm tra");
        await employer.SeeHeadingAsync("Kết quả: 4 chứng chỉ");
        await employer.SeeAsync("Mã gõ sai quy cách.");

        await employer.GoAsync("/verify");
        await employer.FollowAsync("Tra theo số hiệu");
        await employer.Page.GetByLabel("Số hiệu").FillAsync(certificates[0].Number);
        await employer.Page.GetByLabel("Năm sinh").FillAsync("1900");
        await employer.PressAsync("Tra cứu");
        await employer.SeeHeadingAsync("Không tìm thấy");
    }

    [Theory]
    [InlineData(Screen.Phone), InlineData(Screen.Desktop)]
    public async Task The_pages_around_it_are_in_order(Screen screen)
    {
        await using var employer = await demo.VisitAsync(screen);
        foreach (var path in new[] { "/verify", "/verify/batch", "/verify/number", "/verify/api" })
        {
            await employer.GoAsync(path);
            await employer.LookAsync();
        }
    }

    private static async Task ReadyAsync(Visitor employer)
    {
        await employer.GoAsync("/verify");
        await employer.SeeAsync("Sẵn sàng: khóa ký và danh sách thu hồi");
        // Installed, and everything the page is made of is kept.
        await employer.Page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready) && !!(await caches.match('/verify', { cacheName: 'verification-page' }))");
    }

    private sealed record Exported(string Number, string Code, string Pdf, string OfflineAddress);

    private static readonly Dictionary<string, List<Exported>> BySite = [];

    /// <summary>Some valid certificates of one class as the registrar exports them, with the texts of their QR codes. The demo has others, too.</summary>
    private async Task<List<Exported>> ExportedAsync()
    {
        if (BySite.TryGetValue(demo.Site.Address, out var before)) return before;
        var folder = Directory.CreateTempSubdirectory("lms-e2e-certificates-").FullName;
        var (exit, output) = await demo.Site.RunAsync("certificate", "export", "--class", "KH-2026-01", "--out", folder);
        Assert.True(exit == 0, output);
        using var http = new HttpClient { BaseAddress = new Uri(demo.Site.Address) };
        var valid = new List<Exported>();
        foreach (var c in JsonDocument.Parse(output).RootElement.EnumerateArray())
        {
            var (number, code) = (c.GetProperty("certificateNumber").GetString()!, c.GetProperty("code").GetString()!);
            if (!(await http.GetStringAsync(new Uri($"/C/{code}", UriKind.Relative))).Contains("verdict--valid", StringComparison.Ordinal)) continue;
            valid.Add(new Exported(number, code, Path.Combine(folder, $"{code}.pdf"), (await File.ReadAllTextAsync(Path.Combine(folder, $"{code}.offline-qr.txt"))).Trim()));
            if (valid.Count == 8) break;
        }

        return BySite[demo.Site.Address] = valid;
    }
}

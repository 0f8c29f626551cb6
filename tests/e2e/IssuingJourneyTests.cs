using System.IO.Compression;
using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>From a decision that waits for its signatory to the phone of somebody who scans one of its certificates.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class IssuingJourneyTests(DemoSite demo)
{
    private const string Decision = "112/QĐ-ĐTBD";

    [Fact]
    public async Task A_decision_is_approved_issued_downloaded_and_verified()
    {
        await using var registrar = await demo.VisitAsync(Screen.Desktop);
        await registrar.SignInAsync("CC0001");
        await registrar.GoAsync("/register/proposals");
        await registrar.SeeHeadingAsync("Đề nghị cấp");
        await registrar.LookAsync("proposals");
        await registrar.LookThroughAsync(Screen.Phone);
        await registrar.LookAsync();
        await registrar.LookThroughAsync(Screen.Desktop);

        await using var signatory = await demo.VisitAsync(Screen.Phone);
        await signatory.SignInAsync("TK0001");
        await signatory.GoAsync("/signing");
        await signatory.LookAsync();
        await signatory.FollowAsync(Decision);
        await signatory.SeeHeadingAsync(Decision);
        await signatory.LookAsync();
        await signatory.PressAsync("Duyệt");
        await signatory.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Duyệt" }).ClickAsync();
        await signatory.SeeHeadingAsync(Decision);

        await registrar.GoAsync("/register/decisions");
        await registrar.FollowAsync(Decision);
        await IssuedAsync(registrar);
        await registrar.LookAsync("decision");
        await registrar.LookThroughAsync(Screen.Phone);
        await registrar.LookAsync();

        using var zip = ZipFile.OpenRead(await (await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Page.Locator("a[href$='certificates.zip']").ClickAsync())).PathAsync());
        var receipts = registrar.Page.Locator("#receipts tbody a");
        Assert.Equal(await receipts.CountAsync(), zip.Entries.Count(e => e.FullName.EndsWith(".pdf", StringComparison.Ordinal)));

        var print = await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Page.Locator("a[href$='print.pdf']").ClickAsync());
        Assert.Equal(await receipts.CountAsync(), File.ReadAllText(await print.PathAsync(), System.Text.Encoding.Latin1).Split("/Type /Page /").Length - 1);

        var code = (await receipts.First.GetAttributeAsync("href"))!.Split('/')[^1];
        await using var employer = await demo.VisitAsync(Screen.Phone);
        await employer.GoAsync($"/C/{code.ToLowerInvariant()}");
        await employer.SeeAsync((await receipts.First.TextContentAsync())!.Trim());
        await employer.LookAsync();
    }

    [Fact]
    public async Task The_log_is_shown_and_its_chain_holds()
    {
        await using var registrar = await demo.VisitAsync(Screen.Desktop);
        await registrar.SignInAsync("CC0001");
        await registrar.GoAsync("/register/log");
        await registrar.LookAsync("log");
        await registrar.FollowAsync("Kiểm tra nhật ký");
        await registrar.SeeAsync("Nhật ký nguyên vẹn");
        await registrar.LookThroughAsync(Screen.Phone);
        await registrar.LookAsync();
    }

    /// <summary>A job does it, so the page is asked again until it is done.</summary>
    private static async Task IssuedAsync(Visitor visitor)
    {
        for (var tries = 0; tries < 60 && await visitor.Page.Locator("#receipts").CountAsync() == 0; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await visitor.Page.ReloadAsync();
        }

        Assert.Equal(1, await visitor.Page.Locator("#receipts").CountAsync());
    }
}

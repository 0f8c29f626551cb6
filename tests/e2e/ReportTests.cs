using System.IO.Compression;
using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>The programme report over two classes of the city's ten years, played through the whole system.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class ReportTests(DemoSite demo)
{
    [Fact]
    public async Task The_programme_report_of_a_replay_shows_and_can_be_taken_along()
    {
        var (exit, output) = await demo.Site.RunAsync("replay", "hcmc", "--classes", "2");
        Assert.True(exit == 0, output);

        await using var coordinator = await demo.VisitAsync(Screen.Desktop);
        await coordinator.SignInAsync("DT0001");
        await coordinator.FollowAsync("Báo cáo chương trình");
        await coordinator.SeeHeadingAsync("Báo cáo");
        await coordinator.LookAsync("report");
        await coordinator.LookThroughAsync(Screen.Phone);
        await coordinator.LookAsync();

        var csv = File.ReadAllText(await DownloadAsync(coordinator, "CSV"));
        Assert.True(csv.Split('\n').Length > 3, csv);
        using var xlsx = ZipFile.OpenRead(await DownloadAsync(coordinator, "XLSX"));
        Assert.Contains(xlsx.Entries, e => e.FullName == "xl/workbook.xml");
    }

    private static async Task<string> DownloadAsync(Visitor visitor, string link) =>
        await (await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.FollowAsync(link))).PathAsync();
}

using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>The main job: from signing in to a certificate that a stranger can check.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class TraineeJourneyTests(DemoSite demo)
{
    private static readonly AnswerKey Key = new();

    [Theory]
    [InlineData(Screen.Desktop, "HV0001")]
    [InlineData(Screen.Phone, "TAI00001")]
    public async Task A_trainee_learns_sits_the_exam_and_holds_a_certificate_that_an_employer_can_check(Screen screen, string staffCode)
    {
        await using var trainee = await demo.VisitAsync(screen);
        await trainee.SignInAsync(staffCode);
        await trainee.LookAsync("dashboard");
        var name = (await trainee.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Replace("Xin chào, ", "", StringComparison.Ordinal);

        await ReadLessonsAsync(trainee);
        await OpenExamAsync(trainee);
        await SitExamAsync(trainee);
        await trainee.SeeAsync("Anh/chị đã đạt");
        await trainee.LookAsync("result");

        await trainee.FollowAsync("Xem chứng chỉ");
        await trainee.SeeHeadingAsync("Chứng chỉ của tôi");
        await trainee.LookAsync("certificates");
        var credential = await trainee.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading).First.InnerTextAsync();
        var address = await PrintAsync(trainee, name, screen);

        await using var employer = await demo.VisitAsync(screen);
        await employer.GoAsync(address.AbsolutePath);
        await employer.SeeHeadingAsync("Còn hiệu lực");
        await employer.SeeAsync(name);
        await employer.SeeAsync(credential);
        await employer.LookAsync("verification");
    }

    [Fact]
    public async Task Without_any_script_a_trainee_gets_as_far()
    {
        await using var trainee = await demo.VisitAsync(Screen.Phone, javaScript: false);
        await trainee.SignInAsync("TAI00002");
        await ReadLessonsAsync(trainee, look: false);
        await OpenExamAsync(trainee, look: false);

        var paper = new ExamPaper(trainee.Page, Key);
        for (var page = 1; ; page++)
        {
            await trainee.SeeAsync($"Trang {page}/");
            await paper.AnswerAsync(Hand.Mouse, saves: false);
            if (!await TurnPageAsync(trainee)) break;
        }

        await trainee.SeeAsync("đã trả lời đủ");
        await trainee.PressAsync("Nộp bài");
        await trainee.SeeAsync("Anh/chị đã đạt");
        await trainee.FollowAsync("Xem chứng chỉ");
        await trainee.SeeAsync("Còn hiệu lực");
    }

    private static async Task ReadLessonsAsync(Visitor trainee, bool look = true)
    {
        await trainee.Page.GetByRole(AriaRole.Link, new() { Name = "Nhập môn công tác xã hội" }).First.ClickAsync();
        await trainee.SeeHeadingAsync("Nội dung");
        if (look) await trainee.LookAsync("class");
        await trainee.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^(Bắt đầu học|Học tiếp)$") }).First.ClickAsync();

        // The demo's trainee begins at the sixth lesson, the others at the first: pictures and files come later than that.
        bool picture = false, file = false;
        for (var done = false; !done;)
        {
            await trainee.SeeAsync("phút");
            var heading = await trainee.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
            var images = trainee.Page.Locator("figure img");
            if (await images.CountAsync() > 0)
            {
                await images.First.ScrollIntoViewIfNeededAsync();
                if (look) await Assertions.Expect(images.First).ToHaveJSPropertyAsync("complete", true);
                if (look) Assert.True(await images.First.EvaluateAsync<int>("i => i.naturalWidth") > 0, $"The picture of “{heading}” does not show.");
                if (look && !picture) await trainee.LookAsync("lesson");
                picture = true;
            }

            var attached = trainee.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new(@"\(PDF") });
            if (!file && await attached.CountAsync() > 0)
            {
                var response = await trainee.Page.APIRequest.GetAsync(await attached.First.GetAttributeAsync("href") ?? "");
                Assert.StartsWith("%PDF", await response.TextAsync(), StringComparison.Ordinal);
                file = true;
            }

            var next = trainee.Page.GetByRole(AriaRole.Button, new() { Name = "Đã học xong, sang bài sau" });
            done = await next.CountAsync() == 0;
            if (!done) await next.ClickAsync();
            else await trainee.PressAsync("Đã học xong bài cuối");
            if (!done) await Assertions.Expect(trainee.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync(heading);
        }

        Assert.True(picture && file, "No lesson had a picture, or none a file.");
    }

    private static async Task OpenExamAsync(Visitor trainee, bool look = true)
    {
        await trainee.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^(Vào thi|Quy định và vào thi)$") }).First.ClickAsync();
        await trainee.SeeHeadingAsync("Quy định");
        if (look) await trainee.LookAsync();
        await trainee.PressAsync("Bắt đầu làm bài");
    }

    private static async Task SitExamAsync(Visitor trainee)
    {
        var paper = new ExamPaper(trainee.Page, Key);
        for (var page = 1; ; page++)
        {
            await trainee.SeeAsync($"Trang {page}/");
            await paper.AnswerAsync(page == 2 ? Hand.Keyboard : Hand.Mouse, saves: true);
            if (page == 1) await trainee.LookAsync("exam");
            if (page == 2)
            {
                var before = await paper.GivenAsync();
                await trainee.Page.ReloadAsync();
                Assert.Equal(before, await paper.GivenAsync());
                Assert.DoesNotContain("", before);
            }

            if (!await TurnPageAsync(trainee)) break;
        }

        await trainee.SeeAsync("đã trả lời đủ");
        await trainee.LookAsync();
        await trainee.PressAsync("Nộp bài");
    }

    /// <returns>False where it was the last page: the look over all answers follows.</returns>
    private static async Task<bool> TurnPageAsync(Visitor trainee)
    {
        var next = trainee.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu và sang trang sau" });
        var more = await next.CountAsync() > 0;
        if (more) await next.ClickAsync();
        else await trainee.PressAsync("Kiểm tra và nộp bài");
        return more;
    }

    /// <summary>Downloads the certificate, prints it, reads the name with the eyes and both QR codes with a phone; the front one leads on.</summary>
    private async Task<Uri> PrintAsync(Visitor trainee, string name, Screen screen)
    {
        var download = await trainee.Page.RunAndWaitForDownloadAsync(() => trainee.FollowAsync("Tải PDF"));
        var pdf = Path.Combine(demo.Site.Folder, $"certificate-{screen}.pdf");
        await download.SaveAsAsync(pdf);
        Assert.Contains(name, (await PrintedPage.TextAsync(pdf)).Normalize(), StringComparison.OrdinalIgnoreCase);
        if (screen == Screen.Desktop) await PrintedPage.PictureAsync(pdf, "certificate");
        var codes = await PrintedPage.QrCodesAsync(pdf);
        Assert.Equal(2, codes.Count);
        Assert.Single(codes, code => code.Contains("/v#", StringComparison.Ordinal));
        return new Uri(Assert.Single(codes, code => code.Contains("/C/", StringComparison.Ordinal)));
    }
}

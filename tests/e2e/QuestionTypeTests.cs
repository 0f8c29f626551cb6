using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>The author tries a question of each type that is more than a list of choices: with fingers, mouse and keys.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class QuestionTypeTests(DemoSite demo)
{
    private const string Category = "Luyện tập: các dạng câu hỏi";

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Each_type_is_answered_scored_step_by_step_and_kept(Screen screen)
    {
        await using var author = await demo.VisitAsync(screen);
        var page = author.Page;
        await author.SignInAsync("BS0001");
        await author.GoAsync("/authoring/banks");
        await author.FollowAsync("Nhập môn");
        await page.ArriveAsync(url => url.Contains("/authoring/banks/", StringComparison.Ordinal));
        await author.GoAsync($"{new Uri(page.Url).AbsolutePath}?category={Uri.EscapeDataString(Category)}");
        var questions = await page.Locator("tbody a[href*='/questions/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href').replace(/\\/trial$/, '')))]");
        Assert.Equal(8, questions.Length);

        var seen = new HashSet<string>();
        foreach (var address in questions)
        {
            await author.GoAsync($"{address}/trial");
            var type = await page.Locator("[data-slot]").GetAttributeAsync("data-type") ?? "";
            var (said, step) = await AnswerAsync(page, type, screen);
            await author.PressAsync("Chấm thử");
            await author.SeeAsync(said);
            if (step is not null)
            {
                await page.GetByText("Cách tính điểm câu này").ClickAsync();
                await author.SeeAsync(step);
            }

            // One screen looks at half of the types and the other at the rest, but for those that phones make hard.
            if (type is "hotspot" or "ordering" || seen.Count % 2 == (int)screen) await author.LookAsync();
            var before = await GivenAsync(page);
            Assert.NotEmpty(before);
            // An essay comes by POST: going there again would ask whether to send it again.
            if (type != "essay") await page.ReloadAsync();
            Assert.Equal(before, await GivenAsync(page));
            seen.Add(type);
        }

        Assert.Equal(8, seen.Count);
    }

    /// <returns>What the result says, and one of its steps.</returns>
    private static async Task<(string Said, string? Step)> AnswerAsync(IPage page, string type, Screen screen)
    {
        switch (type)
        {
            case "matching":
                await page.GetByLabel("Nét liền đậm").SelectOptionAsync("Quan hệ mạnh, có ích");
                await page.GetByLabel("Nét đứt").SelectOptionAsync("Quan hệ căng thẳng");
                return ("đạt 25%", "Ghép sai: Nét đứt – Quan hệ căng thẳng. Đáp án: Quan hệ yếu hoặc thất thường.");
            case "ordering":
                // By keyboard: the item goes up one place at each press, and the focus with it.
                await MoveToTopAsync(page, "Tiếp nhận và xin đồng thuận");
                await Assertions.Expect(page.GetByText("Tiếp nhận và xin đồng thuận: vị trí 1 trên 5")).ToBeAttachedAsync();
                return ("Đúng một phần", "Đúng thứ tự so với các mục khác: Tiếp nhận và xin đồng thuận.");
            case "numeric":
                await page.GetByLabel("Câu trả lời của anh/chị").FillAsync("620");
                return ("đạt 50%", "“620” khớp với một đáp án có mức điểm riêng.");
            case "calculated":
                await page.GetByLabel("Câu trả lời của anh/chị").FillAsync("24,0 giờ");
                return ("đạt 100%", null);
            case "cloze":
                await page.GetByLabel("Chỗ trống 1").FillAsync("4");
                await page.GetByLabel("Chỗ trống 2").FillAsync("thoi han");
                await page.GetByRole(AriaRole.Radiogroup, new() { Name = "Chỗ trống 3" }).GetByLabel("người quản lý trường hợp").CheckAsync();
                return ("đạt 66,67%", "Chỗ trống 3: “người quản lý trường hợp”.");
            case "gapSelect":
                await page.GetByLabel("Chỗ trống 1").SelectOptionAsync("kín");
                await DragAsync(page, page.Locator(".word-bank__word", new() { HasText = "nguy hiểm" }), page.GetByLabel("Chỗ trống 2"));
                return ("đạt 66,67%", "Chỗ trống 3: để trống.");
            case "hotspot":
                var image = page.Locator("[data-hotspot-frame]").First;
                await Assertions.Expect(image).ToHaveAttributeAsync("tabindex", "0");
                await PointAsync(image, 802.0 / 960, 232.0 / 540, screen);
                await page.GetByText("Chọn vị trí theo mô tả bằng lời").ClickAsync();
                await page.GetByLabel("Cô Năm, chủ trọ").CheckAsync();
                return ("đạt 50%", "Điểm nằm trong vùng: Chủ nợ.");
            case "essay":
                await page.GetByLabel("Câu trả lời của anh/chị").FillAsync("Tôi sẽ hỏi chị Hạnh vì sao Bảo nghỉ học.");
                await Assertions.Expect(page.GetByText("10 từ, còn thiếu 140 từ")).ToBeVisibleAsync();
                return ("Chờ chấm", null);
            default:
                throw new InvalidOperationException($"Nobody knows how to answer a {type}.");
        }
    }

    private static async Task MoveToTopAsync(IPage page, string item)
    {
        var up = page.GetByRole(AriaRole.Button, new() { Name = $"Đưa lên: {item}", Exact = true });
        for (var presses = 0; presses < 5 && await up.IsEnabledAsync(); presses++) await up.PressAsync("Enter");
    }

    private static async Task DragAsync(IPage page, ILocator word, ILocator gap)
    {
        await gap.ScrollIntoViewIfNeededAsync();
        var (from, to) = ((await word.BoundingBoxAsync())!, (await gap.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + to.Height / 2, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(gap).ToHaveValueAsync("b");
    }

    private static async Task PointAsync(ILocator image, double across, double down, Screen screen)
    {
        var box = (await image.BoundingBoxAsync())!;
        var (x, y) = ((float)(box.Width * across), (float)(box.Height * down));
        if (screen == Screen.Phone) await image.TapAsync(new() { Position = new() { X = x, Y = y } });
        else await image.ClickAsync(new() { Position = new() { X = x, Y = y } });
    }

    private static async Task<string> GivenAsync(IPage page) => await page.Locator("[data-slot]").EvaluateAsync<string>("""
        question => [...question.querySelectorAll('input, select, textarea')].filter(f => f.name && f.value !== '' && (!/radio|checkbox/.test(f.type) || f.checked))
          .map(f => `${f.name}=${f.value}`).sort().join('&')
        """);
}

using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>Without a mouse: everything is reached with Tab, worked with Enter, Space and arrows, and one sees where one is.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class KeyboardTests(DemoSite demo)
{
    private const int FarthestTab = 120;

    [Fact]
    public async Task A_trainee_signs_in_and_hands_in_an_exam_by_keyboard_alone()
    {
        await using var trainee = await demo.VisitAsync(Screen.Desktop);
        var page = trainee.Page;
        await trainee.GoAsync("/sign-in");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Đến nội dung chính" })).ToBeFocusedAsync();
        await SeeFocusAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByLabel("Mã cán bộ hoặc email"), farthest: 2);
        await page.Keyboard.TypeAsync("TAI00003");
        await TabToAsync(page, page.GetByLabel("Mật khẩu", new() { Exact = true }));
        await page.Keyboard.TypeAsync(Visitor.Password);
        await page.Keyboard.PressAsync("Enter");
        await trainee.SeeAsync("Xin chào");

        await PressAsync(page, page.GetByRole(AriaRole.Navigation, new() { Name = "Trình đơn chính" }).GetByRole(AriaRole.Link, new() { Name = "Lớp của tôi" }));
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Bài thi đang mở" }));
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }));

        await AnswerFirstAsync(page);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và nộp bài" }));
        await trainee.SeeAsync("câu chưa trả lời");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Nộp bài" }));
        await trainee.SeeAsync("Lần này chưa đạt");
    }

    private static async Task AnswerFirstAsync(IPage page)
    {
        var question = page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Câu 1 ") });
        var field = question.Locator("input").First;
        await TabToAsync(page, field);
        if (await field.GetAttributeAsync("type") == "text") await page.Keyboard.TypeAsync("không rõ");
        else await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(question.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
    }

    private static async Task PressAsync(IPage page, ILocator target)
    {
        await TabToAsync(page, target);
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url != before || url.EndsWith("/my", StringComparison.Ordinal));
    }

    private static async Task TabToAsync(IPage page, ILocator target, int farthest = FarthestTab)
    {
        await Assertions.Expect(target.First).ToBeVisibleAsync();
        for (var presses = 0; presses < farthest; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await target.First.EvaluateAsync<bool>("e => e === document.activeElement")) continue;
            await SeeFocusAsync(page);
            return;
        }

        Assert.Fail($"{target} is not reached by Tab on {page.Url}.");
    }

    /// <summary>The focused element, or the label drawn around it, has an outline or a shadow.</summary>
    private static async Task SeeFocusAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("""
        () => [document.activeElement, document.activeElement.closest('label')].filter(e => e).some(e => {
          const style = getComputedStyle(e);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
        })
        """), $"One does not see where the focus is on {page.Url}.");
}

using System.Text.RegularExpressions;

namespace Lms.E2E.Infrastructure;

public enum Hand { Mouse, Keyboard }

/// <summary>The page of questions on the screen, and somebody who knows the answers.</summary>
public sealed partial class ExamPaper(IPage page, AnswerKey key)
{
    public async Task<IReadOnlyList<ILocator>> QuestionsAsync() => await page.GetByRole(AriaRole.Group, new() { NameRegex = QuestionName() }).AllAsync();

    /// <summary>Answers every question of this page rightly.</summary>
    /// <param name="saves">A script saves each answer at once and says so; without one the page's buttons save.</param>
    public async Task AnswerAsync(Hand hand, bool saves)
    {
        foreach (var question in await QuestionsAsync())
        {
            await AnswerAsync(question, hand);
            if (saves) await Assertions.Expect(question.GetByText(Saved())).ToBeVisibleAsync();
        }
    }

    public async Task AnswerAsync(ILocator question, Hand hand)
    {
        var known = key.Find(await question.Locator(".question__prompt").InnerTextAsync());
        if (known.IsTyped)
        {
            await question.GetByLabel("Câu trả lời của anh/chị").FillAsync(known.Right[0]);
            return;
        }

        foreach (var choice in await question.Locator("label").AllAsync())
        {
            if (!known.IsRight(await choice.InnerTextAsync())) continue;
            if (hand == Hand.Mouse) await choice.ClickAsync();
            else await choice.Locator("input").PressAsync("Space");
        }
    }

    /// <summary>What is ticked and typed on this page, question by question.</summary>
    public async Task<IReadOnlyList<string>> GivenAsync()
    {
        var given = new List<string>();
        foreach (var question in await QuestionsAsync())
        {
            var text = question.GetByRole(AriaRole.Textbox);
            var answers = new List<string>();
            if (await text.CountAsync() > 0) answers.Add(await text.InputValueAsync());
            foreach (var choice in await question.Locator("label:has(input:checked)").AllAsync()) answers.Add(await choice.InnerTextAsync());
            given.Add(string.Join(" + ", answers));
        }

        return given;
    }

    [GeneratedRegex(@"^Câu \d+")]
    private static partial Regex QuestionName();

    [GeneratedRegex("^Đã lưu lúc")]
    private static partial Regex Saved();
}

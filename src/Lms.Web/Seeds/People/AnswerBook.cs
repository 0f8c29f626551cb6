using Lms.Assessment.Questions;

namespace Lms.Web.Seeds.People;

/// <summary>
/// What a well-prepared candidate knows. An attempt never shows its key, so the book finds a question by what is
/// on the screen: its prompt. It is read through the authors' face.
/// </summary>
internal sealed class AnswerBook
{
    private readonly Dictionary<string, QuestionDraft> byPrompt = [];

    public QuestionDraft Find(string prompt) => byPrompt[prompt];

    public async Task ReadAsync(BankContents contents, Guid bankKey)
    {
        foreach (var draft in await contents.AllAsync(bankKey)) byPrompt[draft.Definition.Prompt] = draft;
    }
}

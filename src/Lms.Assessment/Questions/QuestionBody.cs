namespace Lms.Assessment.Questions;

/// <summary>The body of a question's <see cref="Lms.Publishing.PublishableItem"/>: the draft as JSON, composed Unicode throughout.</summary>
internal static class QuestionBody
{
    private const int LongestTitle = 300;

    public static QuestionDraft Tidy(QuestionDraft draft) =>
        draft with { Category = draft.Category.Trim().Normalize(), Outcome = draft.Outcome.Trim().Normalize(), Tags = QuestionTags.Tidy(draft.Tags), Source = draft.Source.Trim().Normalize() };

    public static string Title(QuestionDraft draft)
    {
        var prompt = string.Join(' ', draft.Definition.Prompt.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (prompt.Length <= LongestTitle) return prompt;
        var end = char.IsHighSurrogate(prompt[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return $"{prompt[..end]}…";
    }

    // Letters are not escaped in our JSON, so composing the document composes every text in it.
    public static string Write(QuestionDraft draft) => AssessmentJson.Write(draft).Normalize();

    public static QuestionDraft Read(string body) => AssessmentJson.Read<QuestionDraft>(body);
}

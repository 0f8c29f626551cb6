using System.Text;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Scoring;

/// <summary>What can be an answer to a question at all, right or wrong.</summary>
internal static class ResponseShape
{
    public const int LongestText = 400;

    /// <summary>The response in its canonical form, or null where it cannot be one for this question.</summary>
    public static Response? Fit(QuestionDefinition question, Response response) => (question, response) switch
    {
        (SingleChoice single, ChoiceResponse choice) => Choice(choice, id => single.Options.Any(o => o.Id == id), atMost: 1),
        (MultipleResponse multiple, ChoiceResponse choice) => Choice(choice, id => multiple.Options.Any(o => o.Id == id), multiple.Options.Count),
        (TrueFalse, ChoiceResponse choice) => Choice(choice, id => id is "true" or "false", atMost: 1),
        (ShortText, TextResponse text) => Text(text),
        _ => null,
    };

    private static ChoiceResponse? Choice(ChoiceResponse choice, Func<string, bool> exists, int atMost)
    {
        var ids = choice.OptionIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return ids.Length <= atMost && ids.All(exists) ? new ChoiceResponse(ids) : null;
    }

    private static TextResponse? Text(TextResponse given)
    {
        // Half a surrogate pair is no text: it can be neither normalised nor stored.
        if (given.Text.Length > LongestText || !IsWellFormed(given.Text)) return null;
        return new TextResponse(given.Text.Normalize(NormalizationForm.FormC));
    }

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD')) return false;
        return true;
    }
}

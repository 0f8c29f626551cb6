using System.Text;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring;

/// <summary>What can be an answer to a question at all, right or wrong.</summary>
internal static class ResponseShape
{
    public const int LongestText = 400, LongestEssay = 100_000, MostPoints = 50;

    /// <summary>The response in its canonical form, or null where it cannot be one for this question.</summary>
    public static Response? Fit(QuestionDefinition question, Response response) => (question, response) switch
    {
        (SingleChoice single, ChoiceResponse choice) => Choice(choice, id => single.Options.Any(o => o.Id == id), atMost: 1),
        (MultipleResponse multiple, ChoiceResponse choice) => Choice(choice, id => multiple.Options.Any(o => o.Id == id), multiple.Options.Count),
        (TrueFalse, ChoiceResponse choice) => Choice(choice, id => id is "true" or "false", atMost: 1),
        (Matching matching, MatchResponse match) => match.Pairs.All(p => matching.Left.Any(l => l.Id == p.Key) && matching.Right.Any(r => r.Id == p.Value)) ? match : null,
        (Ordering ordering, OrderResponse order) => order.ItemIds.Distinct(StringComparer.Ordinal).Count() == order.ItemIds.Count && order.ItemIds.All(id => ordering.Items.Any(i => i.Id == id)) ? order : null,
        (ShortText or Numeric or Calculated, TextResponse text) => Text(text, LongestText),
        (Cloze cloze, GapsResponse gaps) => Gaps(gaps, cloze.Gaps.Count, (number, given) => Fit(cloze.Gaps[number - 1].Question, given)),
        (GapSelect select, GapsResponse gaps) => Gaps(gaps, select.Gaps.Count, (number, given) => given is ChoiceResponse choice
            ? Choice(choice, id => select.Choices.Any(c => c.Id == id && c.Group == GroupOf(select, number)), atMost: 1) : null),
        (Hotspot, PointsResponse points) => points.Points.Count <= MostPoints && points.Points.All(p => p.X >= 0 && p.Y >= 0) ? points with { Points = [.. points.Points.Distinct()] } : null,
        (Essay, TextResponse text) => Text(text, LongestEssay),
        // Files come with their bytes, one by one, see AnswerFiles: nobody answers with the key of a file that is not hers.
        _ => null,
    };

    private static ChoiceResponse? Choice(ChoiceResponse choice, Func<string, bool> exists, int atMost)
    {
        var ids = choice.OptionIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return ids.Length <= atMost && ids.All(exists) ? new ChoiceResponse(ids) : null;
    }

    private static TextResponse? Text(TextResponse given, int longest)
    {
        // Half a surrogate pair is no text: it can be neither normalised nor stored.
        if (given.Text.Length > longest || !IsWellFormed(given.Text)) return null;
        return new TextResponse(given.Text.Normalize(NormalizationForm.FormC));
    }

    /// <summary>Gaps left open are not kept, so that an answer given and cleared is the same as none.</summary>
    private static GapsResponse? Gaps(GapsResponse given, int count, Func<int, Response, Response?> fit)
    {
        var gaps = new Dictionary<int, Response>();
        foreach (var (number, response) in given.Gaps)
        {
            if (number < 1 || number > count || fit(number, response) is not { } fitted) return null;
            if (!fitted.IsEmpty) gaps[number] = fitted;
        }

        return new GapsResponse(gaps);
    }

    private static int GroupOf(GapSelect question, int gap) => question.Choices.FirstOrDefault(c => c.Id == question.Gaps[gap - 1])?.Group ?? 1;

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD')) return false;
        return true;
    }
}

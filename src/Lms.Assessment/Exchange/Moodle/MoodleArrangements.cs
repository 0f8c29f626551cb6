using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

internal static class MoodleArrangements
{
    public static QuestionDefinition? Matching(MoodleQuestion question)
    {
        var pairs = question.Children("subquestion").Select(s => (Left: question.Texts.Markdown(s), Right: question.Texts.Markdown(s.Element("answer")))).Where(p => p.Left.Length > 0 || p.Right.Length > 0).ToList();
        return pairs.Any(p => p.Left.Length > 0) ? PairDraft.Matching(question.Prompt, pairs) : question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.PairLeft);
    }

    /// <summary>The fraction of an item is its place; where these are not told apart, the items stand in their order.</summary>
    public static QuestionDefinition? Ordering(MoodleQuestion question)
    {
        var items = question.Children("answer").Select(a => (Place: Place(a.Attribute("fraction")?.Value), Element: a)).ToList();
        if (items.Count < 2) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.TwoItems);
        if (items.All(i => i.Place is not null) && items.Select(i => i.Place).Distinct().Count() == items.Count) items = [.. items.OrderBy(i => i.Place)];
        foreach (var item in items.Where(i => MoodleTexts.Value(i.Element.Element("feedback")).Trim().Length > 0)) question.Drop(ImportPhrase.FeedbackOfItem, ImportPhrase.OrderedNoFeedback, item.Element);
        if (question.Value("selecttype").Trim().ToUpperInvariant() is "1" or "RANDOM" or "2" or "CONTIGUOUS") question.Drop("<selecttype>", ImportPhrase.AllShown);
        question.Value("selectcount");
        return new Ordering
        {
            Prompt = question.Prompt,
            Scoring = Scoring(question),
            Items = [.. items.Select((i, n) => new Item(ChoiceDraft.Id(n), question.Texts.Markdown(i.Element)))],
        };
    }

    private static decimal? Place(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var place) ? place : null;

    private static OrderingScoring Scoring(MoodleQuestion question)
    {
        var stated = question.Value("gradingtype").Trim().ToUpperInvariant();
        OrderingScoring? known = stated switch
        {
            "-1" or "ALL_OR_NOTHING" => OrderingScoring.AllOrNothing,
            "" or "0" or "ABSOLUTE_POSITION" or "ABSOLUTE" => OrderingScoring.ExactPosition,
            "1" or "RELATIVE_NEXT_EXCLUDE_LAST" or "RELATIVE" => OrderingScoring.NextItem,
            "2" or "RELATIVE_NEXT_INCLUDE_LAST" => OrderingScoring.NextItemOrEnd,
            "3" or "RELATIVE_ONE_PREVIOUS_AND_NEXT" => OrderingScoring.Neighbours,
            "4" or "RELATIVE_ALL_PREVIOUS_AND_NEXT" => OrderingScoring.RelativeOrder,
            "5" or "LONGEST_ORDERED_SUBSET" => OrderingScoring.LongestSubset,
            "6" or "LONGEST_CONTIGUOUS_SUBSET" => OrderingScoring.LongestRun,
            "7" or "RELATIVE_TO_CORRECT" => OrderingScoring.Distance,
            _ => null,
        };
        if (known is null) question.Drop($"<gradingtype> {stated}", ImportPhrase.ExactPosition);
        return known ?? OrderingScoring.ExactPosition;
    }
}

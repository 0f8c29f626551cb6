using System.Globalization;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class GapScoring
{
    public static Mark Score(Cloze question, GapsResponse given)
    {
        var total = question.Gaps.Sum(g => g.Weight);
        if (total <= 0m) return Mark.Of(0m);
        var parts = new List<MarkPart>(question.Gaps.Count);
        var sum = 0m;
        for (var i = 0; i < question.Gaps.Count; i++)
        {
            var (gap, response) = (question.Gaps[i], given.Gaps.GetValueOrDefault(i + 1));
            var mark = Scorer.Score(gap.Question, response);
            sum += mark.Fraction * gap.Weight;
            parts.Add(new MarkPart(mark.Reason == MarkReason.NotAnswered ? MarkRule.OpenGap : MarkRule.Gap, Number(i), mark.Fraction * gap.Weight / total, Text(response, gap)));
        }

        // Summed before it is divided: three thirds are one.
        return Mark.Of(sum / total, parts);
    }

    public static Mark Score(GapSelect question, GapsResponse given)
    {
        var right = 0;
        var parts = new List<MarkPart>(question.Gaps.Count);
        for (var i = 0; i < question.Gaps.Count; i++)
        {
            var chosen = given.Gaps.GetValueOrDefault(i + 1) is ChoiceResponse { OptionIds: [var id] } ? id : null;
            var fits = chosen is not null && (chosen == question.Gaps[i] || WordOf(chosen) == WordOf(question.Gaps[i]));
            if (fits) right++;
            parts.Add(new MarkPart(chosen is null ? MarkRule.OpenGap : MarkRule.Gap, Number(i), fits ? 1m / question.Gaps.Count : 0m, chosen is null ? "" : WordOf(chosen), WordOf(question.Gaps[i])));
        }

        return Mark.Of((decimal)right / question.Gaps.Count, parts);

        // The same word listed twice is one word to who reads it.
        string WordOf(string id) => question.Choices.FirstOrDefault(c => c.Id == id)?.Text ?? id;
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Text(Response? response, Gap gap) => (response, gap.Question) switch
    {
        (TextResponse text, _) => text.Text,
        (ChoiceResponse choice, SingleChoice single) => Texts(single.Options, choice),
        (ChoiceResponse choice, MultipleResponse multiple) => Texts(multiple.Options, choice),
        _ => "",
    };

    private static string Texts(IReadOnlyList<ChoiceOption> options, ChoiceResponse choice) =>
        string.Join("; ", options.Where(o => choice.OptionIds.Contains(o.Id)).Select(o => o.Text));
}

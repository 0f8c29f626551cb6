using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class ChoiceScoring
{
    public static Mark Single(SingleChoice question, ChoiceResponse choice)
    {
        if (choice.OptionIds is not [var id] || question.Options.FirstOrDefault(o => o.Id == id) is not { } chosen) return Mark.Of(0m);
        var fraction = chosen.Fraction ?? (chosen.Correct ? 1m : 0m);
        return chosen.Fraction is null ? Mark.Of(fraction) : Mark.Of(fraction, new MarkPart(MarkRule.OptionValue, chosen.Text, fraction));
    }

    public static Mark Statement(TrueFalse question, ChoiceResponse choice) =>
        Mark.Of(choice.OptionIds is [var id] && id == (question.Correct ? "true" : "false") ? 1m : 0m);

    public static Mark Multiple(MultipleResponse question, ChoiceResponse choice)
    {
        var ticked = choice.OptionIds.ToHashSet(StringComparer.Ordinal);
        return question.Scoring == MultipleScoring.Mapped ? Mapped(question, ticked) : Counted(question, ticked);
    }

    private static Mark Counted(MultipleResponse question, HashSet<string> ticked)
    {
        var correct = question.Options.Count(o => o.Correct);
        var right = question.Options.Count(o => o.Correct && ticked.Contains(o.Id));
        var wrong = ticked.Count - right;
        if (correct == 0) return Mark.Of(0m); // nothing is right in it: an imported question may be unfinished
        if (right == correct && wrong == 0) return Mark.Of(1m);
        var (fraction, perWrong) = question.Scoring switch
        {
            MultipleScoring.AllOrNothing => (0m, 0m),
            MultipleScoring.PartialCredit => (Math.Max(0m, (decimal)(right - wrong) / correct), -1m / correct),
            MultipleScoring.PartialNegative => (Math.Max(-1m, (decimal)(right - wrong) / correct), -1m / correct),
            MultipleScoring.PartialWithoutPenalty => (right + wrong > correct ? 0m : (decimal)right / correct, 0m),
            MultipleScoring.Mapped => throw new ArgumentException("A mapped question is not counted.", nameof(question)),
        };
        var parts = Parts(question, ticked, 1m / correct, perWrong);
        var sum = parts.Sum(p => p.Fraction);
        if (question.Scoring is MultipleScoring.AllOrNothing or MultipleScoring.PartialWithoutPenalty && fraction < sum) parts.Add(new(MarkRule.NoPartialCredit, "", fraction - sum));
        else if (sum < fraction) parts.Add(new(MarkRule.RaisedToBound, "", fraction - sum));
        return Mark.Of(fraction, parts);
    }

    private static List<MarkPart> Parts(MultipleResponse question, HashSet<string> ticked, decimal perRight, decimal perWrong) =>
    [
        .. question.Options.Where(o => o.Correct || ticked.Contains(o.Id)).Select(o => (o.Correct, ticked.Contains(o.Id)) switch
        {
            (true, true) => new MarkPart(MarkRule.RightOption, o.Text, perRight),
            (true, false) => new MarkPart(MarkRule.MissedOption, o.Text, 0m),
            _ => new MarkPart(MarkRule.WrongOption, o.Text, perWrong),
        }),
    ];

    private static Mark Mapped(MultipleResponse question, HashSet<string> ticked)
    {
        List<MarkPart> parts = [.. question.Options.Where(o => ticked.Contains(o.Id)).Select(o => new MarkPart(MarkRule.OptionValue, o.Text, o.Fraction ?? 0m))];
        var sum = parts.Sum(p => p.Fraction);
        var fraction = Bounded.Between(sum, question.LowerBound, question.UpperBound, parts);
        return Mark.Of(fraction, parts);
    }
}

using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class MatchScoring
{
    public static Mark Score(Matching question, MatchResponse match)
    {
        var each = 1m / question.Left.Count;
        var parts = question.Left.Select(left => Part(question, left, match.Pairs.GetValueOrDefault(left.Id), each)).ToList();
        var right = parts.Count(p => p.Rule == MarkRule.RightPair);
        if (right == question.Left.Count) return Mark.Of(1m);
        var fraction = question.Scoring switch
        {
            MatchingScoring.PerPair => (decimal)right / question.Left.Count,
            MatchingScoring.AllOrNothing => 0m,
            MatchingScoring.PerPairWithPenalty => Math.Max(0m, (decimal)(right - parts.Count(p => p.Rule == MarkRule.WrongPair)) / question.Left.Count),
        };
        if (question.Scoring == MatchingScoring.AllOrNothing && right > 0) parts.Add(new MarkPart(MarkRule.NoPartialCredit, "", -right * each));
        if (question.Scoring == MatchingScoring.PerPairWithPenalty && parts.Sum(p => p.Fraction) is < 0m and var sum) parts.Add(new MarkPart(MarkRule.RaisedToBound, "", -sum));
        return Mark.Of(fraction, parts);
    }

    private static MarkPart Part(Matching question, MatchedItem left, string? given, decimal each)
    {
        var expected = Text(left.Right);
        if (given is null) return new MarkPart(MarkRule.OpenPair, left.Text, 0m, "", expected);
        // Two items may read alike ("có" twice): to the candidate they are one, whichever of them the author meant.
        if (given == left.Right || Text(given) == expected) return new MarkPart(MarkRule.RightPair, left.Text, each, expected, expected);
        return new MarkPart(MarkRule.WrongPair, left.Text, question.Scoring == MatchingScoring.PerPairWithPenalty ? -each : 0m, Text(given), expected);

        string Text(string id) => question.Right.FirstOrDefault(r => r.Id == id)?.Text ?? id;
    }
}

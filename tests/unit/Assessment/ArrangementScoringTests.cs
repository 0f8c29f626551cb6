using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

public sealed class ArrangementScoringTests
{
    private static readonly Ordering Six = new() { Prompt = "?", Items = [.. "abcdef".Select(c => new Item($"{c}", $"{c}"))] };

    private static readonly Matching Capitals = new()
    {
        Prompt = "?",
        Left = [new("1", "Việt Nam", "a"), new("2", "Lào", "b"), new("3", "Thái Lan", "c"), new("4", "Campuchia", "d")],
        Right = [new("a", "Hà Nội"), new("b", "Viêng Chăn"), new("c", "Băng Cốc"), new("d", "Phnôm Pênh"), new("e", "Huế")],
    };

    // Counted by hand.
    [Theory]
    [InlineData(OrderingScoring.AllOrNothing, "abcdef", 1, 1)]
    [InlineData(OrderingScoring.AllOrNothing, "abcdfe", 0, 1)]
    [InlineData(OrderingScoring.ExactPosition, "abcdfe", 4, 6)]
    [InlineData(OrderingScoring.ExactPosition, "bcdefa", 0, 1)]
    [InlineData(OrderingScoring.NextItem, "fbcdea", 3, 5)]
    [InlineData(OrderingScoring.NextItem, "cbdefa", 2, 5)]
    [InlineData(OrderingScoring.NextItemOrEnd, "fedcba", 0, 1)]
    [InlineData(OrderingScoring.NextItemOrEnd, "cbadef", 3, 6)]
    [InlineData(OrderingScoring.Neighbours, "abcdfe", 7, 12)]
    [InlineData(OrderingScoring.RelativeOrder, "abcdfe", 14, 15)]
    [InlineData(OrderingScoring.RelativeOrder, "fedcba", 0, 1)]
    [InlineData(OrderingScoring.LongestSubset, "facbde", 4, 6)]
    [InlineData(OrderingScoring.LongestSubset, "fedcba", 0, 1)]
    [InlineData(OrderingScoring.LongestRun, "fbcdae", 3, 6)]
    [InlineData(OrderingScoring.Distance, "badcfe", 24, 30)]
    public void An_order_is_counted_in_each_of_its_ways(OrderingScoring scoring, string given, int right, int of) =>
        Assert.Equal(Math.Round((decimal)right / of, 20), Math.Round(Scorer.Score(Six with { Scoring = scoring }, Order(given)).Fraction, 20));

    [Fact]
    public void Every_way_gives_all_for_the_right_order_and_less_for_every_other()
    {
        foreach (var scoring in Enum.GetValues<OrderingScoring>())
            foreach (var order in Orders("abcd"))
            {
                var fraction = Scorer.Score(new Ordering { Prompt = "?", Items = [.. "abcd".Select(c => new Item($"{c}", $"{c}"))], Scoring = scoring }, Order(order)).Fraction;
                Assert.InRange(fraction, 0m, 1m);
                Assert.Equal(order == "abcd", fraction == 1m);
            }
    }

    [Theory]
    [InlineData(MatchingScoring.PerPair, "1a 2b 3c 4d", 1.0)]
    [InlineData(MatchingScoring.PerPair, "1a 2b 3d 4c", 0.5)]
    [InlineData(MatchingScoring.PerPair, "1a", 0.25)]
    [InlineData(MatchingScoring.AllOrNothing, "1a 2b 3c 4e", 0.0)]
    [InlineData(MatchingScoring.PerPairWithPenalty, "1a 2b 3d", 0.25)]
    [InlineData(MatchingScoring.PerPairWithPenalty, "1b 2a", 0.0)]
    public void Pairs_are_counted_as_the_question_says(MatchingScoring scoring, string given, double fraction) =>
        Assert.Equal((decimal)fraction, Scorer.Score(Capitals with { Scoring = scoring }, Pairs(given)).Fraction);

    [Fact]
    public void What_the_explanation_counts_adds_up_to_the_fraction()
    {
        foreach (var scoring in Enum.GetValues<MatchingScoring>())
            foreach (var given in new[] { "1a", "1a 2b 3d", "1b 2a 3d", "1a 2b 3c 4e" })
                AddsUp(Scorer.Score(Capitals with { Scoring = scoring }, Pairs(given)));
        foreach (var scoring in Enum.GetValues<OrderingScoring>())
            foreach (var given in new[] { "fedcba", "abcdfe", "cbadef", "bcdefa" })
                AddsUp(Scorer.Score(Six with { Scoring = scoring }, Order(given)));

        static void AddsUp(Mark mark) => Assert.True(mark.Parts.Count == 0 || Math.Abs(mark.Parts.Sum(p => p.Fraction) - mark.Fraction) < 1e-20m, $"{mark.Fraction}: {string.Join(", ", mark.Parts)}");
    }

    private static OrderResponse Order(string ids) => new([.. ids.Select(c => $"{c}")]);

    private static MatchResponse Pairs(string given) => new(given.Split(' ').ToDictionary(p => p[..1], p => p[1..]));

    private static IEnumerable<string> Orders(string items) => items.Length <= 1 ? [items]
        : items.SelectMany((c, i) => Orders(items.Remove(i, 1)).Select(rest => c + rest));
}

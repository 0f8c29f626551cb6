using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

/// <summary>The definitions of Moodle's ordering question (docs.moodle.org, "Ordering question type", grading types).</summary>
internal static class OrderScoring
{
    private const int End = -1, FewestOfARun = 2;

    public static Mark Score(Ordering question, OrderResponse response)
    {
        var place = question.Items.Select((item, n) => (item.Id, n)).ToDictionary(x => x.Id, x => x.n, StringComparer.Ordinal);
        // The candidate's order in terms of the right one: 0, 1, 2 … where it is right.
        var given = response.ItemIds.Where(place.ContainsKey).Distinct(StringComparer.Ordinal).Select(id => place[id]).ToArray();
        var n = question.Items.Count;
        if (given.Length == n && IsAscending(given)) return Mark.Of(1m);
        return question.Scoring switch
        {
            OrderingScoring.AllOrNothing => Mark.Of(0m),
            OrderingScoring.ExactPosition => ByItem(question, given, 1m / n, (i, at) => at == i ? 1 : 0, MarkRule.InPlace, MarkRule.OutOfPlace),
            OrderingScoring.NextItem => n < 2 ? Mark.Of(0m) : ByItem(question, given, 1m / (n - 1), (i, at) => i < n - 1 && Next(given, at) == i + 1 ? 1 : 0, MarkRule.RightNext, MarkRule.WrongNext),
            OrderingScoring.NextItemOrEnd => ByItem(question, given, 1m / n, (i, at) => Next(given, at) == Right(i + 1, n) ? 1 : 0, MarkRule.RightNext, MarkRule.WrongNext),
            OrderingScoring.Neighbours => ByItem(question, given, 1m / (2 * n), (i, at) =>
                (Next(given, at) == Right(i + 1, n) ? 1 : 0) + ((at == 0 ? End : given[at - 1]) == i - 1 ? 1 : 0), MarkRule.RightNext, MarkRule.WrongNext),
            OrderingScoring.RelativeOrder => n < 2 ? Mark.Of(0m) : ByItem(question, given, 1m / (n * (n - 1)), (i, at) =>
                given.Where((other, where) => other != i && other < i == where < at).Count(), MarkRule.InOrder, MarkRule.OutOfOrder),
            OrderingScoring.LongestSubset => Run(question, LongestAscending(given), n),
            OrderingScoring.LongestRun => Run(question, LongestConsecutive(given), n),
            OrderingScoring.Distance => n < 2 ? Mark.Of(0m) : ByItem(question, given, 1m / (n * (n - 1)), (i, at) => n - 1 - Math.Abs(i - at), MarkRule.NearPlace, MarkRule.OutOfPlace),
        };
    }

    private static Mark ByItem(Ordering question, int[] given, decimal each, Func<int, int, int> count, MarkRule right, MarkRule wrong)
    {
        var parts = new List<MarkPart>(question.Items.Count);
        var total = 0;
        for (var i = 0; i < question.Items.Count; i++)
        {
            var at = Array.IndexOf(given, i);
            var counted = at < 0 ? 0 : count(i, at);
            total += counted;
            parts.Add(new MarkPart(counted > 0 ? right : wrong, question.Items[i].Text, counted * each, at < 0 ? "" : $"{at + 1}", $"{i + 1}"));
        }

        return Mark.Of(total / Math.Round(1m / each), parts);
    }

    private static Mark Run(Ordering question, List<int> run, int n)
    {
        if (run.Count < FewestOfARun) return Mark.Of(0m);
        return Mark.Of((decimal)run.Count / n,
            [.. question.Items.Select((item, i) => new MarkPart(run.Contains(i) ? MarkRule.InOrder : MarkRule.OutOfOrder, item.Text, run.Contains(i) ? 1m / n : 0m, "", $"{i + 1}"))]);
    }

    private static int Next(int[] given, int at) => at == given.Length - 1 ? End : given[at + 1];

    private static int Right(int next, int n) => next == n ? End : next;

    private static bool IsAscending(int[] given) => given.Zip(given.Skip(1)).All(pair => pair.First < pair.Second);

    private static List<int> LongestAscending(int[] given)
    {
        var best = new List<int>[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            best[i] = [given[i]];
            for (var j = 0; j < i; j++)
                if (given[j] < given[i] && best[j].Count + 1 > best[i].Count) best[i] = [.. best[j], given[i]];
        }

        return best.MaxBy(run => run.Count) ?? [];
    }

    private static List<int> LongestConsecutive(int[] given)
    {
        List<int> best = [], current = [];
        foreach (var item in given)
        {
            if (current.Count > 0 && current[^1] + 1 != item) current = [];
            current.Add(item);
            if (current.Count > best.Count) best = current;
        }

        return best;
    }
}

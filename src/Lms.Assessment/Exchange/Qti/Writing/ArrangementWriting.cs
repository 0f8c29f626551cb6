using System.Xml.Linq;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>Orders and pairs. The ways of counting an order that QTI has no template for are written out as rules on the order given.</summary>
internal static class ArrangementWriting
{
    private const int MostOfPairs = 12;

    public static Asked Match(string name, Matching question, decimal points, QtiMarkup markup)
    {
        var each = points / question.Left.Count;
        // Items on the right that read alike are one to who answers.
        var right = question.Left.SelectMany(l => question.Right.Where(r => r.Id == l.Right || r.Text == question.Right.FirstOrDefault(x => x.Id == l.Right)?.Text).Select(r => ($"{l.Id} {r.Id}", each))).ToList();
        var wrong = question.Scoring == MatchingScoring.PerPairWithPenalty ? question.Left.SelectMany(l => question.Right.Select(r => ($"{l.Id} {r.Id}", -each))).Where(p => right.All(x => x.Item1 != p.Item1)) : [];
        var interaction = Q("match-interaction", A("response-identifier", name), A("shuffle", "true"), A("max-associations", 0), A("data-lms-scoring", question.Scoring),
            Q("simple-match-set", question.Left.Select(l => Choice(l.Id, l.Text, 1))), Q("simple-match-set", question.Right.Select(r => Choice(r.Id, r.Text, 0))));
        var all = question.Scoring == MatchingScoring.AllOrNothing;
        return new Asked(Response(name, "multiple", "directedPair", Correct(question.Left.Select(l => $"{l.Id} {l.Right}")), all ? null : Mapping(right.Concat(wrong), 0m, points)), interaction,
            [all ? If(Q("match", Variable(name), Correct(name)), Add(points)) : Add(Q("map-response", A("identifier", name)))], !all ? "map_response" : points == 1m ? "match_correct" : null);

        XElement Choice(string id, string text, int most) => Q("simple-associable-choice", A("identifier", id), A("match-max", most), markup.Line(text));
    }

    public static Asked Order(string name, Ordering question, decimal points, QtiMarkup markup, ExportLog log)
    {
        string[] ids = [.. question.Items.Select(i => i.Id)];
        var interaction = Q("order-interaction", A("response-identifier", name), A("shuffle", "true"), A("data-lms-scoring", question.Scoring), question.Items.Select(i => Q("simple-choice", A("identifier", i.Id), markup.Line(i.Text))));
        var rules = Rules(name, question.Scoring, ids, points);
        if (rules is null) log.Lost($"the way of counting {question.Scoring}", "it has too many cases to be written as rules; all or nothing was written");
        return new Asked(Response(name, "ordered", "identifier", Correct(ids)), interaction, rules ?? All(name, points), question.Scoring == OrderingScoring.AllOrNothing && points == 1m ? "match_correct" : null);
    }

    private static XElement[] All(string name, decimal points) => [If(Q("match", Variable(name), Correct(name)), Add(points))];

    /// <summary>Null where there would be too many of them.</summary>
    private static XElement[]? Rules(string name, OrderingScoring scoring, string[] ids, decimal points)
    {
        var n = ids.Length;
        XElement Run(int from, int count) => Q("contains", Variable(name), Q("ordered", ids.Skip(from).Take(count).Select(Id)));
        XElement At(int place, string id) => Q("match", Q("index", A("n", place), Variable(name)), Id(id));
        IEnumerable<XElement> Neighbours(decimal each) => Enumerable.Range(0, n - 1).Select(i => If(Run(i, 2), Add(each)));
        switch (scoring)
        {
            case OrderingScoring.AllOrNothing: return All(name, points);
            case OrderingScoring.ExactPosition: return [.. ids.Select((id, i) => If(At(i + 1, id), Add(points / n)))];
            case OrderingScoring.NextItem: return [.. Neighbours(points / (n - 1))];
            case OrderingScoring.NextItemOrEnd: return [.. Neighbours(points / n), If(At(n, ids[^1]), Add(points / n))];
            case OrderingScoring.Neighbours: return [.. Neighbours(points / n), If(At(1, ids[0]), Add(points / (2 * n))), If(At(n, ids[^1]), Add(points / (2 * n)))];
            case OrderingScoring.Distance: return [.. ids.SelectMany((id, i) => Enumerable.Range(0, n).Where(k => n - 1 - Math.Abs(i - k) > 0).Select(k => If(At(k + 1, id), Add(points * (n - 1 - Math.Abs(i - k)) / (n * (n - 1))))))];
            case OrderingScoring.RelativeOrder when n <= MostOfPairs:
                return [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select If(Kept(name, ids, [ids[i], ids[j]]), Add(points * 2 / (n * (n - 1))))];
            case OrderingScoring.LongestRun when n <= MostOfPairs:
                return [Longest(n, count => Q("or", Enumerable.Range(0, n - count + 1).Select(from => Run(from, count))), points)];
            case OrderingScoring.LongestSubset when n <= 6:
                return [Longest(n, count => Q("or", Subsets(ids, count).Select(s => Kept(name, ids, s))), points)];
            case OrderingScoring.RelativeOrder or OrderingScoring.LongestRun or OrderingScoring.LongestSubset: return null;
            default: throw new ArgumentOutOfRangeException(nameof(scoring), scoring, "Unknown way of counting.");
        }
    }

    /// <summary>True where the items, all others taken out, stand in their right order.</summary>
    private static XElement Kept(string name, string[] ids, IReadOnlyList<string> items) =>
        Q("match", ids.Except(items).Aggregate(Variable(name), (order, other) => Q("delete", Id(other), order)), Q("ordered", items.Select(Id)));

    private static XElement Longest(int n, Func<int, XElement> has, decimal points) => Q("response-condition",
        Enumerable.Range(2, n - 1).Reverse().Select((count, i) => Q(i == 0 ? "response-if" : "response-else-if", has(count), Add(points * count / n))));

    private static IEnumerable<string[]> Subsets(string[] ids, int count) =>
        Enumerable.Range(0, 1 << ids.Length).Where(bits => System.Numerics.BitOperations.PopCount((uint)bits) == count).Select(bits => ids.Where((_, i) => (bits >> i & 1) == 1).ToArray());

    private static XElement Id(string id) => Base("identifier", id);
}

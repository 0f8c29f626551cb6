using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>Pairs where every item of one side goes with one of the other. Which side that is, the limits of the item say.</summary>
internal static class MatchQuestion
{
    public static Found? Of(Part part, ref ImportDetail reason)
    {
        var correct = part.Response.Correct?.Items ?? part.Response.Mapping?.Entries.Where(e => e.Value > 0).Select(e => e.Key).ToList() ?? [];
        List<(string First, string Second)> key = [.. correct.OfType<QtiPair>().Select(p => (p.First, p.Second)).Distinct()];
        if (key.Count == 0) return NativeQuestion.Nothing(ref reason, ImportPhrase.NoRightPairs);
        return part.Interaction.Name == "matchInteraction" ? OfSets(part, key, ref reason) : OfPool(part, key, ref reason);
    }

    private static Found? OfSets(Part part, List<(string First, string Second)> key, ref ImportDetail reason)
    {
        if (part.Interaction.Children("simpleMatchSet").ToList() is not [var first, var second]) return NativeQuestion.Nothing(ref reason, ImportPhrase.NotTwoSets);
        var (left, right) = (Choices(first), Choices(second));
        if (left.All(c => MatchMax(c) == 1)) return Build(part, left, right, key, turned: false, ref reason);
        return right.All(c => MatchMax(c) == 1) ? Build(part, right, left, [.. key.Select(p => (p.Second, p.First))], turned: true, ref reason) : NativeQuestion.Nothing(ref reason, ImportPhrase.SeveralPartners);
    }

    private static Found? OfPool(Part part, List<(string First, string Second)> key, ref ImportDetail reason)
    {
        var all = Choices(part.Interaction);
        var left = all.Where(c => key.Any(p => p.First == c["identifier"])).ToList();
        return key.Select(p => p.First).Concat(key.Select(p => p.Second)).Distinct().Count() != 2 * key.Count ? NativeQuestion.Nothing(ref reason, ImportPhrase.SeveralPairs)
            : Build(part, left, [.. all.Except(left)], key, turned: false, ref reason);
    }

    private static Found? Build(Part part, List<QtiNode> left, List<QtiNode> right, List<(string First, string Second)> key, bool turned, ref ImportDetail reason)
    {
        var partner = key.GroupBy(p => p.First).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Second);
        if (left.Count == 0 || left.Any(l => !partner.TryGetValue(l["identifier"]!, out var other) || right.All(r => r["identifier"] != other)))
            return NativeQuestion.Nothing(ref reason, ImportPhrase.NotOnePartner);
        List<MatchedItem> items = [.. left.Select(l => new MatchedItem(l["identifier"]!, part.Prose.Label(l), partner[l["identifier"]!]))];
        List<Item> others = [.. right.Select(r => new Item(r["identifier"]!, part.Prose.Label(r)))];
        var samples = Trials.Combinations([.. left.Select(_ => right.Count)]).Append([.. items.Select(l => others.FindIndex(r => r.Id == l.Right) + 1)]).Select(Given).OfType<Sample>().ToList();
        MatchingScoring[] order = [part.Hint("scoring", MatchingScoring.AllOrNothing), MatchingScoring.AllOrNothing, MatchingScoring.PerPair, MatchingScoring.PerPairWithPenalty];
        return part.First(order.Distinct().Select(scoring => new Matching { Prompt = part.Prompt, Left = items, Right = others, Scoring = scoring }), samples);

        Sample? Given(int[] combination)
        {
            var chosen = combination.Select((c, i) => (Left: items[i].Id, Right: c == 0 ? null : right[c - 1])).Where(p => p.Right is not null).ToList();
            if (chosen.Count > part.MostChoices(1) || chosen.GroupBy(p => p.Right!).Any(g => g.Count() > MatchMax(g.Key))) return null;
            return new Sample(new MatchResponse(chosen.ToDictionary(p => p.Left, p => p.Right!["identifier"]!)), [.. chosen.Select(p => turned ? $"{p.Right!["identifier"]} {p.Left}" : $"{p.Left} {p.Right!["identifier"]}")]);
        }
    }

    private static List<QtiNode> Choices(QtiNode set) => [.. set.Children("simpleAssociableChoice").Where(c => c["identifier"] is not null).DistinctBy(c => c["identifier"])];

    private static int MatchMax(QtiNode choice) => int.TryParse(choice["matchMax"], out var most) ? most <= 0 ? int.MaxValue : most : 1;
}

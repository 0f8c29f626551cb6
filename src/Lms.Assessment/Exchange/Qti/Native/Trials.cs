using Lms.Assessment.Papers.Drawing;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>What to try: everything where that is little, else the corners and a fixed draw of the rest.</summary>
internal static class Trials
{
    private const int Most = 200, AllSubsetsUpTo = 7, AllOrdersUpTo = 5;

    public static IEnumerable<IReadOnlyList<string>> Subsets(IReadOnlyList<string> ids, int mostChosen, IReadOnlyList<string> key)
    {
        if (ids.Count <= AllSubsetsUpTo) return Enumerable.Range(1, (1 << ids.Count) - 1).Select(bits => (IReadOnlyList<string>)[.. ids.Where((_, i) => (bits >> i & 1) == 1)]).Where(s => s.Count <= mostChosen);
        var chance = new SeededShuffle(ids.Count);
        var tried = new List<IReadOnlyList<string>> { key, ids };
        foreach (var id in ids)
        {
            tried.Add([id]);
            tried.Add(key.Contains(id) ? [.. key.Where(k => k != id)] : [.. key, id]);
        }

        for (var n = 0; n < Most; n++) tried.Add([.. chance.Order(ids.Count).Take(chance.Below(ids.Count) + 1).Select(i => ids[i])]);
        return tried.Where(s => s.Count > 0 && s.Count <= mostChosen);
    }

    public static IEnumerable<IReadOnlyList<string>> Orders(IReadOnlyList<string> ids)
    {
        if (ids.Count <= AllOrdersUpTo) return Permutations([.. ids]);
        var chance = new SeededShuffle(ids.Count);
        List<IReadOnlyList<string>> orders = [ids, [.. ids.Reverse()], [.. ids.Skip(1), ids[0]]];
        for (var i = 0; i + 1 < ids.Count; i++)
        {
            string[] swapped = [.. ids];
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            orders.Add(swapped);
        }

        for (var n = 0; n < Most; n++) orders.Add([.. chance.Order(ids.Count).Select(i => ids[i])]);
        return orders;
    }

    /// <summary>For every place one of its choices or none (0): all while they are few, else each place for itself and drawn ones.</summary>
    public static IEnumerable<int[]> Combinations(IReadOnlyList<int> choices)
    {
        var all = choices.Aggregate(1L, (product, c) => Math.Min(product * (c + 1), Most + 1L));
        if (all <= Most) return Counted(choices, all);
        var chance = new SeededShuffle(choices.Count);
        var tried = new List<int[]>();
        for (var place = 0; place < choices.Count; place++)
            for (var choice = 1; choice <= Math.Min(choices[place], Most); choice++) tried.Add([.. choices.Select((_, p) => p == place ? choice : 0)]);
        for (var n = 0; n < Most; n++)
        {
            var drawn = new int[choices.Count];
            for (var i = 0; i < drawn.Length; i++) drawn[i] = chance.Below(choices[i] + 1);
            tried.Add(drawn);
        }

        return tried;
    }

    private static IEnumerable<int[]> Counted(IReadOnlyList<int> choices, long all)
    {
        for (var number = 1L; number < all; number++)
        {
            var (combination, rest) = (new int[choices.Count], number);
            for (var place = 0; place < choices.Count; place++) (combination[place], rest) = ((int)(rest % (choices[place] + 1)), rest / (choices[place] + 1));
            yield return combination;
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Permutations(string[] ids) => ids.Length <= 1 ? [ids]
        : ids.SelectMany((first, i) => Permutations([.. ids[..i], .. ids[(i + 1)..]]).Select(rest => (IReadOnlyList<string>)[first, .. rest]));
}

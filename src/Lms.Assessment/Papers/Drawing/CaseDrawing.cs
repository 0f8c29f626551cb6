using System.Numerics;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// Takes exactly as many questions as a draw says, with case studies whole. Cases and single questions come in random order;
/// each is taken unless the rest could then no longer make up the number, so a draw that can be met at all is always met.
/// </summary>
internal static class CaseDrawing
{
    /// <param name="seen">Questions of earlier attempts: what else there is comes first.</param>
    /// <returns>Places in the pool, in its order; several together are one case.</returns>
    public static List<int[]> Pick(FrozenDraw draw, IReadOnlyList<PooledQuestion> pool, ref SeededShuffle chance, IReadOnlySet<Guid>? seen = null)
    {
        var stretch = Enumerable.Range(draw.First, draw.PoolSize);
        // Without cases nothing but the order decides, as it always did: a seed has to explain old papers too.
        if (stretch.All(i => pool[i].Case is null)) return [.. chance.Order(draw.PoolSize).OrderBy(i => Seen(draw.First + i)).Take(draw.Count).Order().Select(i => (int[])[draw.First + i])];

        int[][] units = [.. stretch.GroupBy(i => pool[i].Case?.VersionKey ?? pool[i].VersionKey).Select(g => g.ToArray())];
        var order = chance.Order(units.Length).OrderBy(u => units[u].Any(Seen)).ToArray();
        var reachable = Reachable([.. order.Select(u => units[u].Length)], draw.Count);
        var (left, taken) = (draw.Count, new List<int[]>());
        for (var i = 0; i < order.Length && left > 0; i++)
        {
            var unit = units[order[i]];
            if (unit.Length > left || !Holds(reachable[i + 1], left - unit.Length)) continue;
            taken.Add(unit);
            left -= unit.Length;
        }

        return left == 0 ? [.. taken.OrderBy(u => u[0])] : throw new InvalidOperationException($"No {draw.Count} questions can be made up of these cases: publication let it through.");

        bool Seen(int place) => seen?.Contains(pool[place].ItemKey) == true;
    }

    public static bool CanSum(IReadOnlyList<int> sizes, int count) => Holds(Reachable(sizes, count)[0], count);

    /// <summary>For each place the numbers that can be made up of it and all behind it, as bits.</summary>
    private static BigInteger[] Reachable(IReadOnlyList<int> sizes, int most)
    {
        var sums = new BigInteger[sizes.Count + 1];
        var mask = (BigInteger.One << (most + 1)) - 1;
        sums[^1] = BigInteger.One;
        for (var i = sizes.Count - 1; i >= 0; i--) sums[i] = (sums[i + 1] | (sums[i + 1] << sizes[i])) & mask;
        return sums;
    }

    private static bool Holds(BigInteger sums, int number) => number >= 0 && !((sums >> number) & 1).IsZero;
}

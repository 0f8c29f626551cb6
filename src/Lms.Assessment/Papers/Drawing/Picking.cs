namespace Lms.Assessment.Papers.Drawing;

/// <summary>Fills the draws of one form one after the other, so that no question comes twice and none of the later draws goes short.</summary>
internal sealed class Picking
{
    private readonly IReadOnlyList<PooledQuestion> pool;
    private readonly IReadOnlyList<FrozenDraw> draws;
    private readonly SharedPools? shared;
    private readonly int[] demand;
    private readonly HashSet<Guid> taken = [];

    public Picking(IReadOnlyList<PooledQuestion> pool, IReadOnlyList<FrozenDraw> draws)
    {
        (this.pool, this.draws) = (pool, draws);
        demand = [.. draws.Select(d => d.Count)];
        var pools = new SharedPools([.. draws.Select(d => Enumerable.Range(d.First, d.PoolSize).Select(i => pool[i].VersionKey).ToList())]);
        // By far the commonest: nothing is shared, so nothing can run short.
        shared = pools.Overlap ? pools : null;
    }

    /// <param name="seen">Questions of earlier attempts.</param>
    /// <returns>Places in the pool, in its order; several together are one case.</returns>
    public List<int[]> Pick(FrozenDraw draw, IReadOnlySet<Guid>? seen, ref SeededShuffle chance)
    {
        // Draws that hold case studies share nothing: publication sees to it.
        if (shared is null || Enumerable.Range(draw.First, draw.PoolSize).Any(i => pool[i].Case is not null)) return CaseDrawing.Pick(draw, pool, ref chance, seen);
        var picked = new List<int>(draw.Count);
        var own = draws.Index().First(d => d.Item == draw).Index;
        foreach (var place in chance.Order(draw.PoolSize).Select(i => draw.First + i).OrderBy(i => seen?.Contains(pool[i].ItemKey) == true))
        {
            if (picked.Count == draw.Count) break;
            var question = pool[place].VersionKey;
            if (taken.Contains(question)) continue;
            shared.Take(question);
            demand[own]--;
            if (shared.Suffice(demand))
            {
                taken.Add(question);
                picked.Add(place);
                continue;
            }

            shared.PutBack(question);
            demand[own]++;
        }

        return [.. picked.Order().Select(place => (int[])[place])];
    }
}

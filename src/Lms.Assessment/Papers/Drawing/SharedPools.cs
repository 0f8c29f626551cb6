namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// Pools that may share questions, and whether enough is left in them for all draws at once: a flow from draws to questions,
/// augmented path by path (Ford and Fulkerson 1956). Questions that lie in the same pools are one kind, so that the flow is small
/// however large the bank.
/// </summary>
internal sealed class SharedPools
{
    private readonly Dictionary<Guid, int> kindOf = [];
    private readonly List<int[]> kindsOfDraw = [];
    private readonly List<int> left = [];

    public SharedPools(IReadOnlyList<IReadOnlyList<Guid>> pools)
    {
        var drawsOf = pools.Index().SelectMany(p => p.Item.Select(q => (Question: q, Draw: p.Index))).ToLookup(x => x.Question, x => x.Draw);
        var kinds = new Dictionary<string, int>();
        foreach (var question in drawsOf)
        {
            var signature = string.Join(',', question.Distinct());
            if (!kinds.TryGetValue(signature, out var kind))
            {
                kinds[signature] = kind = left.Count;
                left.Add(0);
            }

            kindOf[question.Key] = kind;
            left[kind]++;
        }

        foreach (var pool in pools) kindsOfDraw.Add([.. pool.Select(q => kindOf[q]).Distinct()]);
        Overlap = drawsOf.Any(d => d.Distinct().Skip(1).Any());
    }

    /// <summary>Some question lies in more than one pool.</summary>
    public bool Overlap { get; }

    public void Take(Guid question) => left[kindOf[question]]--;

    public void PutBack(Guid question) => left[kindOf[question]]++;

    /// <param name="demand">How many each draw still needs.</param>
    public bool Suffice(IReadOnlyList<int> demand)
    {
        var given = new int[demand.Count, left.Count];
        var rest = left.ToArray();
        for (var draw = 0; draw < demand.Count; draw++)
            for (var n = 0; n < demand[draw]; n++)
                if (!Give(draw, new bool[left.Count])) return false;
        return true;

        bool Give(int draw, bool[] visited)
        {
            foreach (var kind in kindsOfDraw[draw].Where(k => !visited[k]))
            {
                visited[kind] = true;
                var free = rest[kind] > 0;
                // Where nothing is left, another draw that has some of it may be content with something else.
                for (var other = 0; !free && other < demand.Count; other++)
                {
                    if (other == draw || given[other, kind] == 0 || !Give(other, visited)) continue;
                    given[other, kind]--;
                    rest[kind]++;
                    free = true;
                }

                if (!free) continue;
                given[draw, kind]++;
                rest[kind]--;
                return true;
            }

            return false;
        }
    }
}

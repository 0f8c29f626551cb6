namespace Lms.Web.Seeds;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): chance that can be stored as one number and gives the same people and
/// answers on every machine and every version of .NET, which System.Random does not promise.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A generator of its own for one part of the scenario, so that parts can be redone one by one.</summary>
    public static SeededRandom For(int seed, string part)
    {
        var hash = 14695981039346656037UL; // FNV-1a
        foreach (var c in part) hash = (hash ^ c) * 1099511628211UL;
        return new SeededRandom(hash ^ (ulong)seed * 0x9E3779B97F4A7C15UL);
    }

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0 (inclusive) to 1 (exclusive).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 (inclusive) to <paramref name="end"/> (exclusive).</summary>
    public int Below(int end) => (int)(Share() * end);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(double probability) => Share() < probability;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// The same seed gives the same order on every machine, in every version of the runtime, which System.Random does not
/// promise. Numbers come from SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA
/// 2014); a number below n is drawn without bias by rejecting the incomplete last stretch of the 64 bits; the order is
/// Fisher and Yates's, from the end (Knuth, TAOCP 2, 3.4.2, algorithm P). None of this may ever change: what a trainee
/// saw is kept as drawn, but a seed also has to explain how it came about.
/// </summary>
internal struct SeededShuffle(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>0 ≤ result &lt; <paramref name="bound"/>, each equally likely.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var usable = ulong.MaxValue - ulong.MaxValue % (ulong)bound;
        ulong number;
        do number = Next(); while (number >= usable);
        return (int)(number % (ulong)bound);
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>0 to <paramref name="count"/> − 1 in random order.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Shuffle<int>(order);
        return order;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

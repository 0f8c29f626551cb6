namespace Lms.Bench.Peak;

/// <summary>Who comes when. Every time but the server's own is divided by the factor.</summary>
/// <param name="Factor">1 is real time; 10 thinks ten times as fast, which is ten times the load.</param>
/// <param name="Arrival">Over how long the sign-ins are spread, uncompressed; the start itself is one moment for all.</param>
internal sealed record PeakPlan(int Sitters, double Factor, TimeSpan Arrival)
{
    public const int Pages = 8;
    private static readonly TimeSpan ShortestThink = TimeSpan.FromSeconds(30), LongestThink = TimeSpan.FromSeconds(90);
    /// <summary>From the first to the last press on "start".</summary>
    private static readonly TimeSpan StartSpread = TimeSpan.FromSeconds(30);

    /// <summary>From one question of the exam page whether there is news to the next, where the server names no other time.</summary>
    private static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(17);

    public TimeSpan ArrivalOf(int sitter) => Arrival * ((double)sitter / Sitters) / Factor;
    public TimeSpan StartAfter(Random random) => StartSpread * random.NextDouble() / Factor;
    /// <param name="asked">By the server.</param>
    public TimeSpan Pulse(Random random, TimeSpan? asked) => (asked ?? PulseEvery) * (0.8 + 0.4 * random.NextDouble()) / Factor;
    public TimeSpan Think(Random random) => (ShortestThink + (LongestThink - ShortestThink) * random.NextDouble()) / Factor;
}

using System.Diagnostics;

namespace Lms.Bench;

/// <summary>What one kind of request has cost under load; times in milliseconds.</summary>
public sealed record LoadResult(string Name, int Requests, int Errors, TimeSpan Elapsed, double P50, double P95, double P99, double Worst)
{
    public override string ToString() =>
        $"{Name,-34} {Requests / Elapsed.TotalSeconds,8:N0}/s   p50 {P50,7:N1} ms   p95 {P95,7:N1} ms   p99 {P99,7:N1} ms   worst {Worst,7:N1} ms   errors {Errors}";
}

/// <summary>A closed loop: each worker sends its next request when the last one was answered, for a fixed time.</summary>
public static class Load
{
    /// <param name="request">Worker number and turn; true where the answer was right.</param>
    public static async Task<LoadResult> RunAsync(string name, int workers, TimeSpan duration, Func<int, int, Task<bool>> request)
    {
        var samples = new List<double>[workers];
        var errors = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var own = samples[worker] = [];
            for (var turn = 0; watch.Elapsed < duration; turn++)
            {
                var began = Stopwatch.GetTimestamp();
                var right = await request(worker, turn);
                own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (!right) Interlocked.Increment(ref errors);
            }
        })));
        var elapsed = watch.Elapsed;
        var all = samples.SelectMany(s => s).Order().ToArray();
        return new LoadResult(name, all.Length, errors, elapsed, At(all, 0.50), At(all, 0.95), At(all, 0.99), all.LastOrDefault());
    }

    public static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}

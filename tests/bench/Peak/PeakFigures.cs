using System.Collections.Concurrent;

namespace Lms.Bench.Peak;

internal enum Call { SignIn, Entry, Start, Page, Save, Pulse, Picture, HandIn }

/// <summary>How long each call took, from sending to the last byte, and what went wrong.</summary>
internal sealed class PeakFigures
{
    private readonly ConcurrentQueue<double>[] samples = [.. Enum.GetValues<Call>().Select(_ => new ConcurrentQueue<double>())];
    private readonly ConcurrentDictionary<string, int> errors = [];

    public int Errors => errors.Values.Sum();
    public int Requests => samples.Sum(s => s.Count);
    public int Saves => samples[(int)Call.Save].Count;

    public void Took(Call call, TimeSpan time) => samples[(int)call].Enqueue(time.TotalMilliseconds);

    public void Failed(Call call, string how) => errors.AddOrUpdate($"{call}: {how}", 1, (_, n) => n + 1);

    public void Print()
    {
        Console.WriteLine($"{"",-10} {"requests",9} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"worst",8}");
        foreach (var call in Enum.GetValues<Call>())
        {
            var sorted = samples[(int)call].Order().ToArray();
            Console.WriteLine($"{call,-10} {sorted.Length,9:N0} {Load.At(sorted, 0.5),8:N1} {Load.At(sorted, 0.95),8:N1} {Load.At(sorted, 0.99),8:N1} {sorted.LastOrDefault(),8:N1}");
        }

        foreach (var (what, times) in errors.OrderByDescending(e => e.Value).Take(10)) Console.WriteLine($"  error {what} × {times}");
    }
}

using System.Diagnostics;
using Lms.E2E.Infrastructure;
using Microsoft.Data.Sqlite;

namespace Lms.Bench.Peak;

/// <summary>
/// A whole city sits one exam at one moment: sign-ins over a while, one start, 8 pages of 2 questions and 4 pictures with
/// time to think, hand-in. This process only generates; the server is one of its own on the same machine. At the end what
/// was acknowledged is compared with what the database holds.
/// </summary>
internal static class ExamPeak
{
    public static async Task<int> RunAsync(PeakPlan plan)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, SQLite, {plan.Sitters:N0} sitters, times divided by {plan.Factor:N1}, sign-ins over {plan.Arrival.TotalMinutes / plan.Factor:N1} min");
        await using var site = new Site(new() { ["RateLimits:Enabled"] = "false", ["Logging:LogLevel:Default"] = "Warning" });
        var (exit, output) = await site.RunAsync("seed", "peak", "--sitters", $"{plan.Sitters}");
        if (exit != 0) throw new InvalidOperationException(output);
        await site.StartAsync();
        var exam = await ExamCodeAsync(site);

        var figures = new PeakFigures();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.Brotli });
        var sitters = Enumerable.Range(1, plan.Sitters).Select(i => new PeakSitter(new PeakClient(http, new Uri(site.Address), figures), plan, $"TAI{i:00000}", i)).ToList();

        var (signedIn, signInCpu, _) = await MeasureAsync(site, async () =>
            (await Task.WhenAll(sitters.Select((s, i) => ArriveAsync(s, plan.ArrivalOf(i), exam)))).Count(ok => ok));
        Console.WriteLine($"signed in and at the door: {signedIn:N0}, {signInCpu / plan.Sitters * 1000:N1} ms of server CPU each");

        var before = figures.Requests;
        var (_, sittingCpu, elapsed) = await MeasureAsync(site, async () => { await Task.WhenAll(sitters.Select(s => s.SitAsync(exam))); return 0; });
        var handedIn = sitters.Count(s => s.HandedIn);
        figures.Print();
        Console.WriteLine($"start to last hand-in {elapsed.TotalSeconds:N0} s, {(figures.Requests - before) / elapsed.TotalSeconds:N0} requests/s, {figures.Saves / elapsed.TotalSeconds:N0} answers/s, handed in {handedIn:N0}");
        Console.WriteLine($"server CPU {sittingCpu:N0} s while sitting ({sittingCpu / elapsed.TotalSeconds / Environment.ProcessorCount:P0} of the machine), {sittingCpu / plan.Sitters * 1000:N1} ms an attempt, {(sittingCpu + signInCpu) / plan.Sitters * 1000:N1} ms with sign-in, {(figures.Requests - before) / (double)plan.Sitters:N1} requests an attempt");
        Console.WriteLine($"generator CPU {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:N0} s, server memory {site.MemoryMiB:N0} MiB (peak {site.PeakMemoryMiB:N0})");

        await site.KillAsync();
        await using var database = new SqliteConnection($"Data Source={site.DatabaseFile};Mode=ReadOnly;Pooling=False");
        var stored = await StoredAnswers.ReadAsync(database);
        var kept = sitters.Sum(s => s.Acknowledged.Count(a => stored[(s.Attempt, a.Key)].LastOrDefault() == a.Value));
        var lost = sitters.Sum(s => s.Acknowledged.Count) - kept;
        Console.WriteLine($"acknowledged answers that stand in the database {kept:N0}, lost {lost:N0}; errors {figures.Errors:N0}");
        return lost == 0 && figures.Errors == 0 && handedIn == plan.Sitters ? 0 : 1;
    }

    private static async Task<bool> ArriveAsync(PeakSitter sitter, TimeSpan after, string exam)
    {
        await Task.Delay(after);
        return await sitter.SignInAsync() && await sitter.ReadRulesAsync(exam);
    }

    private static async Task<(T Result, double Cpu, TimeSpan Elapsed)> MeasureAsync<T>(Site site, Func<Task<T>> act)
    {
        var (cpu, watch) = (site.CpuSeconds, Stopwatch.StartNew());
        var result = await act();
        return (result, site.CpuSeconds - cpu, watch.Elapsed);
    }

    private static async Task<string> ExamCodeAsync(Site site)
    {
        using var first = new Sitter(site.Address, "TAI00001");
        await first.SignInAsync();
        return await first.FindAsync("/my", "/exams/([0-9a-z]+)");
    }
}

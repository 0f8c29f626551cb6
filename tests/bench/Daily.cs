using System.Diagnostics;
using System.Text.RegularExpressions;
using Lms.E2E.Infrastructure;

namespace Lms.Bench;

/// <summary>
/// The everyday figures: start, sign-in, saving, verification, dashboard, replay. Server and generator share the machine;
/// the server is a process of its own, and all figures come from one run.
/// </summary>
internal static class Daily
{
    public static async Task<int> RunAsync(int sitters, TimeSpan duration, int replayClasses)
    {
        const int workers = 16;

        Console.WriteLine($"{Environment.ProcessorCount} cores, SQLite, {sitters} sitters, {workers} requests at a time, {duration.TotalSeconds:N0} s a measurement");
        var settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false", ["Logging:LogLevel:Default"] = "Warning" };

        await using var site = new Site(settings);
        var first = Stopwatch.StartNew();
        await site.StartAsync();
        Say("first start, database made, demo seeded", $"{first.Elapsed.TotalSeconds:N1} s");
        await site.KillAsync();
        var (exit, output) = await site.RunAsync("seed", "load", "--sitters", $"{sitters}");
        if (exit != 0) throw new InvalidOperationException(output);

        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        var cold = Stopwatch.StartNew();
        var starting = site.StartAsync();
        while (!await AnswersAsync("/")) await Task.Delay(10);
        Say("cold start to the first page", $"{cold.Elapsed.TotalSeconds:N2} s");
        await starting;
        Say("memory after start", $"{site.MemoryMiB:N0} MiB");

        var people = Enumerable.Range(1, sitters).Select(i => new Sitter(site.Address, $"TAI{i:00000}")).ToList();
        Say("sign-ins", $"{sitters / (await TimeAsync(p => p.SignInAsync())).TotalSeconds:N0}/s");
        var examCode = await people[0].FindAsync("/my", "/exams/([0-9a-z]+)");
        Say("attempts started, all pages read", $"{sitters / (await TimeAsync(p => p.StartAsync(examCode))).TotalSeconds:N0}/s");

        using var supervisor = new Sitter(site.Address, "KH0001");
        await supervisor.SignInAsync();
        var certificate = await supervisor.FindAsync("/my/certificates", "/my/certificates/([0-9A-Z]{16})");

        var turns = new int[sitters];
        var before = site.CpuSeconds;
        var saving = await Load.RunAsync("save an answer (PUT, committed)", workers, duration, async (worker, turn) =>
        {
            var person = (worker + workers * turn) % sitters;
            return await people[person].AnswerAsync(turns[person]++);
        });
        Console.WriteLine(saving);
        Say("  server CPU for one answer", $"{(site.CpuSeconds - before) / saving.Requests * 1000:N2} ms");
        Console.WriteLine(await Load.RunAsync("verification page", workers, duration, (_, _) => AnswersAsync($"/C/{certificate}")));
        Console.WriteLine(await Load.RunAsync("dashboard, signed in", workers, duration, (worker, turn) => people[(worker + workers * turn) % sitters].DashboardAsync()));
        Say("memory after load", $"{site.MemoryMiB:N0} MiB (peak {site.PeakMemoryMiB:N0} MiB)");
        foreach (var person in people) person.Dispose();

        await using var replay = new Site(settings);
        var (replayExit, replayOutput) = await replay.RunAsync("replay", "hcmc", "--classes", $"{replayClasses}");
        Console.WriteLine($"replay of {replayClasses} classes ended with {replayExit}:");
        Console.WriteLine(Regex.Match(replayOutput, @"  classes[\s\S]*").Value.TrimEnd());
        return replayExit;

        static void Say(string what, string figure) => Console.WriteLine($"{what,-42} {figure,10}");

        async Task<bool> AnswersAsync(string path)
        {
            try
            {
                using var answer = await plain.GetAsync(path);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        async Task<TimeSpan> TimeAsync(Func<Sitter, Task> act)
        {
            var watch = Stopwatch.StartNew();
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (person, _) => await act(person));
            return watch.Elapsed;
        }
    }
}

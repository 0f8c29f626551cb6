using System.Data.Common;
using System.Diagnostics;
using Lms.E2E.Infrastructure;
using Lms.UnitTests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Bench;

/// <summary>
/// Kills the server at random moments while everybody answers. At the end every answer that was ever acknowledged has to
/// stand in the log, in the order in which it was acknowledged.
/// </summary>
internal static class KillRun
{
    public static async Task<int> RunAsync(bool postgres, int sitters, int kills)
    {
        var settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false", ["Logging:LogLevel:Default"] = "Warning" };
        var server = postgres ? PostgresServer.EmptyDatabase() : null;
        if (server is not null) (settings["Database:Provider"], settings["ConnectionStrings:Lms"]) = ("Postgres", server);
        await using var site = new Site(settings);
        var (exit, output) = await site.RunAsync("seed", "load", "--sitters", $"{sitters}");
        if (exit != 0) throw new InvalidOperationException(output);
        await site.StartAsync();

        var people = Enumerable.Range(1, sitters).Select(i => new Sitter(site.Address, $"TAI{i:00000}")).ToList();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (p, _) => await p.SignInAsync());
        var exam = await people[0].FindAsync("/my", "/exams/([0-9a-z]+)");
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (p, _) => await p.StartAsync(exam));

        var random = new Random(1);
        var turns = new int[sitters];
        var watch = Stopwatch.StartNew();
        for (var kill = 1; kill <= kills; kill++)
        {
            var answering = people.Select((p, i) => Task.Run(async () => { while (await AnsweredAsync(p, turns[i]++)) { } })).ToList();
            // By answers and not by time: a server that has just started on a busy machine may need a while for its first.
            for (var enough = people.Sum(p => p.Acknowledged.Count) + random.Next(20, 600); people.Sum(p => p.Acknowledged.Count) < enough && !answering.Any(a => a.IsCompleted);) await Task.Delay(1);
            await site.KillAsync();
            await Task.WhenAll(answering);
            Console.WriteLine($"  kill {kill}: {people.Sum(p => p.Acknowledged.Count):N0} answers acknowledged so far");
            await site.StartAsync();
        }

        await site.KillAsync();
        await using DbConnection database = server is null ? new SqliteConnection($"Data Source={site.DatabaseFile};Mode=ReadOnly;Pooling=False") : new NpgsqlConnection(server);
        var stored = await StoredAnswers.ReadAsync(database);
        var lost = people.Sum(p => p.Acknowledged.GroupBy(a => a.Slot).Sum(slot => Missing([.. slot.Select(a => a.Value)], [.. stored[(p.Attempt, slot.Key)]])));
        var acknowledged = people.Sum(p => p.Acknowledged.Count);
        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}: {sitters} sitters, {kills} times SIGKILL in {watch.Elapsed.TotalSeconds:N0} s, acknowledged {acknowledged:N0}, lost {lost}");
        foreach (var person in people) person.Dispose();
        return lost == 0 && acknowledged > 0 ? 0 : 1;
    }

    /// <summary>How many of the acknowledged are not found in the log behind the one before; the same answer twice in a row is one step.</summary>
    private static int Missing(List<string> acknowledged, List<string> log)
    {
        var (missing, at) = (0, 0);
        for (var i = 0; i < acknowledged.Count; i++)
        {
            if (i > 0 && acknowledged[i] == acknowledged[i - 1]) continue;
            var found = log.IndexOf(acknowledged[i], at);
            if (found < 0) missing++;
            else at = found + 1;
        }

        return missing;
    }

    /// <returns>False where the server is gone.</returns>
    private static async Task<bool> AnsweredAsync(Sitter sitter, int turn)
    {
        try
        {
            return await sitter.AnswerAsync(turn) ? true : throw new InvalidOperationException("A server that was not killed refused an answer.");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using Lms.E2E.Infrastructure;
using Lms.UnitTests.Infrastructure;

namespace Lms.E2E;

public sealed class CrashTests
{
    private const int Sitters = 12, Rounds = 3, AnswersARound = 150;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Every_acknowledged_answer_outlives_the_server_being_killed(string database)
    {
        Assert.SkipWhen(database == "Postgres" && !PostgresServer.IsAtHand, "No PostgreSQL is installed here.");
        var settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false" };
        if (database == "Postgres") (settings["Database:Provider"], settings["ConnectionStrings:Lms"]) = (database, PostgresServer.EmptyDatabase());
        await using var site = new Site(settings);
        await site.StartAsync();
        var (exit, output) = await site.RunAsync("seed", "load", "--sitters", $"{Sitters}");
        Assert.True(exit == 0, output);

        var sitters = Enumerable.Range(1, Sitters).Select(i => new Sitter(site.Address, $"TAI{i:00000}")).ToList();
        foreach (var sitter in sitters) await sitter.SignInAsync();
        var exam = await sitters[0].FindAsync("/my", "/exams/([0-9a-z]+)");
        foreach (var sitter in sitters) await sitter.StartAsync(exam);

        var turns = new int[Sitters];
        for (var round = 1; round <= Rounds; round++)
        {
            var acknowledged = 0;
            var answering = sitters.Select((sitter, i) => Task.Run(async () =>
            {
                while (await TryAsync(sitter, turns[i]++)) Interlocked.Increment(ref acknowledged);
            })).ToList();
            while (Volatile.Read(ref acknowledged) < AnswersARound && !answering.Any(a => a.IsCompleted)) await Task.Delay(5);
            await site.KillAsync();
            await Task.WhenAll(answering);
            Assert.True(acknowledged >= AnswersARound, $"Only {acknowledged} answers were acknowledged before kill {round}.");

            await site.StartAsync();
            foreach (var sitter in sitters)
            {
                var kept = await sitter.ReadBackAsync();
                foreach (var (slot, possible) in sitter.MayBeSaved)
                    Assert.True(possible.Contains(kept[slot]), $"Kill {round}, question {slot}: “{kept[slot]}” is there, acknowledged or sent was “{string.Join("”, “", possible)}”.");
            }
        }

        foreach (var sitter in sitters) sitter.Dispose();
    }

    /// <returns>False where the server is gone; an answer that it refuses is a failure.</returns>
    private static async Task<bool> TryAsync(Sitter sitter, int turn)
    {
        try
        {
            Assert.True(await sitter.AnswerAsync(turn), "A server that was not killed refused an answer.");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using Lms.Data;
using Lms.Web.Platform;
using Lms.Web.Seeds.Demo;
using Lms.Web.Seeds.Load;
using Lms.Web.Seeds.Replay;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Cli;

/// <summary>What <c>seed</c> and <c>replay</c> know by name. Planting twice doubles nothing.</summary>
internal static class Scenarios
{
    public const string Demo = "demo", None = "none";
    public const int DefaultSitters = 200;

    /// <returns>False where it was planted before.</returns>
    public delegate Task<bool> Seed(IServiceProvider services, int sitters, CancellationToken ct);

    /// <returns>The exit code: 0 where every check held.</returns>
    public delegate Task<int> Replay(IServiceProvider services, int? classes, int seed, CancellationToken ct);

    public static readonly IReadOnlyDictionary<string, Seed> Seeds = new Dictionary<string, Seed>(StringComparer.OrdinalIgnoreCase)
    {
        [Demo] = (services, _, ct) => services.GetRequiredService<DemoSeed>().RunAsync(ct),
        ["load"] = (services, sitters, ct) => SeedLoadAsync(services, sitters, onOwnPaper: false, ct),
        ["peak"] = (services, sitters, ct) => SeedLoadAsync(services, sitters, onOwnPaper: true, ct),
        ["batch"] = (services, size, ct) => services.GetRequiredService<BatchSeed>().RunAsync(size, ct),
    };

    public static readonly IReadOnlyDictionary<string, Replay> Replays = new Dictionary<string, Replay>(StringComparer.OrdinalIgnoreCase)
    {
        ["hcmc"] = ReplayHcmcAsync,
    };

    public static void MustBeSeed(string name)
    {
        if (!Seeds.ContainsKey(name)) throw new UnknownName("seed", name, Seeds.Keys);
    }

    public static void MustBeReplay(string name)
    {
        if (!Replays.ContainsKey(name)) throw new UnknownName("replay", name, Replays.Keys);
    }

    private static async Task<bool> SeedLoadAsync(IServiceProvider services, int sitters, bool onOwnPaper, CancellationToken ct)
    {
        await services.GetRequiredService<DemoSeed>().RunAsync(ct); // the big class learns a course of the demo
        return await services.GetRequiredService<LoadSeed>().RunAsync(sitters, onOwnPaper, ct);
    }

    private static async Task<int> ReplayHcmcAsync(IServiceProvider services, int? classes, int seed, CancellationToken ct)
    {
        // The classes of the replay are held on the courses, papers and programmes of the demo.
        await services.GetRequiredService<DemoSeed>().RunAsync(ct);
        var progress = new ReplayProgress(Console.Out, interactive: !Console.IsOutputRedirected);
        var outcome = await services.GetRequiredService<HcmcReplay>().RunAsync(classes ?? ReplayPlan.TotalClasses, seed, progress, ct);
        if (Refusal(outcome) is { } line) throw new StartupProblem(line);

        var found = await services.GetRequiredService<ReplayReport>().CompileAsync(ct);
        ReplayReport.Print(Console.Out, found, progress, await DatabaseBytesAsync(services, ct));
        return found.Faults.Count == 0 ? 0 : 1;
    }

    private static string? Refusal(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Done => null,
        ReplayOutcome.OtherSeed => "This database was begun with another --seed: use that one, or an empty database.",
        ReplayOutcome.NoCatalogue => "This database holds organisations but not the demo's courses: replay into an empty database.",
    };

    private static async Task<long?> DatabaseBytesAsync(IServiceProvider services, CancellationToken ct)
    {
        var choice = services.GetRequiredService<DatabaseChoice>();
        if (choice.SqliteFile is { } file) return new FileInfo(file).Length;
        return choice.Provider == DatabaseProvider.Postgres
            ? await services.GetRequiredService<LmsDb>().Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct) : null;
    }
}

/// <summary>A seed or replay that is not in <see cref="Scenarios"/>.</summary>
internal sealed class UnknownName(string kind, string name, IEnumerable<string> known)
    : Exception($"There is no {kind} \"{name}\". Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

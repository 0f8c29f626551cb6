using Lms.Web.Platform;

namespace Lms.Web.Cli;

/// <summary>The commands that do one thing and end. The host is built for its services and never started, so no job runs.</summary>
internal static class Tasks
{
    public static async Task<int> MigrateAsync(SiteBuilder builder, CancellationToken ct)
    {
        await using var app = builder.Site();
        var applied = await Serving.PrepareAsync(app, ct);
        await Jobs.JobsRegistration.PrepareStoreAsync(app.Services, ct);
        Console.WriteLine(applied == 0 ? $"Up to date: {Place(app)}" : $"Applied {applied} migration(s): {Place(app)}");
        return 0;
    }

    public static async Task<int> SeedAsync(SiteBuilder builder, string name, int sitters, CancellationToken ct)
    {
        Scenarios.MustBeSeed(name);
        await using var app = builder.Stage();
        await Serving.PrepareAsync(app, ct);
        await using var scope = app.Services.CreateAsyncScope();
        var planted = await Scenarios.Seeds[name](scope.ServiceProvider, sitters, ct);
        Console.WriteLine(planted ? $"Planted \"{name}\": {Place(app)}" : $"Nothing to plant, it is there already: {Place(app)}");
        return 0;
    }

    public static async Task<int> ReplayAsync(SiteBuilder builder, string name, int? classes, int seed, CancellationToken ct)
    {
        Scenarios.MustBeReplay(name);
        await using var app = builder.Stage();
        await Serving.PrepareAsync(app, ct);
        await using var scope = app.Services.CreateAsyncScope();
        return await Scenarios.Replays[name](scope.ServiceProvider, classes, seed, ct);
    }

    private static string Place(WebApplication app) => app.Services.GetRequiredService<DatabaseChoice>().Place;
}

using System.Net.Sockets;
using Lms.Data;
using Lms.Web.Identity;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Cli;

/// <summary>From a built host to a site that answers.</summary>
internal static class Serving
{
    /// <param name="seed">What an empty database gets; null: what the configuration says.</param>
    public static async Task<int> PrepareAndRunAsync(SiteBuilder builder, string? seed)
    {
        await using var app = builder.Site(seed is null ? [] : ["--Seed", seed]);
        var chosen = ChosenSeed(app); // before anything is written: a mistyped name leaves no half-prepared database
        await PrepareAsync(app, CancellationToken.None);
        if (chosen is not null && await IsEmptyAsync(app))
        {
            Console.WriteLine($"Planting \"{chosen}\" into the empty database ...");
            await Tasks.SeedAsync(builder, chosen, Scenarios.DefaultSitters, CancellationToken.None);
        }

        return await RunAsync(app, showDemo: chosen == Scenarios.Demo);
    }

    public static async Task<int> CheckAndRunAsync(SiteBuilder builder)
    {
        await using var app = builder.Site();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseOpening>().CheckAsync();
        return await RunAsync(app, showDemo: false);
    }

    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DatabaseOpening>().MigrateAsync(ct);
    }

    private static string? ChosenSeed(WebApplication app)
    {
        var name = app.Configuration["Seed"]?.ToLowerInvariant() ?? (app.Environment.IsDevelopment() ? Scenarios.Demo : Scenarios.None);
        if (name == Scenarios.None) return null;
        Scenarios.MustBeSeed(name);
        return name;
    }

    private static async Task<bool> IsEmptyAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<LmsDb>().Accounts.AnyAsync();
    }

    private static async Task<int> RunAsync(WebApplication app, bool showDemo)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupProblem($"{DatabaseChoice.FirstLine(e.Message).TrimEnd('.')}: stop the program that uses it, or choose another with --urls http://localhost:5090.", e);
        }
        catch (SocketException e) // not this machine's address, or a port below 1024 without the right to it
        {
            throw new StartupProblem($"The address to listen on is refused ({DatabaseChoice.FirstLine(e.Message)}): give one like --urls http://localhost:5090.", e);
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            throw new StartupProblem($"The address to listen on cannot be used ({DatabaseChoice.FirstLine(e.Message)}): give one like --urls http://localhost:5090.", e);
        }

        app.Services.GetRequiredService<StartupPhase>().End();
        Greeting.Print(app, showDemo);
        await app.WaitForShutdownAsync();
        return 0;
    }
}

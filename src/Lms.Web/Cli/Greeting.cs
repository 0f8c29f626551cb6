using Lms.Web.Platform;
using Lms.Web.Seeds.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lms.Web.Cli;

/// <summary>What the person at the console needs next: where to look and how to get in.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app, bool showDemo)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.Count == 0) return; // a test host listens on no port
        var place = app.Services.GetRequiredService<DatabaseChoice>().Place;
        if (string.Equals(app.Configuration["Logging:Console:FormatterName"], "json", StringComparison.OrdinalIgnoreCase))
        {
            // For a log collector, a friendly block is noise in the middle of JSON.
            app.Logger.LogInformation("Serving {Addresses} from {Database}.", string.Join(' ', addresses), place);
            return;
        }

        Console.WriteLine();
        Console.WriteLine($"  Open       {string.Join("  ", addresses)}");
        Console.WriteLine($"  Database   {place}");
        if (showDemo)
        {
            Console.WriteLine($"  Accounts   all with the password {DemoAccounts.Password}");
            foreach (var account in DemoAccounts.All)
                Console.WriteLine($"             {account.Email,-26}{account.Role}");
        }

        Console.WriteLine("  Stop       Ctrl+C");
        Console.WriteLine();
    }
}

namespace Lms.Web.Cli;

/// <summary>
/// Tells configuration ("--Database:Provider Postgres", "--urls=http://*:80") from commands and their options. A key
/// is known by its colon, or is one of the few the host reads that have none; so a mistyped option stays an error.
/// </summary>
internal static class ConfigurationArguments
{
    private static readonly HashSet<string> HostKeys = new(StringComparer.OrdinalIgnoreCase)
        { "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "AllowedHosts", "Theme" };

    public static (List<string> Words, List<string> Settings) Split(IReadOnlyList<string> args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) { words.Add(args[i]); continue; }
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? args[i][2..] : args[i][2..equals];
            // "--Jobs=", a section without a value of its own, is how WebApplicationFactory hands over the section's keys.
            var isSection = equals == args[i].Length - 1;
            if (!key.Contains(':', StringComparison.Ordinal) && !HostKeys.Contains(key) && !isSection) { words.Add(args[i]); continue; }
            settings.Add(args[i]);
            if (equals < 0 && i + 1 < args.Count) settings.Add(args[++i]);
        }

        // Started from another folder ("dotnet /opt/lms/Lms.Web.dll"), the program finds its settings and files beside itself.
        if (!File.Exists("appsettings.json") && !settings.Any(s => s.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)))
            settings.AddRange(["--contentRoot", AppContext.BaseDirectory]);
        return (words, settings);
    }
}

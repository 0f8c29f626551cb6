namespace Lms.Web.Platform;

/// <summary>
/// Something the person at the console can mend: wrong settings, a busy port, a broken file. It is shown as the one
/// line it carries (what is wrong, then what to do), never as a stack trace.
/// </summary>
internal sealed class StartupProblem(string line, Exception? cause = null) : Exception(line, cause);

/// <summary>
/// Until the site serves, the command line reports what goes wrong, so the loggers that would print the same
/// exception with its stack trace keep quiet.
/// </summary>
internal static class StartupPhase
{
    private static readonly string[] Reporters =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore", "Quartz"];

    private static volatile bool over;

    public static void End() => over = true;

    public static IServiceCollection AddStartupPhase(this IServiceCollection services) => services.AddLogging(logging =>
    {
        foreach (var reporter in Reporters) logging.AddFilter(reporter, level => over && level >= LogLevel.Warning);
    });
}

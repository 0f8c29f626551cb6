using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Lms.Web.Platform;

/// <summary>
/// Until the site serves, the command line reports what goes wrong, so the loggers that would print the same exception
/// with its stack trace keep quiet. From then on the configured levels hold, as if this had never been.
/// </summary>
internal sealed class StartupPhase : IPostConfigureOptions<LoggerFilterOptions>, IOptionsChangeTokenSource<LoggerFilterOptions>, IDisposable
{
    private static readonly string[] Reporters =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore", "Quartz"];

    private readonly CancellationTokenSource over = new();

    public string Name => Options.DefaultName;

    public void End() => over.Cancel();

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        if (over.IsCancellationRequested) return;
        foreach (var reporter in Reporters) options.Rules.Add(new LoggerFilterRule(null, reporter, LogLevel.None, null));
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(over.IsCancellationRequested ? CancellationToken.None : over.Token);

    public void Dispose() => over.Dispose();

    public static void AddTo(IServiceCollection services) => services.AddSingleton<StartupPhase>()
        .AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(s => s.GetRequiredService<StartupPhase>())
        .AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(s => s.GetRequiredService<StartupPhase>());
}

using Lms.Web.Seeds;

namespace Lms.Web.Cli;

/// <summary>Builds the host of Program.cs with the settings given on the command line, as often as a command needs one.</summary>
internal sealed class SiteBuilder(Func<string[], Action<IServiceCollection>, WebApplication> build, IReadOnlyList<string> settings)
{
    /// <summary>What serves visitors: the system's clock, no scenario within reach.</summary>
    public WebApplication Site(params string[] more) => build([.. settings, .. more], _ => { });

    /// <summary>What plays a scenario: its clock can be moved, and it is never started, so no job runs meanwhile.</summary>
    public WebApplication Stage() => build([.. settings], services => services.AddScenarios());
}

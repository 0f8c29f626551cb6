using Lms.Web.Platform;
using Lms.Web.Seeds;

namespace Lms.Web.Cli;

/// <summary>Builds the host of Program.cs with the settings given on the command line, as often as a command needs one.</summary>
internal sealed class SiteBuilder(Func<string[], Action<IServiceCollection>, WebApplication> build, IReadOnlyList<string> settings)
{
    /// <summary>What serves visitors: the system's clock, no scenario within reach.</summary>
    public WebApplication Site(params string[] more) => Build([.. settings, .. more], _ => { });

    /// <summary>What plays a scenario: its clock can be moved, and it is never started, so no job runs meanwhile.</summary>
    public WebApplication Stage() => Build([.. settings], services => services.AddScenarios());

    private WebApplication Build(string[] arguments, Action<IServiceCollection> addMore)
    {
        try
        {
            return build(arguments, addMore);
        }
        // A word where a number or true/false belongs. The binder's message names key and value; it has no type of its own.
        catch (InvalidOperationException e) when (e.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true)
        {
            throw new StartupProblem(DatabaseChoice.FirstLine(e.Message), e);
        }
    }
}

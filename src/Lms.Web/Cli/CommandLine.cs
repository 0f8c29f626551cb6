using System.CommandLine;
using Lms.Web.Platform;

namespace Lms.Web.Cli;

/// <summary>
/// No command prepares the database and serves the site; the others do one thing and end. What can be mended at the
/// console ends as one line on the error stream: code 2 for what was typed, 1 for what was found.
/// </summary>
internal static class CommandLine
{
    /// <param name="build">Builds the host; its second argument adds services before that.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], Action<IServiceCollection>, WebApplication> build)
    {
        var (words, settings) = ConfigurationArguments.Split(args);
        var parsed = Grammar(new SiteBuilder(build, settings)).Parse(words);
        if (parsed.Errors.Count > 0)
            return Refuse($"{string.Join(' ', parsed.Errors.Select(e => e.Message).Distinct())} Try --help.", 2);
        try
        {
            // The host ends on Ctrl+C by itself, in its own order.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UnknownName e)
        {
            return Refuse(e.Message, 2);
        }
        catch (StartupProblem e)
        {
            return Refuse(e.Message, 1);
        }
    }

    private static RootCommand Grammar(SiteBuilder builder)
    {
        var seed = new Option<string?>("--seed") { Description = "What an empty database gets, \"demo\" or \"none\"; if not given: the demo in Development, else none.", HelpName = "name" };
        var root = new RootCommand("Training and certification for social work. Without a command: migrates the database, plants the demo where it is empty, and serves.\nAny configuration key may be given as --Section:Key value.")
        {
            seed, Serve(builder), Migrate(builder), Administrator(builder), Seed(builder), Replay(builder), Files.QuestionCommand.Build(), Analysis(), Certificates.CertificateCommand.Build(builder),
        };
        root.SetAction((parse, _) => Serving.PrepareAndRunAsync(builder, parse.GetValue(seed)));
        return root;
    }

    private static Command Serve(SiteBuilder builder)
    {
        var command = new Command("serve", "Serves the site on a database that is already migrated: for the second node and the rest.");
        command.SetAction((_, _) => Serving.CheckAndRunAsync(builder));
        return command;
    }

    private static Command Migrate(SiteBuilder builder)
    {
        var command = new Command("migrate", "Creates the database or brings it up to this version, and ends.");
        command.SetAction((_, ct) => Tasks.MigrateAsync(builder, ct));
        return command;
    }

    private static Command Administrator(SiteBuilder builder)
    {
        var staffCode = new Argument<string>("staff-code");
        var email = new Argument<string>("email");
        var name = new Argument<string>("name") { Description = "Full name, in quotation marks." };
        var command = new Command("administrator", "Opens an administrator's account, shows its password once, and ends.") { staffCode, email, name };
        command.SetAction((parse, ct) => FirstAdministrator.AddAsync(builder, parse.GetRequiredValue(staffCode), parse.GetRequiredValue(email), parse.GetRequiredValue(name), ct));
        return command;
    }

    private static Command Analysis()
    {
        var file = new Argument<string>("file") { Description = "CSV: a column for each slot, its maximum points in the header (\"Q1/10\"); a row for each attempt." };
        var command = new Command("analyse", "Prints the statistics of a paper and of its questions as JSON.") { file };
        command.SetAction(parse => Analyse.Run(parse.GetRequiredValue(file)));
        return command;
    }

    private static Command Seed(SiteBuilder builder)
    {
        var name = new Argument<string>("name") { Description = $"One of: {string.Join(", ", Scenarios.Seeds.Keys)}" };
        var sitters = Count("--sitters", $"How many people the seeds \"load\" and \"peak\" invent; if not given: {Scenarios.DefaultSitters}.");
        var command = new Command("seed", "Plants a scenario into the database, and ends.") { name, sitters };
        command.SetAction((parse, ct) => Tasks.SeedAsync(builder, parse.GetRequiredValue(name), parse.GetValue(sitters) ?? Scenarios.DefaultSitters, ct));
        return command;
    }

    private static Command Replay(SiteBuilder builder)
    {
        var name = new Argument<string>("name") { Description = $"One of: {string.Join(", ", Scenarios.Replays.Keys)}" };
        var classes = Count("--classes", "Only the first so many classes.");
        var seed = Count("--seed", "The same number gives the same people, answers and scores; if not given: 1.");
        var command = new Command("replay", "Plays a whole programme through the system, checks the outcome, and ends.") { name, classes, seed };
        command.SetAction((parse, ct) => Tasks.ReplayAsync(builder, parse.GetRequiredValue(name), parse.GetValue(classes), parse.GetValue(seed) ?? 1, ct));
        return command;
    }

    private static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var count) && count > 0) return count;
            result.AddError($"{name} takes a number of at least 1, not \"{result.Tokens[0].Value}\".");
            return null;
        },
    };

    private static int Refuse(string line, int code)
    {
        Console.Error.WriteLine(line);
        return code;
    }
}

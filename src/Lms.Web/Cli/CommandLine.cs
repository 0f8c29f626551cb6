namespace Lms.Web.Cli;

/// <summary>No command serves the site; the others do one thing and end. Bad input is one clear line and a non-zero exit.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        var app = build(args);
        await app.RunAsync();
        return 0;
    }
}

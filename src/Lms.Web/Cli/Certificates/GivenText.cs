using System.Text;
using Lms.Web.Platform;

namespace Lms.Web.Cli.Certificates;

internal static class GivenText
{
    private const int Longest = 200_000;

    /// <summary>The text itself, or what the file of that name holds.</summary>
    /// <exception cref="StartupProblem">The file cannot be read, or is too large to hold a certificate.</exception>
    public static async Task<string> ReadAsync(string given, CancellationToken ct)
    {
        if (!File.Exists(given)) return given;
        try
        {
            if (new FileInfo(given).Length > Longest) throw new StartupProblem($"{given} is too large to hold a code, an address or a credential.");
            return await File.ReadAllTextAsync(given, Encoding.UTF8, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"{given} cannot be read: {DatabaseChoice.FirstLine(e.Message)}", e);
        }
    }
}

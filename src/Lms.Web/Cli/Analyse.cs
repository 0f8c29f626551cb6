using System.Text;
using System.Text.Json;
using Lms.Assessment.Analysis;
using Lms.Web.Platform;

namespace Lms.Web.Cli;

/// <summary>`analyse FILE.csv`: the figures of a paper as JSON, from the points of its attempts. Needs no database.</summary>
internal static class Analyse
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="StartupProblem">The file cannot be read, or not as a score table.</exception>
    public static int Run(string file)
    {
        try
        {
            using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            Console.Out.WriteLine(JsonSerializer.Serialize(PaperAnalysis.Of(ScoreTableReader.Read(text)), Json));
            return 0;
        }
        catch (ScoreTableException e)
        {
            throw new StartupProblem($"{file}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartupProblem($"{file} cannot be read: {e.Message}", e);
        }
    }
}

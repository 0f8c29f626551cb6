using System.CommandLine;
using System.Text.Json;
using Lms.Assessment.Exchange;
using Lms.Web.Platform;

namespace Lms.Web.Cli.Files;

/// <summary>What can be done with a file of questions alone: no host is built and no database opened. JSON goes to the output, nothing else does.</summary>
internal static class QuestionCommand
{
    private static readonly Dictionary<string, QuestionFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gift"] = QuestionFormat.Gift, ["moodlexml"] = QuestionFormat.MoodleXml, ["aiken"] = QuestionFormat.Aiken,
        ["missingword"] = QuestionFormat.MissingWord, ["qti"] = QuestionFormat.Qti, ["xlsx"] = QuestionFormat.Xlsx,
    };

    public static Command Build() => new("question", "Looks into a file of questions, or scores answers to them; needs no database.") { Inspect(), Score() };

    private static Command Inspect()
    {
        var (file, format) = (FileArgument(), FormatOption());
        var command = new Command("inspect", "Prints the questions of a file, and what of them could not be taken, as JSON.") { file, format };
        command.SetAction(async (parse, ct) => await JsonOutput.PrintAsync(Inspection.Of(await ReadAsync(parse.GetRequiredValue(file), parse.GetValue(format), ct)), ct));
        return command;
    }

    private static Command Score()
    {
        var (file, format) = (FileArgument(), FormatOption());
        var responses = new Option<string>("--responses") { Description = "A JSON file: [{\"question\": 0, \"response\": {\"answer\": …}}, …].", HelpName = "file", Required = true };
        var command = new Command("score", "Scores answers to the questions of a file and prints the scores as JSON.") { file, responses, format };
        command.SetAction(async (parse, ct) =>
        {
            var questions = await ReadAsync(parse.GetRequiredValue(file), parse.GetValue(format), ct);
            var given = GivenResponses(await BytesAsync(parse.GetRequiredValue(responses), ct), parse.GetRequiredValue(responses));
            return await JsonOutput.PrintAsync(Scores(questions, given, parse.GetRequiredValue(responses)), ct);
        });
        return command;
    }

    private static Argument<string> FileArgument() => new("file") { Description = "GIFT, Moodle XML, Aiken, missing word, QTI or XLSX." };

    private static Option<QuestionFormat?> FormatOption() => new("--format")
    {
        Description = $"One of: {string.Join(", ", Formats.Keys)}; if not given, it is found by content and name.",
        HelpName = "name",
        CustomParser = result =>
        {
            if (Formats.TryGetValue(result.Tokens[0].Value, out var format)) return format;
            result.AddError($"There is no format \"{result.Tokens[0].Value}\". Known: {string.Join(", ", Formats.Keys)}.");
            return null;
        },
    };

    private static async Task<ImportedFile> ReadAsync(string path, QuestionFormat? format, CancellationToken ct)
    {
        var file = QuestionFiles.Read(await BytesAsync(path, ct), Path.GetFileName(path), format, ct);
        if (file.Questions.Count == 0 && file.Issues.FirstOrDefault(i => i.Kind is ImportIssueKind.Unreadable or ImportIssueKind.TooLarge) is { } issue)
            throw new StartupProblem($"{path}{(issue.Line > 0 ? $", line {issue.Line}" : "")}: {DatabaseChoice.FirstLine(issue.Message)}");
        return file;
    }

    /// <summary>At most one byte more than may be read: the reader then says that it is too large.</summary>
    private static async Task<byte[]> BytesAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; bytes.Length <= QuestionFiles.LargestFile && (read = await file.ReadAsync(buffer, ct)) > 0;) bytes.Write(buffer, 0, read);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupProblem($"{path} cannot be read: {DatabaseChoice.FirstLine(e.Message)}", e);
        }
    }

    private static List<GivenResponse> GivenResponses(byte[] bytes, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<List<GivenResponse>>(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, JsonOutput.Json) ?? throw new JsonException("it holds no array");
        }
        catch (JsonException e)
        {
            throw new StartupProblem($"{path} is no list of responses: {DatabaseChoice.FirstLine(e.Message)}", e);
        }
    }

    private static List<ScoredResponse> Scores(ImportedFile file, List<GivenResponse> given, string path)
    {
        try
        {
            return [.. given.Select(g => ResponseScore.Of(file.Questions, g))];
        }
        catch (InvalidOperationException e) when (e.Source == "System.Text.Json") // half a character, written as an escape
        {
            throw new StartupProblem($"{path} holds text that is none: {DatabaseChoice.FirstLine(e.Message)}", e);
        }
    }
}

/// <param name="Question">Its index, identifier or title.</param>
internal sealed record GivenResponse(JsonElement Question, JsonElement Response, IReadOnlyDictionary<string, JsonElement>? Values = null);

using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Lms.Bench.Peak;

/// <summary>Reads the log of answers past the server, so that what it said is compared with what it did.</summary>
internal static class StoredAnswers
{
    public static async Task<(int Kept, int Lost)> CompareAsync(string databaseFile, IReadOnlyList<PeakSitter> sitters)
    {
        var stored = await LastAnswersAsync(databaseFile);
        var acknowledged = sitters.SelectMany(s => s.Acknowledged.Select(a => (Key: (s.Attempt, a.Key), a.Value))).ToList();
        var kept = acknowledged.Count(a => stored.GetValueOrDefault(a.Key) == a.Value);
        return (kept, acknowledged.Count - kept);
    }

    private static async Task<Dictionary<(string Attempt, int Slot), string>> LastAnswersAsync(string databaseFile)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t."PublicCode", a."Slot", a."Response" FROM "Answers" a JOIN "Attempts" t ON t."Key" = a."AttemptKey"
            WHERE a."Slot" > 0 ORDER BY a."AttemptKey", a."Sequence"
            """;
        var last = new Dictionary<(string, int), string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) last[(rows.GetString(0), rows.GetInt32(1))] = Text(rows.GetString(2));
        return last;
    }

    private static string Text(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.ValueKind == JsonValueKind.Array ? string.Join(',', json.RootElement.EnumerateArray().Select(o => o.GetString())) : json.RootElement.GetString()!;
    }
}

using System.Data.Common;
using System.Text.Json;

namespace Lms.Bench;

/// <summary>Reads the log of answers past the server, so that what it said is compared with what it did.</summary>
internal static class StoredAnswers
{
    /// <returns>By attempt and slot, every answer in the order of the log.</returns>
    public static async Task<ILookup<(string Attempt, int Slot), string>> ReadAsync(DbConnection connection)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t."PublicCode", a."Slot", a."Response" FROM "Answers" a JOIN "Attempts" t ON t."Key" = a."AttemptKey"
            WHERE a."Slot" > 0 ORDER BY a."AttemptKey", a."Sequence"
            """;
        var steps = new List<(string Attempt, int Slot, string Value)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) steps.Add((rows.GetString(0), rows.GetInt32(1), Text(rows.GetString(2))));
        return steps.ToLookup(s => (s.Attempt, s.Slot), s => s.Value);
    }

    private static string Text(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.ValueKind == JsonValueKind.Array ? string.Join(',', json.RootElement.EnumerateArray().Select(o => o.GetString())) : json.RootElement.GetString()!;
    }
}

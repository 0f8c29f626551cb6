using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lms.Web.Cli;

/// <summary>What commands print for other programs.</summary>
internal static class JsonOutput
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<int> PrintAsync<T>(T value, CancellationToken ct)
    {
        // Bytes, not characters: a console in another encoding must not change a name.
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, value, Json, ct);
        output.WriteByte((byte)'\n');
        return 0;
    }
}

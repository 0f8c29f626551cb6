using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lms.Assessment.Scoring;

namespace Lms.Assessment;

/// <summary>
/// How questions and papers are written into the bodies of <see cref="Lms.Publishing"/>. Published bodies are frozen: a
/// property may be added, but a name that was ever stored keeps its meaning.
/// </summary>
internal static class AssessmentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PointsAsHundredths() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    private sealed class PointsAsHundredths : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());
        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Hundredths);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lms.Assessment.Scoring;

/// <summary>
/// The stored form of a response: ["a","c"] for ticked options, "tham vấn" for a text. Half a million answers a
/// decade are kept, so no property names.
/// </summary>
internal static class ResponseJson
{
    // Stored as text and never written into a page unescaped, so Vietnamese letters may stay letters.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Response response) => response switch
    {
        ChoiceResponse choice => JsonSerializer.Serialize(choice.OptionIds, Options),
        TextResponse text => JsonSerializer.Serialize(text.Text, Options),
        _ => throw new ArgumentOutOfRangeException(nameof(response), response.GetType(), "Unknown kind of response."),
    };

    public static Response Read(string json) => json[0] == '['
        ? new ChoiceResponse(JsonSerializer.Deserialize<string[]>(json)!)
        : new TextResponse(JsonSerializer.Deserialize<string>(json)!);
}

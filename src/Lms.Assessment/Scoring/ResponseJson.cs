using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lms.Assessment.Scoring;

/// <summary>
/// The stored form of a response: ["a","c"] for ticked options, "tham vấn" for a text or number, and for the rarer kinds
/// an object with a letter: {"m":{"1":"b"}} pairs, {"o":["c","a"]} an order, {"g":{"1":"text","2":["a"]}} gaps,
/// {"p":[[120,44]]} points, {"f":[["key","name",bytes,"sha256","type"]]} files. Where a certainty was stated it stands
/// around the rest: {"c":[3,["a"]]}. Half a million answers a decade are kept, so no
/// property names.
/// </summary>
internal static class ResponseJson
{
    private const string Certain = "c";
    // Stored as text and never written into a page unescaped, so Vietnamese letters may stay letters.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Response response) => response switch
    {
        ChoiceResponse choice => JsonSerializer.Serialize(choice.OptionIds, Options),
        TextResponse text => JsonSerializer.Serialize(text.Text, Options),
        _ => Node(response).ToJsonString(Options),
    };

    public static string Write(Response response, Certainty? certainty) => certainty is not { } stated ? Write(response)
        : Lettered(Certain, new JsonArray((int)stated, Node(response))).ToJsonString(Options);

    /// <summary>Null where none was stated.</summary>
    public static Certainty? ReadCertainty(string json) => json.StartsWith($$"""{"{{Certain}}":""", StringComparison.Ordinal) ? (Certainty)(int)JsonNode.Parse(json)![Certain]![0]! : null;

    /// <summary>What was given, whatever the certainty.</summary>
    public static Response Read(string json) => json[0] switch
    {
        '[' => new ChoiceResponse(JsonSerializer.Deserialize<string[]>(json)!),
        '"' => new TextResponse(JsonSerializer.Deserialize<string>(json)!),
        _ => Read(JsonNode.Parse(json)!.AsObject()),
    };

    private static JsonNode Node(Response response) => response switch
    {
        ChoiceResponse choice => new JsonArray([.. choice.OptionIds.Select(id => (JsonNode)id)]),
        TextResponse text => JsonValue.Create(text.Text),
        MatchResponse match => Lettered("m", new JsonObject(match.Pairs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)))),
        OrderResponse order => Lettered("o", new JsonArray([.. order.ItemIds.Select(id => (JsonNode)id)])),
        GapsResponse gaps => Lettered("g", new JsonObject(gaps.Gaps.OrderBy(g => g.Key).Select(g => KeyValuePair.Create($"{g.Key}", (JsonNode?)Node(g.Value))))),
        PointsResponse points => Lettered("p", new JsonArray([.. points.Points.Select(p => new JsonArray(p.X, p.Y))])),
        FilesResponse files => Lettered("f", new JsonArray([.. files.Files.Select(f => new JsonArray(f.Key.ToString("N"), f.Name, f.Bytes, f.Sha256, f.ContentType))])),
        _ => throw new ArgumentOutOfRangeException(nameof(response), response.GetType(), "Unknown kind of response."),
    };

    private static JsonObject Lettered(string letter, JsonNode body) => new() { [letter] = body };

    private static Response Read(JsonObject stored)
    {
        var (letter, body) = stored.Single();
        if (letter == Certain) return body![1] is JsonObject inner ? Read(inner) : InGap(body[1]!);
        return letter switch
        {
            "m" => new MatchResponse(body!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!, StringComparer.Ordinal)),
            "o" => new OrderResponse([.. body!.AsArray().Select(id => (string)id!)]),
            "g" => new GapsResponse(body!.AsObject().ToDictionary(g => int.Parse(g.Key, System.Globalization.CultureInfo.InvariantCulture), g => InGap(g.Value!))),
            "p" => new PointsResponse([.. body!.AsArray().Select(p => new ImagePoint((int)p![0]!, (int)p[1]!))]),
            "f" => new FilesResponse([.. body!.AsArray().Select(f => new AnswerFile(Guid.Parse((string)f![0]!), (string)f[1]!, (long)f[2]!, (string)f[3]!, (string)f[4]!))]),
            _ => throw new JsonException($"No response is stored under \"{letter}\"."),
        };
    }

    private static Response InGap(JsonNode node) => node is JsonArray ids ? new ChoiceResponse([.. ids.Select(id => (string)id!)]) : new TextResponse((string)node!);
}

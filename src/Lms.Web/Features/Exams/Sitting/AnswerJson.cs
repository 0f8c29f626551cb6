namespace Lms.Web.Features.Exams.Sitting;

using System.Globalization;
using System.Text.Json;
using Lms.Assessment.Scoring;

/// <summary>
/// One answer as the script sends it: {"choice":["a"]}, {"text":"…"}, {"pairs":{"1":"a"}}, {"order":["c","a"]},
/// {"gaps":{"1":"text","2":["a"]}} or {"points":[[120,44]]}. Whether it fits the question is not asked here.
/// </summary>
internal static class AnswerJson
{
    private const int MostParts = 200;

    /// <summary>With how sure the candidate is, where {"certainty": 1 to 3} stands beside the answer. Null for anything that is no answer.</summary>
    public static (Response Response, Certainty? Certainty)? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root) return null;
            // One answer is of one kind: {"choice":null,"text":"a"} is none.
            return root.EnumerateObject().ToList() switch
            {
                [var only] when Read(only.Name, only.Value) is { } response => (response, null),
                [var given, { Name: "certainty" } stated] when Read(given.Name, given.Value) is { } response && stated.Value.TryGetInt32(out var number) && AnswerForm.Certainty(number) is { } certainty => (response, certainty),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, or text that is no Unicode (a lone surrogate): GetString and Normalize say so by exception.
            return null;
        }
    }

    private static Response? Read(string kind, JsonElement value) => kind switch
    {
        "choice" => Strings(value) is { } ids ? AnswerForm.Choice(ids) : null,
        "text" => value.ValueKind == JsonValueKind.String ? AnswerForm.Text(value.GetString()!) : null,
        "pairs" => Parts(value, v => v.ValueKind == JsonValueKind.String ? v.GetString() : null) is { } pairs
            ? new MatchResponse(pairs.Where(p => p.Value.Length > 0).ToDictionary(StringComparer.Ordinal)) : null,
        "order" => Strings(value) is { } ids ? new OrderResponse(ids) : null,
        "gaps" => Gaps(value),
        "points" => Points(value),
        _ => null,
    };

    private static GapsResponse? Gaps(JsonElement value)
    {
        if (Parts(value, Gap) is not { } parts) return null;
        var gaps = new Dictionary<int, Response>();
        foreach (var (name, response) in parts)
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            gaps[number] = response;
        }

        return new GapsResponse(gaps);
    }

    private static Response? Gap(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? AnswerForm.Text(value.GetString()!) : Strings(value) is { } ids ? AnswerForm.Choice(ids) : null;

    private static PointsResponse? Points(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostParts) return null;
        var points = new List<ImagePoint>();
        foreach (var point in value.EnumerateArray())
        {
            if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() != 2 || !point[0].TryGetInt32(out var x) || !point[1].TryGetInt32(out var y)) return null;
            points.Add(new ImagePoint(x, y));
        }

        return new PointsResponse(points);
    }

    private static List<string>? Strings(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostParts && value.EnumerateArray().All(o => o.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(o => o.GetString()!)] : null;

    /// <summary>Null where one of the parts is none, or one is named twice.</summary>
    private static Dictionary<string, T>? Parts<T>(JsonElement value, Func<JsonElement, T?> read) where T : class
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var parts = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
            if (parts.Count >= MostParts || read(property.Value) is not { } part || !parts.TryAdd(property.Name, part)) return null;
        return parts;
    }
}

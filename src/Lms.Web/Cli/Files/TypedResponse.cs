using System.Globalization;
using System.Text.Json;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Web.Cli.Files;

/// <summary>
/// An answer as somebody types it into a JSON file: options by their text or id, pairs as [[left, right]], an order as a
/// list, gaps as {"1": …}, points as [[x, y]].
/// </summary>
internal static class TypedResponse
{
    /// <summary>Null where nothing was answered.</summary>
    public static Response? Of(QuestionDefinition question, JsonElement response)
    {
        var answer = Answer(question, response);
        return answer.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : question switch
        {
            SingleChoice single => Choice(answer, single.Options.Select(o => (o.Id, o.Text))),
            MultipleResponse multiple => Choice(answer, multiple.Options.Select(o => (o.Id, o.Text))),
            TrueFalse => new ChoiceResponse([.. Values(answer).Where(v => v.Trim().Length > 0).Select(Truth)]),
            Matching matching => Pairs(answer, matching),
            Ordering ordering => new OrderResponse([.. Values(answer).Select(v => Find(v, ordering.Items.Select(i => (i.Id, i.Text)))).Distinct()]),
            Cloze cloze => Gaps(answer, (number, given) => number <= cloze.Gaps.Count ? Of(cloze.Gaps[number - 1].Question, given) : null),
            GapSelect select => Gaps(answer, (number, given) => Choice(given, OfGroup(select, number))),
            Hotspot => new PointsResponse([.. Points(answer)]),
            FileUpload => new FilesResponse([.. Values(answer).Where(v => v.Length > 0).Select(v => new AnswerFile(Guid.Empty, v, 0))]),
            _ => new TextResponse(string.Join(' ', Values(answer)).Normalize()),
        };
    }

    /// <summary>Scalars as text; of a list each member, where a list within it is a pair: "A B".</summary>
    public static IReadOnlyList<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Array ? string.Join(' ', e.EnumerateArray().Select(Text)) : Text(e))],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [Text(element)],
    };

    public static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => element.GetRawText(),
    };

    /// <summary>What stands under "answer", or under the only name there is.</summary>
    private static JsonElement Answer(QuestionDefinition question, JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object) return response;
        if (response.TryGetProperty("answer", out var answer)) return answer;
        var properties = response.EnumerateObject().ToList();
        if (properties.Count == 0) return default;
        if (question is Cloze or GapSelect or Matching && properties.Count > 0 && (question is Matching || properties.All(p => int.TryParse(p.Name, out _)))) return response;
        return properties.Count == 1 ? properties[0].Value : default;
    }

    private static ChoiceResponse Choice(JsonElement answer, IEnumerable<(string Id, string Text)> options) =>
        new([.. Values(answer).Where(v => v.Trim().Length > 0).Select(v => Find(v, options)).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>By its text, else by its id; what is neither stays as it is, and is no option.</summary>
    private static string Find(string given, IEnumerable<(string Id, string Text)> options)
    {
        var all = options.ToList();
        var (typed, named) = (Spaced(given), Bare(given));
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            if (all.FindIndex(o => string.Equals(Spaced(o.Text), typed, comparison) || string.Equals(Bare(o.Text), typed, comparison) || string.Equals(Bare(o.Text), named, comparison)) is >= 0 and var at) return all[at].Id;
            if (all.FindIndex(o => string.Equals(o.Id, given.Trim(), comparison)) is >= 0 and var byId) return all[byId].Id;
        }

        return given;
    }

    private static string Bare(string text) => Spaced(PlainText.Of(text));

    private static string Spaced(string text) => string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Truth(string given) => given.Trim().ToLowerInvariant() switch
    {
        "true" or "t" or "đúng" or "1" => "true",
        "false" or "f" or "sai" or "0" => "false",
        var other => other,
    };

    private static MatchResponse Pairs(JsonElement answer, Matching question)
    {
        var given = answer.ValueKind == JsonValueKind.Object ? answer.EnumerateObject().Select(p => (p.Name, Text(p.Value)))
            : answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Array && p.GetArrayLength() == 2).Select(p => (Text(p[0]), Text(p[1]))) : [];
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (left, right) in given.Where(p => p.Item2.Trim().Length > 0))
            pairs[Find(left, question.Left.Select(l => (l.Id, l.Text)))] = Find(right, question.Right.Select(r => (r.Id, r.Text)));
        return new MatchResponse(pairs);
    }

    private static GapsResponse Gaps(JsonElement answer, Func<int, JsonElement, Response?> inGap)
    {
        var given = answer.ValueKind == JsonValueKind.Object ? answer.EnumerateObject().Select(p => (p.Name, p.Value))
            : answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray().Select((v, i) => (Name: (i + 1).ToString(CultureInfo.InvariantCulture), Value: v)) : [(Name: "1", Value: answer)];
        var gaps = new Dictionary<int, Response>();
        foreach (var (name, value) in given)
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && inGap(number, value) is { } response) gaps[number] = response;
        return new GapsResponse(gaps);
    }

    private static IEnumerable<(string Id, string Text)> OfGroup(GapSelect question, int gap)
    {
        var right = gap <= question.Gaps.Count ? question.Choices.FirstOrDefault(c => c.Id == question.Gaps[gap - 1]) : null;
        return question.Choices.Where(c => right is null || c.Group == right.Group).Select(c => (c.Id, c.Text));
    }

    private static IEnumerable<ImagePoint> Points(JsonElement answer)
    {
        var single = answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() == 2 && answer[0].ValueKind == JsonValueKind.Number;
        foreach (var point in single ? [string.Join(' ', Values(answer))] : Values(answer))
            if (point.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is [var x, var y] && int.TryParse(x, out var across) && int.TryParse(y, out var down)) yield return new ImagePoint(across, down);
    }
}

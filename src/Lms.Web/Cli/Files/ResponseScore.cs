using System.Globalization;
using System.Text.Json;
using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Scoring;

namespace Lms.Web.Cli.Files;

/// <summary>One answer's score; without numbers where there is no such question, or nothing to score it by.</summary>
/// <param name="Question">As it was named.</param>
internal sealed record ScoredResponse(JsonElement Question, double? Score, double? Max, double? Fraction, string Explanation);

internal static class ResponseScore
{
    public static ScoredResponse Of(IReadOnlyList<ImportedQuestion> questions, GivenResponse given)
    {
        if (Find(questions, given.Question) is not { } question) return new(Named(given.Question), null, null, null, "There is no such question in the file.");
        if (question.Scoring is { } scoring) return OfItem(scoring, given);
        if (question.Definition is not { } definition)
            return new(given.Question, null, null, null, $"The question could not be taken. {string.Join(' ', question.Issues.Select(i => i.Message))}");
        var mark = Scorer.Score(definition, TypedResponse.Of(definition, given.Response), Values(given));
        return new(given.Question, (double)(mark.Fraction * question.Points), (double)question.Points, (double)mark.Fraction, Explanation.Of(mark));
    }

    private static ScoredResponse OfItem(ItemScoring scoring, GivenResponse given)
    {
        var responses = given.Response.ValueKind == JsonValueKind.Object
            ? given.Response.EnumerateObject().GroupBy(p => p.Name).ToDictionary(p => p.Key, p => TypedResponse.Values(p.Last().Value), StringComparer.Ordinal) : [];
        var score = scoring(responses, given.Values?.ToDictionary(v => v.Key, v => TypedResponse.Text(v.Value)));
        return new(given.Question, score.Score, score.Maximum, score.Maximum == 0 ? 0 : score.Score / score.Maximum, Explanation.Of(score.Parts));
    }

    private static ImportedQuestion? Find(IReadOnlyList<ImportedQuestion> questions, JsonElement named)
    {
        if (named.ValueKind == JsonValueKind.Number) return named.TryGetInt32(out var index) ? questions.FirstOrDefault(q => q.Index == index) : null;
        if (named.ValueKind != JsonValueKind.String) return null;
        var name = named.GetString()!.Trim().Normalize();
        return questions.FirstOrDefault(q => q.Identifier == name) ?? questions.FirstOrDefault(q => q.Title.Trim() == name || PlainText.Of(q.Title) == name)
            ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? questions.FirstOrDefault(q => q.Index == place) : null);
    }

    /// <summary>Where an entry leaves the question out, null is written rather than nothing.</summary>
    private static JsonElement Named(JsonElement named) => named.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement<object?>(null) : named;

    private static Dictionary<string, double>? Values(GivenResponse given) =>
        given.Values?.Where(v => double.TryParse(TypedResponse.Text(v.Value).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .ToDictionary(v => v.Key, v => double.Parse(TypedResponse.Text(v.Value).Replace(',', '.'), CultureInfo.InvariantCulture));
}

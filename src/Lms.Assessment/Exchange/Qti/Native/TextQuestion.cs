using System.Text.Json;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>
/// A word to type. Our comparison is kinder than QTI's in what never decides (spaces, composed letters, the place of a
/// tone mark); in everything else both have to agree.
/// </summary>
internal static class TextQuestion
{
    private const int MostKeys = 100;

    /// <summary>Every text that the item's key or rules mention.</summary>
    public static IReadOnlyList<string> Keys(QtiItem item, Declaration response) =>
    [
        .. (response.Correct?.Items ?? []).OfType<string>()
            .Concat(response.Mapping?.Entries.Select(e => e.Key).OfType<string>() ?? [])
            .Concat(item.Rules?.Descendants().Where(e => e.Name == "baseValue" && e["baseType"] is "string").Select(e => e.Text) ?? [])
            .Where(t => !string.IsNullOrWhiteSpace(t)).Distinct(StringComparer.Ordinal).Take(MostKeys),
    ];

    public static Found? Of(Part part)
    {
        var keys = Keys(part.Item, part.Response);
        var samples = keys.Concat(Hinted(part).Select(a => a.Text.Replace("*", "nn", StringComparison.Ordinal))).SelectMany(k => (string[])[k, k.ToUpperInvariant(), k.ToLowerInvariant(), k + "x"]).Append("zzz")
            .Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Select(t => new Sample(new TextResponse(t), [t])).ToList();
        List<TextAnswer> answers = [.. keys.Select(k => new TextAnswer(k, part.Fraction(k))).Where(a => a.Fraction != 0m)];
        return answers.Any(a => a.Fraction is < -1m or > 1m) ? null : part.First(Candidates(part, answers), samples);
    }

    private static IEnumerable<ShortText> Candidates(Part part, List<TextAnswer> answers)
    {
        var diacritics = part.Hint("diacritics") != "ignored";
        var wildcards = part.Hint("wildcards") == "true";
        if (Hinted(part) is { Count: > 0 } hinted)
        {
            yield return new ShortText { Prompt = part.Prompt, Answers = hinted, CaseSensitive = true, DiacriticsSensitive = diacritics, Wildcards = wildcards };
            yield return new ShortText { Prompt = part.Prompt, Answers = hinted, DiacriticsSensitive = diacritics, Wildcards = wildcards };
        }

        if (answers.Count == 0) yield break;
        yield return new ShortText { Prompt = part.Prompt, Answers = [.. answers.DistinctBy(a => a.Text.ToUpperInvariant())], DiacriticsSensitive = diacritics };
        yield return new ShortText { Prompt = part.Prompt, Answers = answers, CaseSensitive = true, DiacriticsSensitive = diacritics };
    }

    private static IReadOnlyList<TextAnswer> Hinted(Part part) => HintedAnswers.Of<TextAnswer>(part.Hint("answers"));
}

/// <summary>The answers as our writer noted them; empty where the note is none. They count only where the rules agree.</summary>
internal static class HintedAnswers
{
    private const int Longest = 50_000;

    public static IReadOnlyList<T> Of<T>(string? json) where T : class
    {
        if (json is null or { Length: > Longest }) return [];
        try
        {
            return AssessmentJson.Read<List<T?>>(json).OfType<T>().ToList();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}

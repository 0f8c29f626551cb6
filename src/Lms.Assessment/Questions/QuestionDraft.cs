using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions;

/// <summary>Bloom's levels as Anderson and Krathwohl revised them (2001).</summary>
public enum CognitiveLevel { Remember, Understand, Apply, Analyse, Evaluate, Create }

/// <summary>A question as its author edits it. Difficulty 1 easy, 2 medium, 3 hard.</summary>
public sealed record QuestionDraft(string Category, int Difficulty, string Outcome, QuestionDefinition Definition)
{
    /// <summary>Free words across categories; see <see cref="QuestionTags"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public CognitiveLevel? Level { get; init; }
    /// <summary>Where it was taken from: document, page, author.</summary>
    public string Source { get; init; } = "";
    /// <summary>The case study it belongs to: asked with it and its other questions, or not at all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? CaseKey { get; init; }
}

/// <summary>Tags as they are kept: single spaces, composed Unicode, none twice whatever the case.</summary>
public static class QuestionTags
{
    public const int Most = 20, Longest = 60;

    public static IReadOnlyList<string> Tidy(IEnumerable<string> tags) =>
        [.. tags.Select(t => string.Join(' ', t.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What was typed in one line, parted by commas or semicolons.</summary>
    public static IReadOnlyList<string> Split(string? typed) => Tidy((typed ?? "").Split([',', ';', '\n']));

    /// <summary>As many of a stranger's as may be kept, cut to length.</summary>
    public static IReadOnlyList<string> Fitting(IEnumerable<string> tags) =>
        [.. Tidy(tags.Select(t => t.Length > Longest ? t[..(char.IsHighSurrogate(t[Longest - 1]) ? Longest - 1 : Longest)] : t)).Take(Most)];
}

namespace Lms.Assessment.Questions.Comparing;

public enum ChangeKind { Changed, Added, Removed }

/// <summary>One value that two states of a question do not share.</summary>
/// <param name="List">The list of the question it stands in, "options", and which of it; null outside of any.</param>
/// <param name="Field">The property as stored, "text".</param>
/// <param name="Kind">Added and Removed tell of a whole row, an option or an answer, that only one of them has.</param>
/// <param name="Key">Whether it says what is right, or how it is counted.</param>
/// <param name="Pieces">Both values in one, word by word.</param>
public sealed record QuestionChange(string? List, string? Row, string Field, ChangeKind Kind, bool Key, IReadOnlyList<TextPiece> Pieces);

/// <summary>What has become of a question between two versions.</summary>
public static class QuestionComparison
{
    private static readonly HashSet<string> Decides = new(StringComparer.Ordinal)
    {
        "correct", "fraction", "scoring", "lowerBound", "upperBound", "right", "order", "value", "tolerance", "kind", "significantFigures", "formula", "unitRule", "unitPenalty", "caseSensitive",
        "diacriticsSensitive", "wildcards", "gaps", "weight", "coordinates", "shape", "missFraction", "valueSets", "minimum", "maximum", "perBase",
    };

    /// <summary>In the order of the later one; what is gone comes where it stood.</summary>
    public static IReadOnlyList<QuestionChange> Of(QuestionDraft before, QuestionDraft after)
    {
        var (old, now) = (QuestionParts.Of(before), QuestionParts.Of(after));
        var (oldAt, nowAt) = (Values(old), Values(now));
        var (oldRows, nowRows) = (Rows(old), Rows(now));
        var changes = new List<QuestionChange>();
        foreach (var part in now.Concat(old.Where(p => !nowAt.ContainsKey(p.Place))))
        {
            var (was, @is) = (oldAt.GetValueOrDefault(part.Place, ""), nowAt.GetValueOrDefault(part.Place, ""));
            if (was == @is) continue;
            var kind = part.List is null ? ChangeKind.Changed : !oldRows.Contains((part.List, part.Row)) ? ChangeKind.Added : !nowRows.Contains((part.List, part.Row)) ? ChangeKind.Removed : ChangeKind.Changed;
            changes.Add(new QuestionChange(part.List, part.Row, part.Field, kind, IsKey(part), WordDiff.Of(was, @is)));
        }

        return changes;
    }

    private static bool IsKey(QuestionPart part) => Decides.Contains(part.Field) || part is { List: "answers", Field: "text" };

    private static Dictionary<string, string> Values(List<QuestionPart> parts) => parts.GroupBy(p => p.Place, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    private static HashSet<(string?, string?)> Rows(List<QuestionPart> parts) => [.. parts.Select(p => (p.List, p.Row))];
}

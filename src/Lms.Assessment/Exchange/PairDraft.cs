using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange;

/// <summary>Pairs as files list them. A text that stands on the right twice is one item that serves twice; a pair with nothing on the left is a distractor.</summary>
internal static class PairDraft
{
    public static Matching Matching(string prompt, IReadOnlyList<(string Left, string Right)> pairs)
    {
        var right = pairs.Select(p => p.Right).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).Select((text, i) => new Item(ChoiceDraft.Id(i), text)).ToList();
        return new Matching
        {
            Prompt = prompt,
            Right = right,
            Left = [.. pairs.Where(p => p.Left.Length > 0).Select((p, i) => new MatchedItem($"{i + 1}", p.Left, right.Find(r => r.Text == p.Right)?.Id ?? ""))],
        };
    }

    /// <summary>Where an arrow divides a pair it has no escape of its own; in Markdown a backslash keeps it a text.</summary>
    public static string WithoutArrow(string text) => text.Replace("->", "-\\>", StringComparison.Ordinal);

    public static string WithArrow(string text) => text.Replace("-\\>", "->", StringComparison.Ordinal);

    public static IReadOnlyList<(string Left, string Right)> Of(Matching question) =>
    [
        .. question.Left.Select(l => (l.Text, question.Right.FirstOrDefault(r => r.Id == l.Right)?.Text ?? "")),
        .. question.Right.Where(r => question.Left.All(l => l.Right != r.Id)).Select(r => ("", r.Text)),
    ];
}

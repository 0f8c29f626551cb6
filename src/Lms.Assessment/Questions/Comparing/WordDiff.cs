using System.Text.RegularExpressions;

namespace Lms.Assessment.Questions.Comparing;

public enum PieceKind { Same, Removed, Added }

/// <summary>A run of words that both texts have, or only one of them.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>Two texts word by word, by their longest common subsequence (Wagner and Fischer 1974). White space belongs to the word before it.</summary>
internal static partial class WordDiff
{
    /// <summary>Beyond so many cells of the table the texts are told as removed and added whole: 16 MB, 2,000 words each.</summary>
    private const long MostCells = 4_000_000;

    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        if ((long)(a.Length + 1) * (b.Length + 1) > MostCells) return Joined([new(PieceKind.Removed, before), new(PieceKind.Added, after)]);
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var pieces = new List<TextPiece>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                pieces.Add(new(PieceKind.Same, a[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1])) pieces.Add(new(PieceKind.Removed, a[i++]));
            else pieces.Add(new(PieceKind.Added, b[j++]));
        }

        return Joined(pieces);
    }

    /// <summary>Neighbours of one kind as one piece; between two of the same kind what was removed comes before what was added.</summary>
    private static List<TextPiece> Joined(List<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        for (var i = 0; i < pieces.Count;)
        {
            var run = pieces.Skip(i).TakeWhile(p => (p.Kind == PieceKind.Same) == (pieces[i].Kind == PieceKind.Same)).ToList();
            joined.AddRange(run.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => new TextPiece(g.Key, string.Concat(g.Select(p => p.Text)))).Where(p => p.Text.Length > 0));
            i += run.Count;
        }

        return joined;
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\S+\s*|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

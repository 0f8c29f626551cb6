using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange.Gift;

/// <param name="Line">Of its first line, from 1.</param>
internal sealed record GiftBlock(int Line, string Text, string? Identifier, IReadOnlyList<string> Tags, string Points)
{
    public string Level { get; init; } = "";
    public string Outcome { get; init; } = "";
    public string Source { get; init; } = "";
}

/// <summary>Blank lines divide questions. One within braces does not, where the closing brace comes before the next question begins.</summary>
internal static partial class GiftBlocks
{
    public static IEnumerable<GiftBlock> Of(string text)
    {
        var lines = text.Split('\n');
        var kept = new List<string>();
        var (begin, identifier, tags, points, open) = (0, (string?)null, new List<string>(), "", false);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].TrimEnd() : "";
            if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                if (Id().Match(line) is { Success: true } id) identifier = Marked(id.Groups["id"].Value);
                tags.AddRange(Tag().Matches(line).SelectMany(t => t.Groups["tag"].Value.Split(',')).Select(Marked).Where(t => t.Length > 0));
                if (Points().Match(line) is { Success: true } worth) points = worth.Groups["points"].Value;
                foreach (Match mark in Own().Matches(line)) own[mark.Groups["name"].Value] = Marked(mark.Groups["value"].Value);
                line = " ";
                if (kept.Count == 0) continue;
            }
            else if (line.Trim().Length == 0 && (i == lines.Length || !open || !ClosesAhead(lines, i)))
            {
                if (kept.Count == 0) continue;
                yield return new GiftBlock(begin + 1, string.Join('\n', kept), identifier, tags, points)
                    { Level = own.GetValueOrDefault("level", ""), Outcome = own.GetValueOrDefault("outcome", ""), Source = own.GetValueOrDefault("source", "") };
                own.Clear();
                (kept, identifier, tags, points, open) = ([], null, [], "", false);
                continue;
            }

            if (kept.Count == 0) begin = i;
            kept.Add(line);
            foreach (var c in GiftText.Hide(line))
                if (c is '{' or '}') open = c == '{';
        }
    }

    /// <summary>What stands between brackets in a comment; a closing one within it is escaped, which GIFT itself does not know.</summary>
    private static string Marked(string text) => GiftText.Restore(GiftText.Hide(text.Replace("\\]", "]", StringComparison.Ordinal).Trim()));

    private static bool ClosesAhead(string[] lines, int from)
    {
        for (var i = from + 1; i < lines.Length && i < from + 10; i++)
        {
            var hidden = GiftText.Hide(lines[i]);
            var (opens, closes) = (hidden.IndexOf('{', StringComparison.Ordinal), hidden.IndexOf('}', StringComparison.Ordinal));
            if (closes >= 0) return opens < 0 || closes < opens;
            if (opens >= 0 || hidden.StartsWith("::", StringComparison.Ordinal) || hidden.StartsWith('$')) return false;
        }

        return false;
    }

    [GeneratedRegex(@"\[id:(?<id>(?:[^\]\\]|\\.)*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    /// <summary>GIFT has no points; we keep ours in a comment, which others pass over.</summary>
    [GeneratedRegex(@"\[points:(?<points>[0-9.,]{1,12})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Points();

    /// <summary>What else we keep that GIFT has no sign for.</summary>
    [GeneratedRegex(@"\[(?<name>level|outcome|source):(?<value>(?:[^\]\\]|\\.)*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    [GeneratedRegex(@"\[tags?:(?<tag>(?:[^\]\\]|\\.)*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}

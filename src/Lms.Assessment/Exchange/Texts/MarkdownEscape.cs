using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>Plain text as Markdown that reads the same. Only what would mean something gets a backslash: authors go on editing these texts.</summary>
internal static partial class MarkdownEscape
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(@"\`*_[<&~^=+");

    /// <summary>Whole plain text: its lines stay lines.</summary>
    public static string Text(string plain)
    {
        var lines = plain.Trim().Split('\n').Select(l => LineStart(Inline(l.Trim()))).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(lines[i]);
            if (i + 1 < lines.Length) text.Append(lines[i].Length > 0 && lines[i + 1].Length > 0 ? "  \n" : "\n");
        }

        return BlankLines().Replace(text.ToString(), "\n\n");
    }

    /// <summary>A run of text within a line.</summary>
    public static string Inline(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs)) return text;
        var (tildes, carets) = (text.AsSpan().Count('~'), text.AsSpan().Count('^'));
        var links = text.Contains("](", StringComparison.Ordinal) || text.Contains("]:", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length;)
        {
            var run = Run(text, i);
            var escape = text[i] switch
            {
                '\\' => i + run == text.Length || char.IsAsciiLetterOrDigit(text[i + run]) == false && text[i + run] < 128 && text[i + run] > ' ',
                '`' => true,
                '*' or '_' => Emphasises(text, i, run),
                '[' => links && !GapAhead(text, i),
                '<' => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'),
                '&' => Entity().IsMatch(text, i),
                '~' => tildes > run || run > 1,
                '^' => carets > run || run > 1,
                '=' or '+' => run == 2 && text.AsSpan(i + run).IndexOf(text.AsSpan(i, 2)) >= 0,
                _ => false,
            };
            for (var k = 0; k < run; k++)
            {
                if (escape) result.Append('\\');
                result.Append(text[i]);
            }

            i += run;
        }

        return result.ToString();
    }

    /// <summary>A line that would begin a heading, a list, a quotation or a rule.</summary>
    public static string LineStart(string line)
    {
        var match = BlockStart().Match(line);
        return match.Success ? line.Insert(match.Groups["mark"].Index + match.Groups["number"].Length, "\\") : line;
    }

    private static int Run(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] == text[at] && text[at] is '*' or '_' or '~' or '^' or '=' or '+') end++;
        return end - at;
    }

    private static bool Emphasises(string text, int at, int run)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + run == text.Length ? ' ' : text[at + run];
        if (at == 0 && at + run == text.Length) return true; // a rule, or part of what stands in the next element
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) return at == 0;
        return text[at] == '*' || !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }

    private static bool GapAhead(string text, int at) => GapMark().IsMatch(text, at) || (at > 0 && GapMark().IsMatch(text, at - 1));

    [GeneratedRegex(@"\G\[\[[0-9]{1,3}\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex GapMark();

    [GeneratedRegex(@"\G&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\s*(?<mark>#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+\s*$|(?<number>[0-9]{1,9})[.)](?=\s|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();
}

using System.Text;
using System.Text.RegularExpressions;
using static Lms.Assessment.Exchange.Qti.Rules.Expressions;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>Texts. patternMatch takes the regular expressions of XML Schema, which are anchored at both ends by themselves.</summary>
internal static class TextExpressions
{
    private const int LongestPattern = 2000;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);

    public static readonly Dictionary<string, Operator> All = new()
    {
        ["stringMatch"] = (n, s) => Words(n, s) is ({ } a, { } b) ? QtiValue.Of(n.Flag("substring", false) ? a.Contains(b, Comparison(n)) : string.Equals(a, b, Comparison(n))) : null,
        ["substring"] = (n, s) => Words(n, s) is ({ } a, { } b) ? QtiValue.Of(b.Contains(a, Comparison(n))) : null,
        ["patternMatch"] = (n, s) => Operands(n, s) is [{ Word: { } text }] ? Matches(Pattern(n["pattern"] ?? "", s), text) : null,
    };

    private static (string?, string?) Words(QtiNode node, QtiState state) => Operands(node, state) is [{ Word: { } a }, { Word: { } b }] ? (a, b) : (null, null);

    private static StringComparison Comparison(QtiNode node) => node.Flag("caseSensitive", true) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>A template may stand for the pattern as {name}.</summary>
    private static string Pattern(string pattern, QtiState state) =>
        pattern is ['{', .., '}'] && state.Variable(pattern[1..^1])?.Word is { } value ? value : pattern;

    /// <summary>NULL where the pattern is none, or takes too long.</summary>
    private static QtiValue? Matches(string pattern, string text)
    {
        if (pattern.Length > LongestPattern) return null;
        var translated = $@"\A(?:{Translated(pattern)})\z";
        try
        {
            return QtiValue.Of(Regex.IsMatch(text, translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, LongestMatch));
        }
        catch (NotSupportedException)
        {
            return Backtracking(translated, text);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return null;
        }
    }

    private static QtiValue? Backtracking(string translated, string text)
    {
        try
        {
            return QtiValue.Of(Regex.IsMatch(text, translated, RegexOptions.CultureInvariant, LongestMatch));
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>^ and $ are letters like any other in XML Schema; \i and \c are the characters of XML names; . ends at neither line end.</summary>
    private static string Translated(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var classes = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escaped(pattern[++i], classes > 0));
                continue;
            }

            if (c == '[') classes++;
            if (c == ']' && classes > 0) classes--;
            result.Append((c, classes) switch
            {
                ('^', 0) => @"\^",
                ('$', 0) => @"\$",
                ('.', 0) => @"[^\r\n]",
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }

    private static string Escaped(char letter, bool inClass) => letter switch
    {
        'i' => inClass ? @"\p{L}_:" : @"[\p{L}_:]",
        'c' => inClass ? @"\p{L}\p{Nd}\p{M}._:\-" : @"[\p{L}\p{Nd}\p{M}._:\-]",
        'I' when !inClass => @"[^\p{L}_:]",
        'C' when !inClass => @"[^\p{L}\p{Nd}\p{M}._:\-]",
        'w' when !inClass => @"[^\p{P}\p{Z}\p{C}]",
        'W' when !inClass => @"[\p{P}\p{Z}\p{C}]",
        's' => inClass ? @" \t\n\r" : @"[ \t\n\r]",
        'S' when !inClass => @"[^ \t\n\r]",
        _ => $@"\{letter}",
    };
}

using System.Text;

namespace Lms.Assessment.Exchange.Gift;

/// <summary>
/// GIFT's backslash escapes. While a question is taken apart, an escaped character stands as one that no text is written
/// with, so that only the bare ones divide.
/// </summary>
internal static class GiftText
{
    private const string Escaped = ":#={}~\\n", Placeholders = "\uE0F0\uE0F1\uE0F2\uE0F3\uE0F4\uE0F5\uE0F6\uE0F7";

    public static string Hide(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var at = text[i] == '\\' && i + 1 < text.Length ? Escaped.IndexOf(text[i + 1], StringComparison.Ordinal) : -1;
            if (at >= 0) i++;
            result.Append(at >= 0 ? Placeholders[at] : Placeholders.Contains(text[i]) ? '\uFFFD' : text[i]);
        }

        return result.ToString();
    }

    public static string Restore(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uE0F0', '\uE0F7') < 0) return text;
        var result = new StringBuilder(text);
        for (var i = 0; i < Placeholders.Length; i++) result.Replace(Placeholders[i], Escaped[i] == 'n' ? '\n' : Escaped[i]);
        return result.ToString();
    }

    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '\n') result.Append("\\n");
            else if (c is ':' or '#' or '=' or '{' or '}' or '~' or '\\') result.Append('\\').Append(c);
            else if (c != '\r') result.Append(c);
        }

        return result.ToString();
    }
}

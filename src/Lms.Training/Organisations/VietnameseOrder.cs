using System.Text;

namespace Lms.Training.Organisations;

/// <summary>
/// A key that sorts as a Vietnamese dictionary does: a ă â b c d đ e ê …, the tones (ngang, huyền, hỏi, ngã, sắc, nặng)
/// only between syllables of the same letters, case never, numbers by value. It is made of digits, two for each letter,
/// because digits are what every collation of every database agrees on; a Vietnamese collation is not to be had on all of them.
/// </summary>
internal static class VietnameseOrder
{
    public const int LongestKey = 400;

    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const int EndOfWord = 0, FirstDigit = 1, FirstLetter = 11, ForeignLetter = 99;

    /// <summary>Names sort by the given name, which is the last word, then by the family name, which is the first, then by those between.</summary>
    public static string KeyOfName(string fullName) => Words(fullName) is [.. var before, var given] ? Key([given, .. before]) : "";

    public static string KeyOfText(string text) => Key(Words(text));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Key(IEnumerable<string> words)
    {
        var key = new StringBuilder();
        foreach (var word in words) AppendWord(key, word);
        return key.Length > LongestKey ? key.ToString(0, LongestKey) : key.ToString();
    }

    private static void AppendWord(StringBuilder key, string word)
    {
        var letters = new List<char>();
        var tone = 0;
        foreach (var c in word.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (Tones.IndexOf(c) is >= 0 and var mark) tone = mark + 1;
            else if (char.IsLetterOrDigit(c)) letters.Add(c);
            else if (letters.Count > 0) letters[^1] = WithMark(letters[^1], c);
        }

        for (var i = 0; i < letters.Count;)
        {
            if (char.IsAsciiDigit(letters[i])) i = AppendNumber(key, letters, i);
            else AppendCode(key, CodeOf(letters[i++]));
        }

        AppendCode(key, EndOfWord);
        key.Append(tone);
    }

    private static int AppendNumber(StringBuilder key, List<char> letters, int start)
    {
        var end = start;
        while (end < letters.Count && char.IsAsciiDigit(letters[end])) end++;
        while (start < end - 1 && letters[start] == '0') start++;
        // The length first: quận 2 comes before quận 10.
        AppendCode(key, Math.Min(end - start, FirstLetter - 1));
        for (; start < end; start++) AppendCode(key, FirstDigit + letters[start] - '0');
        return end;
    }

    private static int CodeOf(char letter) => Alphabet.IndexOf(letter) is >= 0 and var place ? FirstLetter + place : ForeignLetter;

    private static char WithMark(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0306') => 'ă',
        ('a', '\u0302') => 'â',
        ('e', '\u0302') => 'ê',
        ('o', '\u0302') => 'ô',
        ('o', '\u031B') => 'ơ',
        ('u', '\u031B') => 'ư',
        _ => letter,
    };

    private static void AppendCode(StringBuilder key, int code) => key.Append((char)('0' + code / 10)).Append((char)('0' + code % 10));
}

using System.Globalization;
using System.Text;

namespace Lms.Assessment.Scoring;

/// <summary>
/// Brings two spellings of one answer to one text. Vietnamese arrives composed and decomposed, and with the tone mark
/// in either of its two accepted places ("hòa" and "hoà"): those are never a matter of right or wrong. Not the folding that
/// searches use: a search may be improved at any time, while a score has to come out as it did.
/// </summary>
internal static class AnswerText
{
    /// <summary>The tone of an open syllable in oa, oe, uy: the newer place and the older one. Both schools are in print.</summary>
    private static readonly Dictionary<string, string> OlderTonePlace = new(StringComparer.Ordinal)
    {
        ["oà"] = "òa", ["oá"] = "óa", ["oả"] = "ỏa", ["oã"] = "õa", ["oạ"] = "ọa",
        ["oè"] = "òe", ["oé"] = "óe", ["oẻ"] = "ỏe", ["oẽ"] = "õe", ["oẹ"] = "ọe",
        ["uỳ"] = "ùy", ["uý"] = "úy", ["uỷ"] = "ủy", ["uỹ"] = "ũy", ["uỵ"] = "ụy",
    };

    /// <summary>
    /// NFC, trimmed, runs of white space as one space, invisible format characters dropped; then, as far as the question
    /// does not insist on them, lower case and without diacritics (đ becomes d).
    /// </summary>
    public static string Normalise(string text, bool caseSensitive, bool diacriticsSensitive)
    {
        var spaced = SingleSpaced(text.Normalize(NormalizationForm.FormC));
        var cased = caseSensitive ? spaced : spaced.ToLowerInvariant();
        return diacriticsSensitive ? WithOlderTonePlace(cased) : WithoutDiacritics(cased);
    }

    private static string SingleSpaced(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                result.Append(c);
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    private static string WithoutDiacritics(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            result.Append(c switch { 'đ' => 'd', 'Đ' => 'D', _ => c });
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string WithOlderTonePlace(string text)
    {
        if (text.Length < 2) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var endsSyllable = i + 2 == text.Length || (i + 2 < text.Length && !char.IsLetter(text[i + 2]));
            if (endsSyllable && OlderTonePlace.TryGetValue(text.Substring(i, 2), out var older))
            {
                result.Append(older);
                i++;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}

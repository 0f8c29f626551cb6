using System.Text;

namespace Lms.Certificates;

internal static class PrintedText
{
    /// <summary>
    /// Text as it is stored and printed: composed (NFC), because a diacritic that arrives as a letter of its own
    /// would be drawn beside its vowel, and with single spaces, because names come from spreadsheets.
    /// </summary>
    public static string Clean(string? text)
    {
        var spaced = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Half a surrogate pair cannot be normalised; it stays, and is refused as unprintable.
        return spaced.Any(char.IsSurrogate) ? spaced : spaced.Normalize(NormalizationForm.FormC);
    }

    public static string? CleanOrNull(string? text) => Clean(text) is { Length: > 0 } cleaned ? cleaned : null;
}

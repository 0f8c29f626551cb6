using System.Text;

namespace Lms.Training;

/// <summary>Text as it comes from forms and spreadsheets, made fit to keep: composed (NFC), one line, single spaces.</summary>
internal static class OneLine
{
    public static string Of(string? text) => string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormC)
        .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static bool AnyLongerThan(int longest, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (text?.Length > longest) return true;
        return false;
    }
}

using System.Globalization;
using System.Text;

namespace Lms.Data;

/// <summary>
/// Lower case without diacritics, đ as d, apostrophes dropped: "nguyen thi duong" finds Nguyễn Thị Dương on every
/// database, whatever its collation.
/// </summary>
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or 'ʼ') continue;
            folded.Append(char.ToLowerInvariant(c) switch { 'đ' => 'd', 'ƀ' => 'b', var letter => letter });
        }
        return folded.ToString();
    }

    /// <summary>The words of a search; a row is found that holds every one of them.</summary>
    public static string[] Words(string? search) => Of(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

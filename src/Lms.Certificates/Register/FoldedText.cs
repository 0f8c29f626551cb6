using System.Globalization;
using System.Text;

namespace Lms.Certificates.Register;

/// <summary>
/// Lower case without diacritics, đ as d, apostrophes dropped: "nguyen thi duong" finds Nguyễn Thị Dương on every
/// database, whatever its collation.
/// </summary>
internal static class FoldedText
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
}

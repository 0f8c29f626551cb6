using System.Globalization;
using System.Text;

namespace Lms.Web.Features.Authoring;

/// <summary>Finding without regard to case and diacritics: "cong tac" finds "Công tác", "duong" finds "Đường".</summary>
internal static class SearchText
{
    /// <summary>Every word of the search occurs; an empty search finds all.</summary>
    public static bool Matches(string text, string? search) =>
        string.IsNullOrWhiteSpace(search) || Folded(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Folded(text).Contains);

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace('đ', 'd');
}

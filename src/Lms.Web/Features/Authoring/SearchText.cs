using Lms.Data;

namespace Lms.Web.Features.Authoring;

/// <summary>Finding in lists that come whole from a face.</summary>
internal static class SearchText
{
    /// <summary>Every word of the search occurs, without regard to case and diacritics; an empty search finds all.</summary>
    public static bool Matches(string text, string? search)
    {
        var folded = FoldedText.Of(text);
        return FoldedText.Words(search).All(folded.Contains);
    }
}

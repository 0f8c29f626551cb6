using Lms.Content.Media;
using Lms.Web.Theming;

namespace Lms.Web.Features.Authoring.Media;

public enum MediaKind { Image, Video, Captions, Paper }

/// <param name="Owner">Whose files are shown; null: the department's, which every author may use.</param>
/// <param name="MayUpload">Department files are read by all, but added to by those who write for it.</param>
public sealed record MediaLibraryPage(
    IReadOnlyList<MediaFile> Files, OwnerList Owners, Guid? Owner, MediaKind? Kind, string? Search, bool MayUpload, Pager Pager)
{
    public static MediaKind KindOf(MediaFile file) => file.ContentType switch
    {
        "text/vtt" => MediaKind.Captions,
        var type when type.StartsWith("image/", StringComparison.Ordinal) => MediaKind.Image,
        var type when type.StartsWith("video/", StringComparison.Ordinal) => MediaKind.Video,
        _ => MediaKind.Paper,
    };
}

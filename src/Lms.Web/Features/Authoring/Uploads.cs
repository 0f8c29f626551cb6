using Lms.Content.Media;

namespace Lms.Web.Features.Authoring;

internal static class Uploads
{
    /// <summary>Bytes. Above the library's own limit, so that a file somewhat too large is refused in words and not by a cut connection.</summary>
    public const long LargestRequest = 3 * MediaLibrary.LargestFile;

    /// <summary>For the file dialogs; what is taken is decided by the bytes.</summary>
    public const string Images = "image/png,image/jpeg,image/webp,image/gif", Videos = "video/mp4,video/webm", Captions = ".vtt",
        Papers = ".pdf,.docx,.xlsx,.pptx", Everything = $"{Images},{Videos},{Captions},{Papers}";
}

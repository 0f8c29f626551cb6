namespace Lms.Web.Features.Media;

using Lms.Content.Media;
using Lms.Web.Theming;

/// <summary>How pages speak of files of the media library.</summary>
public static class MediaAddress
{
    extension(MediaFile file)
    {
        public string Address => $"/media/{file.Code}/{Uri.EscapeDataString(file.FileName)}";

        public string SizeText => file.Length.SizeText;

        /// <summary>"PDF", "DOCX": what people call the type.</summary>
        public string KindText => Path.GetExtension(file.FileName).TrimStart('.').ToUpperInvariant();
    }
}

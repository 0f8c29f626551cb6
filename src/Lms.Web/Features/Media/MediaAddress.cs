namespace Lms.Web.Features.Media;

using System.Globalization;
using Lms.Content.Media;

/// <summary>How pages speak of files of the media library.</summary>
public static class MediaAddress
{
    extension(MediaFile file)
    {
        public string Address => $"/media/{file.Code}/{Uri.EscapeDataString(file.FileName)}";

        /// <summary>"1,4 MB", in powers of ten as phones count them.</summary>
        public string SizeText => file.Length switch
        {
            < 1_000 => $"{file.Length} B",
            < 1_000_000 => string.Create(CultureInfo.CurrentCulture, $"{file.Length / 1_000m:0} KB"),
            _ => string.Create(CultureInfo.CurrentCulture, $"{file.Length / 1_000_000m:0.#} MB"),
        };

        /// <summary>"PDF", "DOCX": what people call the type.</summary>
        public string KindText => Path.GetExtension(file.FileName).TrimStart('.').ToUpperInvariant();
    }
}

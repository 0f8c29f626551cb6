namespace Lms.Web.Theming;

using System.Globalization;

internal static class ByteSize
{
    extension(long bytes)
    {
        /// <summary>"1,4 MB", in powers of ten as phones count them.</summary>
        public string SizeText => bytes switch
        {
            < 1_000 => $"{bytes} B",
            < 1_000_000 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1_000m:0} KB"),
            _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1_000_000m:0.#} MB"),
        };
    }
}

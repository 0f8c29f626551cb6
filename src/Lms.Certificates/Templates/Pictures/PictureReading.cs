namespace Lms.Certificates.Templates.Pictures;

public enum PictureOutcome { Taken, TooLarge, TooManyPixels, NotSupported, Damaged }

/// <param name="Key">What a design names it by; null where it was refused.</param>
public sealed record PictureResult(PictureOutcome Outcome, string? Key);

/// <summary>
/// PNG and JPEG files of strangers, made into what a PDF holds. Nothing but the picture itself is kept: no place or camera
/// that a photograph names, no comment, no transparency.
/// </summary>
internal static class PictureReading
{
    /// <summary>A page of A4 at 300 dots an inch has 8.7 million.</summary>
    public const int LargestFile = 4 * 1024 * 1024, MostPixels = 12_000_000, LongestSide = 6000;

    public static PictureOutcome Read(byte[] file, out PdfPicture? picture)
    {
        picture = null;
        if (file.Length > LargestFile) return PictureOutcome.TooLarge;
        try
        {
            return file.AsSpan().StartsWith(PngFile.Signature) ? PngFile.Read(file, out picture)
                : file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegFile.Read(file, out picture) : PictureOutcome.NotSupported;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidDataException or IOException)
        {
            // Lengths that point outside of the file, data that do not unpack or end too soon.
            picture = null;
            return PictureOutcome.Damaged;
        }
    }

    public static bool HasTooManyPixels(int width, int height) => width > LongestSide || height > LongestSide || (long)width * height > MostPixels;
}

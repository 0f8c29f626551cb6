using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Templates.Pictures;

/// <summary>A picture as a PDF holds it (ISO 32000-1, 8.9.5): eight bits a channel, without transparency.</summary>
/// <param name="Channels">1: grey, 3: red, green, blue.</param>
/// <param name="Data">A whole JPEG file, or rows of samples packed with Flate.</param>
internal sealed record PdfPicture(int Width, int Height, int Channels, bool IsJpeg, byte[] Data)
{
    public int Write(PdfFile pdf) => pdf.AddStream(
        $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /{(Channels == 1 ? "DeviceGray" : "DeviceRGB")} /BitsPerComponent 8 /Filter /{(IsJpeg ? "DCTDecode" : "FlateDecode")}",
        Data, Packing.None);
}

using System.Buffers.Binary;

namespace Lms.Certificates.Templates.Pictures;

/// <summary>JPEG (ITU-T T.81) goes into a PDF as it is, less its remarks: what photographs say about place and camera is nobody's business.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA, AdobeMarker = 0xEE, JfifMarker = 0xE0, Comment = 0xFE;

    public static PictureOutcome Read(byte[] file, out PdfPicture? picture)
    {
        picture = null;
        var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, 2);
        (int Width, int Height, int Channels)? frame = null;
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF) return PictureOutcome.Damaged;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            int length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)), end = at + 2 + length;
            if (length < 2 || end > file.Length) return PictureOutcome.Damaged;
            // Baseline, extended and progressive; C4, C8 and CC are no frames, and the others are rare kinds that printers do not know.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                if (file[at + 4] != 8) return PictureOutcome.NotSupported;
                frame = (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 5)), file[at + 9]);
            }
            else if (marker is >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return PictureOutcome.NotSupported;

            if (marker is not (>= 0xE0 and <= 0xEF or Comment) || marker is JfifMarker or AdobeMarker) kept.Write(file, at, end - at);
            if (marker == StartOfScan)
            {
                // From here to the end: entropy-coded data with its restart marks, and further scans of progressive pictures.
                kept.Write(file, end, file.Length - end);
                return Taken(frame, kept.ToArray(), out picture);
            }
            at = end;
        }
        return PictureOutcome.Damaged;
    }

    private static PictureOutcome Taken((int Width, int Height, int Channels)? frame, byte[] data, out PdfPicture? picture)
    {
        picture = null;
        if (frame is not { Width: > 0, Height: > 0 } found) return PictureOutcome.Damaged;
        if (PictureReading.HasTooManyPixels(found.Width, found.Height)) return PictureOutcome.TooManyPixels;
        // Four channels are inks, which would have to be turned into red, green and blue.
        if (found.Channels is not (1 or 3)) return PictureOutcome.NotSupported;
        picture = new PdfPicture(found.Width, found.Height, found.Channels, true, data);
        return PictureOutcome.Taken;
    }
}

using System.Globalization;
using System.Text;
using Lms.Certificates.Pdf.Fonts;

namespace Lms.Certificates.Pdf.Inspection;

/// <summary>
/// The text of pages as <see cref="PageSheet"/> sets them, with our glyphs: to name what somebody changed in a document, never to
/// believe it. Fonts of others have other glyphs, so a page that was rewritten gives nothing or nonsense.
/// </summary>
internal static class PageText
{
    private const int MostLines = 500, LongestLine = 2000;

    public static List<string> Of(IReadOnlyList<PdfStream> streams)
    {
        List<string> lines = [];
        foreach (var stream in streams.Where(s => s.Content.AsSpan().IndexOf("> Tj"u8) >= 0)) Read(Encoding.Latin1.GetString(stream.Content), lines);
        return lines;
    }

    private static void Read(string content, List<string> lines)
    {
        FontFace? face = null;
        var text = new StringBuilder();
        foreach (var part in content.AsSpan().EnumerateLines())
        {
            if (lines.Count >= MostLines) return;
            var line = part.Trim();
            if (line.EndsWith(" Tf") && line.StartsWith("/F") && line.Length > 3) face = line[2] - '0' is var font and >= 0 && font < Faces.Fonts.Count && line[3] == ' ' ? Faces.Of((TextFont)font) : null;
            else if (line.EndsWith("> Tj") && face is not null) Glyphs(line[(line.LastIndexOf('<') + 1)..^4], face, text);
            else if (line is "ET")
            {
                if (text.Length > 0) lines.Add(text.ToString().Normalize());
                text.Clear();
            }
        }
    }

    private static void Glyphs(ReadOnlySpan<char> hex, FontFace face, StringBuilder text)
    {
        for (; hex.Length >= 4 && text.Length < LongestLine; hex = hex[4..])
            if (int.TryParse(hex[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var glyph) && face.Character(glyph) is { } character) text.Append(character);
    }
}

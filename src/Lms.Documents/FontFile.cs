namespace Lms.Documents;

/// <summary>The bytes of an embedded font: BeVietnamPro-Regular, BeVietnamPro-SemiBold, NotoSerif-Regular, NotoSerif-Bold, NotoSerif-Italic.</summary>
public static class FontFile
{
    /// <returns>A TrueType file; null where there is no such face.</returns>
    public static byte[]? Read(string faceName)
    {
        using var font = typeof(FontFile).Assembly.GetManifestResourceStream($"Lms.Documents.Fonts.{faceName}.ttf");
        if (font is null) return null;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}

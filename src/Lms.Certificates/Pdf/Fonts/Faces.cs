using System.Text.Json.Serialization;
using Lms.Documents;

namespace Lms.Certificates.Pdf.Fonts;

/// <summary>Noto Serif for facts, because it alone has every letter that a name may have; Be Vietnam Pro for labels.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextFont>))]
public enum TextFont { Serif, SerifBold, SerifItalic, Sans, SansSemiBold }

internal static class Faces
{
    private static readonly FontFace[] All = [Read("NotoSerif-Regular"), Read("NotoSerif-Bold"), Read("NotoSerif-Italic"), Read("BeVietnamPro-Regular"), Read("BeVietnamPro-SemiBold")];

    public static FontFace Of(TextFont font) => All[(int)font];

    /// <summary>What a font is called in the resources of a page.</summary>
    public static string Resource(TextFont font) => $"/F{(int)font}";

    public static IReadOnlyList<TextFont> Fonts { get; } = Enum.GetValues<TextFont>();

    private static FontFace Read(string name) => new(name, FontFile.Read(name) ?? throw new InvalidOperationException($"The font {name} is not embedded."));
}

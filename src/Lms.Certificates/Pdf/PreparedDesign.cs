using System.Globalization;
using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Pdf.Writing;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;

namespace Lms.Certificates.Pdf;

/// <summary>
/// A template's design with all that its certificates have in common, made once: fonts, colour profile, ornament and pictures as
/// the finished beginning of a file, and every text taken apart.
/// </summary>
internal sealed class PreparedDesign
{
    public const double Millimetre = 72 / 25.4;

    /// <param name="pictures">By key, all that the design names.</param>
    /// <exception cref="FormatException">A text whose brackets do not match: <see cref="DesignRules"/> finds it first.</exception>
    public PreparedDesign(TemplateDesign design, IReadOnlyDictionary<string, PdfPicture> pictures)
    {
        Design = design;
        (Width, Height) = (design.Width * Millimetre, design.Height * Millimetre);
        Fields = [.. design.Fields.Select(field => new PreparedField(field))];

        var pdf = new PdfFile();
        var fonts = design.Fields.SelectMany(FontsOf).Distinct().Order().Select(font => $"{Faces.Resource(font)} {FontObjects.Write(pdf, Faces.Of(font))} 0 R");
        Resources = $"/Font << {string.Join(' ', fonts)} >>";
        Profile = pdf.AddStream("/N 3 /Alternate /DeviceRGB", ColourProfile.SRgb(), Packing.Smallest);

        Dictionary<string, string> names = [];
        foreach (var key in design.Fields.Select(f => f.Picture).Append(design.Background).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            names[key] = $"/P{names.Count.ToString(CultureInfo.InvariantCulture)}";
        Pictures = names;
        if (names.Count > 0) Resources += $" /XObject << {string.Join(' ', names.Select(p => $"{p.Value} {pictures[p.Key].Write(pdf)} 0 R"))} >>";

        if ((Ornament.Draw(design.Ground, Width, Height) ?? Background(design)) is { } ground) Ground = pdf.AddStream("", ground, Packing.Smallest);
        Start = pdf.ToStart();
    }

    public TemplateDesign Design { get; }
    /// <summary>In points.</summary>
    public double Width { get; }
    public double Height { get; }
    public IReadOnlyList<PreparedField> Fields { get; }
    public PdfFile.Start Start { get; }
    /// <summary>The entries of a page's resources.</summary>
    public string Resources { get; }
    public int Profile { get; }
    /// <summary>The content beneath everything.</summary>
    public int? Ground { get; }
    /// <summary>What a picture is called in the resources.</summary>
    public IReadOnlyDictionary<string, string> Pictures { get; }

    private byte[]? Background(TemplateDesign design) => design.Background is not { } key ? null
        : new PathWriter().Raw($"/Artifact BMC q {PdfText.Number(Width)} 0 0 {PdfText.Number(Height)} 0 0 cm {Pictures[key]} Do Q EMC").ToBytes();

    private static IEnumerable<TextFont> FontsOf(TemplateField field) => field.Kind switch
    {
        FieldKind.Text => [field.Font],
        FieldKind.Fact => [field.Font, PreparedField.LabelFont, PreparedField.LabelEnglishFont, PreparedField.EnglishFont],
        FieldKind.Rule or FieldKind.Divider or FieldKind.FrontCode or FieldKind.OfflineCode or FieldKind.Emblem => [],
    };
}

/// <summary>A field with its texts taken apart and its colour as a number.</summary>
internal sealed class PreparedField(TemplateField field)
{
    public const TextFont LabelFont = TextFont.SansSemiBold, LabelEnglishFont = TextFont.Sans, EnglishFont = TextFont.SerifItalic;

    public TemplateField Field { get; } = field;
    public FieldText Text { get; } = Parsed(field.Text);
    public FieldText Label { get; } = Parsed(field.Label);
    public FieldText English { get; } = Parsed(field.English);
    public int Color { get; } = ColorOf(field.Color);

    /// <exception cref="FormatException">Not as #RRGGBB.</exception>
    public static int ColorOf(string color) =>
        color.Length == 7 && color[0] == '#' ? int.Parse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : throw new FormatException(color);

    private static FieldText Parsed(string text) => FieldText.Parse(text) ?? throw new FormatException(text);
}

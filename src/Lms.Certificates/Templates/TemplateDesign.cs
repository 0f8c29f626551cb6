using System.Text.Json.Serialization;
using Lms.Certificates.Pdf.Fonts;

namespace Lms.Certificates.Templates;

[JsonConverter(typeof(JsonStringEnumConverter<PaperShape>))]
public enum PaperShape { Landscape, Portrait }

/// <summary>What is drawn beneath everything: nothing, one of ours, or the picture of <see cref="TemplateDesign.Background"/> over the whole page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ground>))]
public enum Ground { Plain, Lotus, Modern, Picture }

/// <summary>
/// <see cref="FrontCode"/>: the address of the public page (carrier A). <see cref="OfflineCode"/>: the signed facts (carrier B).
/// <see cref="Fact"/>: a small label above a text. <see cref="Emblem"/>: the issuer's own picture, or nothing.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind { Text, Fact, Rule, Divider, FrontCode, OfflineCode, Emblem }

[JsonConverter(typeof(JsonStringEnumConverter<TextAlign>))]
public enum TextAlign { Left, Centre, Right }

/// <summary>Where in its box a text stands that needs less than all of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextPlace>))]
public enum TextPlace { Top, Middle, Bottom }

/// <summary>What a field is to those who hear the page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StructureTag>))]
public enum StructureTag { P, H1, H2 }

/// <summary>A page of A4 as data. Lengths in millimetres from the upper left corner, sizes of letters in points, colours as #RRGGBB.</summary>
/// <param name="Background">Key of a stored picture; only with <see cref="Ground.Picture"/>.</param>
/// <param name="Accent">Of labels; the English beside them is in <paramref name="Muted"/>.</param>
/// <param name="Fields">In the order in which the page is read aloud.</param>
public sealed record TemplateDesign(PaperShape Shape, Ground Ground, string? Background, string Accent, string Muted, IReadOnlyList<TemplateField> Fields)
{
    private const double LongSide = 297, ShortSide = 210;

    [JsonIgnore] public double Width => Shape == PaperShape.Landscape ? LongSide : ShortSide;
    [JsonIgnore] public double Height => Shape == PaperShape.Landscape ? ShortSide : LongSide;
}

/// <summary>
/// Something placed on the page. <see cref="Text"/> may hold facts, {HolderName}; English words in a Vietnamese text, {en:Course};
/// and parts in square brackets that are left out where a fact in them is empty. A fact outside of brackets must not be empty:
/// issuing refuses and names the field. An Emblem's text is what is said to those who do not see it.
/// </summary>
public sealed record TemplateField
{
    /// <summary>For people: what the editor and a refusal call it.</summary>
    public required string Name { get; init; }
    public FieldKind Kind { get; init; }
    public double X { get; init; }
    public double Y { get; init; }
    public double Width { get; init; }
    public double Height { get; init; }
    public string Text { get; init; } = "";
    /// <summary>Of a <see cref="FieldKind.Fact"/>.</summary>
    public string Label { get; init; } = "";
    /// <summary>Of a <see cref="FieldKind.Fact"/>: the same in English beneath the text.</summary>
    public string English { get; init; } = "";
    public TextFont Font { get; init; }
    public double Size { get; init; } = 11;
    /// <summary>The size once the text is broken into lines; 0: as <see cref="Size"/>.</summary>
    public double SizeWhenBroken { get; init; }
    /// <summary>A text shrinks to this size before it is broken into lines; 0: it is never broken while it fits at its own size.</summary>
    public double Floor { get; init; }
    public int MaxLines { get; init; } = 1;
    public string Color { get; init; } = "#1D2B2E";
    public TextAlign Align { get; init; }
    public TextPlace Place { get; init; }
    public StructureTag Tag { get; init; }
    /// <summary>Of the whole text: vi or en.</summary>
    public string Language { get; init; } = "vi";
    /// <summary>The text leads to the certificate's public page on a screen.</summary>
    public bool IsLink { get; init; }
    /// <summary>Key of an <see cref="FieldKind.Emblem"/>'s stored picture; null: the place stays empty.</summary>
    public string? Picture { get; init; }
}

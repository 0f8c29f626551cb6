namespace Lms.Assessment.Questions.Types;

public enum AreaShape
{
    /// <summary>left, top, right, bottom</summary>
    Rectangle,
    /// <summary>centre x, centre y, radius</summary>
    Circle,
    /// <summary>x1, y1, x2, y2 …, closed by itself</summary>
    Polygon,
    /// <summary>centre x, centre y, horizontal radius, vertical radius</summary>
    Ellipse,
    /// <summary>The whole image; no numbers.</summary>
    Everywhere,
}

/// <param name="Label">What is there, in words: who cannot see the image chooses by it.</param>
/// <param name="Coordinates">Pixels of the image in its own size, in the order the shape says.</param>
/// <param name="Fraction">What a point inside earns, once however many points fall there.</param>
public sealed record HotspotArea(string Id, string Label, AreaShape Shape, IReadOnlyList<int> Coordinates, decimal Fraction);

/// <summary>Points are set on an image. The fraction is the sum of the areas hit, and of the misses, within 0 to 1.</summary>
public sealed record Hotspot : QuestionDefinition
{
    /// <summary>Address of the image, "/media/…".</summary>
    public required string Image { get; init; }
    /// <summary>What the image shows, in words.</summary>
    public string ImageText { get; init; } = "";
    public required IReadOnlyList<HotspotArea> Areas { get; init; }
    public int MostPoints { get; init; } = 1;
    /// <summary>What a point outside every area earns, 0 or less.</summary>
    public decimal MissFraction { get; init; }
}

using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

/// <summary>The point set by who chooses an area by its label instead of pointing at it.</summary>
internal static class PointInArea
{
    private const int Steps = 24;

    /// <summary>The same at every call. Inside no other area where there is such a point, so that a label stands for its own area alone.</summary>
    public static ImagePoint Of(HotspotArea area, IReadOnlyList<HotspotArea> all)
    {
        var others = all.Where(o => o.Id != area.Id && o.Shape != AreaShape.Everywhere).ToList();
        ImagePoint? inside = null;
        foreach (var point in Candidates(area))
        {
            if (!HotspotScoring.Contains(area, point)) continue;
            if (!others.Any(o => HotspotScoring.Contains(o, point))) return point;
            inside ??= point;
        }

        return inside ?? new ImagePoint(area.Coordinates[0], area.Coordinates[1]);
    }

    /// <summary>The middle of the frame around the area, a grid over it, its corners.</summary>
    private static IEnumerable<ImagePoint> Candidates(HotspotArea area)
    {
        var (left, top, right, bottom) = Frame(area);
        yield return new((left + right) / 2, (top + bottom) / 2);
        for (var row = 1; row < Steps; row++)
            for (var column = 1; column < Steps; column++)
                yield return new(left + (right - left) * column / Steps, top + (bottom - top) * row / Steps);
        if (area.Shape != AreaShape.Polygon) yield break;
        for (var i = 0; i + 1 < area.Coordinates.Count; i += 2) yield return new(area.Coordinates[i], area.Coordinates[i + 1]);
    }

    private static (int Left, int Top, int Right, int Bottom) Frame(HotspotArea area) => (area.Shape, area.Coordinates) switch
    {
        (AreaShape.Rectangle, [var left, var top, var right, var bottom]) => (left, top, right, bottom),
        (AreaShape.Circle, [var x, var y, var radius]) => (Math.Max(0, x - radius), Math.Max(0, y - radius), x + radius, y + radius),
        (AreaShape.Ellipse, [var x, var y, var h, var v]) => (Math.Max(0, x - h), Math.Max(0, y - v), x + h, y + v),
        (AreaShape.Polygon, { Count: >= 2 } c) => (Along(c, 0).Min(), Along(c, 1).Min(), Along(c, 0).Max(), Along(c, 1).Max()),
        _ => (0, 0, 2 * Steps, 2 * Steps),
    };

    private static IEnumerable<int> Along(IReadOnlyList<int> coordinates, int axis) => coordinates.Where((_, i) => i % 2 == axis);
}

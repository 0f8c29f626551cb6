using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class HotspotScoring
{
    public static Mark Score(Hotspot question, PointsResponse given)
    {
        var parts = new List<MarkPart>();
        var hit = new HashSet<string>(StringComparer.Ordinal);
        foreach (var point in given.Points.Distinct().Take(question.MostPoints))
        {
            var inside = question.Areas.Where(a => Contains(a, point)).ToList();
            if (inside.Count == 0) parts.Add(new MarkPart(MarkRule.PointMissed, "", question.MissFraction, $"{point.X}, {point.Y}"));
            foreach (var area in inside.Where(a => hit.Add(a.Id)))
                parts.Add(new MarkPart(MarkRule.AreaHit, area.Label, area.Fraction, $"{point.X}, {point.Y}"));
        }

        foreach (var area in question.Areas.Where(a => a.Fraction > 0m && !hit.Contains(a.Id))) parts.Add(new MarkPart(MarkRule.AreaMissed, area.Label, 0m));
        var sum = parts.Sum(p => p.Fraction);
        return Mark.Of(Bounded.Between(sum, 0m, 1m, parts), parts);
    }

    /// <summary>The edge belongs to the area.</summary>
    public static bool Contains(HotspotArea area, ImagePoint point) => (area.Shape, area.Coordinates) switch
    {
        (AreaShape.Everywhere, _) => true,
        (AreaShape.Rectangle, [var left, var top, var right, var bottom]) => point.X >= left && point.X <= right && point.Y >= top && point.Y <= bottom,
        (AreaShape.Circle, [var x, var y, var radius]) => Square(point.X - x) + Square(point.Y - y) <= Square(radius),
        (AreaShape.Ellipse, [var x, var y, > 0 and var h, > 0 and var v]) =>
            (decimal)Square(point.X - x) * Square(v) + (decimal)Square(point.Y - y) * Square(h) <= (decimal)Square(h) * Square(v),
        (AreaShape.Polygon, { Count: >= 6 } corners) => InPolygon(corners, point),
        _ => false,
    };

    private static long Square(int n) => (long)n * n;

    /// <summary>Crossings of a ray to the right (even-odd), in whole numbers; a point on an edge is inside.</summary>
    private static bool InPolygon(IReadOnlyList<int> corners, ImagePoint p)
    {
        var inside = false;
        var count = corners.Count / 2;
        for (int i = 0, j = count - 1; i < count; j = i++)
        {
            long xi = corners[2 * i], yi = corners[2 * i + 1], xj = corners[2 * j], yj = corners[2 * j + 1];
            var cross = (xj - xi) * (p.Y - yi) - (yj - yi) * (p.X - xi);
            if (cross == 0 && p.X >= Math.Min(xi, xj) && p.X <= Math.Max(xi, xj) && p.Y >= Math.Min(yi, yj) && p.Y <= Math.Max(yi, yj)) return true;
            if (yi > p.Y != yj > p.Y && (cross < 0 == yj < yi)) inside = !inside;
        }

        return inside;
    }
}

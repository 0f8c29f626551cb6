using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.UnitTests.Assessment;

public sealed class PointInAreaTests
{
    private static readonly HotspotArea Around = new("around", "Quanh", AreaShape.Rectangle, [0, 0, 200, 200], 0m);

    [Theory]
    [InlineData(AreaShape.Rectangle, 10, 10, 11, 11)]
    [InlineData(AreaShape.Circle, 0, 0, 3)]
    [InlineData(AreaShape.Ellipse, 50, 60, 1, 40)]
    [InlineData(AreaShape.Everywhere)]
    [InlineData(AreaShape.Polygon, 0, 0, 100, 0, 100, 100, 90, 100, 90, 10, 0, 10)]
    [InlineData(AreaShape.Polygon, 0, 0, 900, 1, 900, 0)]
    public void A_label_sets_a_point_inside_its_area(AreaShape shape, params int[] coordinates)
    {
        var area = new HotspotArea("a", "Vùng", shape, coordinates, 1m);

        Assert.True(HotspotScoring.Contains(area, PointInArea.Of(area, [area])));
        Assert.Equal(PointInArea.Of(area, [area]), PointInArea.Of(area, [area]));
    }

    [Fact]
    public void A_label_stands_for_its_own_area_where_two_overlap()
    {
        var inner = new HotspotArea("inner", "Trong", AreaShape.Circle, [100, 100, 30], 1m);

        Assert.False(HotspotScoring.Contains(inner, PointInArea.Of(Around, [Around, inner])));
        Assert.True(HotspotScoring.Contains(inner, PointInArea.Of(inner, [Around, inner])));
    }
}

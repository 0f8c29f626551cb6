using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>Places on an image. In ours every area that a point lies in counts, in QTI the first one, so areas that overlap are found out by the trials.</summary>
internal static class HotspotQuestion
{
    private const int Steps = 7;

    public static Found? Of(Part part, ref ImportDetail reason)
    {
        if (part.Interaction.Elements.FirstOrDefault(e => e.Name is "object" or "img" or "picture") is not { } picture || QtiProse.Image(picture) is not { } address) return NativeQuestion.Nothing(ref reason, ImportPhrase.NoImage);
        var image = part.Prose.File(address, picture.Line);
        var words = picture["alt"] ?? picture["aria-label"] ?? picture.Text.Trim();
        var bare = new Hotspot { Prompt = part.Prompt, Image = image, ImageText = words, Areas = [] };
        return part.Interaction.Name == "hotspotInteraction" ? Choices(part, bare, ref reason) : Points(part, bare, ref reason);
    }

    private static Found? Choices(Part part, Hotspot bare, ref ImportDetail reason)
    {
        var areas = part.Interaction.Children("hotspotChoice").Where(c => c["identifier"] is not null).DistinctBy(c => c["identifier"]).Select(c => (Node: c, Area: AreaMapping.Area(c["identifier"]!, c["shape"], c["coords"]))).ToList();
        if (areas.Count == 0 || areas.Any(a => a.Area is null)) return NativeQuestion.Nothing(ref reason, ImportPhrase.NoShape);
        List<HotspotArea> named = [.. areas.Select(a => a.Area! with { Label = a.Node["hotspotLabel"] ?? a.Node["aria-label"] ?? a.Area.Id, Fraction = part.Fraction(a.Area.Id) })];
        var inside = named.ToDictionary(a => a.Id, a => BestMapped.Inside(a));
        if (named.Any(a => named.Any(o => o.Id != a.Id && HotspotScoring.Contains(o, new ImagePoint(inside[a.Id].X, inside[a.Id].Y))))) return NativeQuestion.Nothing(ref reason, ImportPhrase.AreasOverlap);
        var most = part.Response.Cardinality == QtiCardinality.Single ? 1 : Math.Min(part.MostChoices(int.MaxValue), named.Count);
        if (named.Any(a => a.Fraction is < -1m or > 1m)) return null;
        var samples = Trials.Subsets([.. named.Select(a => a.Id)], most, part.Correct).Select(s => new Sample(new PointsResponse([.. s.Select(id => new ImagePoint(inside[id].X, inside[id].Y))]), s)).ToList();
        return part.First([bare with { Areas = named, MostPoints = most }], samples);
    }

    private static Found? Points(Part part, Hotspot bare, ref ImportDetail reason)
    {
        if (part.Response.Areas is not { Entries.Count: > 0 } mapping) return NativeQuestion.Nothing(ref reason, ImportPhrase.NoAreas);
        var unit = part.Item.Maximum;
        var labels = HintedAnswers.Of<string>(part.Hint("labels"));
        List<HotspotArea> areas = [.. mapping.Entries.Select((e, i) => e.Area with { Id = $"{i + 1}", Label = i < labels.Count ? labels[i] : $"{i + 1}", Fraction = Part.Tidy(Part.Number(e.Value / unit)) })];
        var most = part.Response.Cardinality == QtiCardinality.Single ? 1 : Math.Min(part.MostChoices(ResponseShape.MostPoints), ResponseShape.MostPoints);
        var miss = Part.Tidy(Part.Number(mapping.Default / unit));
        if (miss is < -1m or > 0m || areas.Any(a => a.Fraction is < -1m or > 1m)) return null;
        var points = Grid(areas);
        var samples = points.Select(p => (IReadOnlyList<ImagePoint>)[p]).ToList();
        if (most > 1) samples.AddRange(Trials.Subsets([.. points.Select((_, i) => $"{i}")], Math.Min(most, 4), []).Select(s => (IReadOnlyList<ImagePoint>)[.. s.Select(i => points[int.Parse(i, System.Globalization.CultureInfo.InvariantCulture)])]));
        if (most >= areas.Count) samples.Add([.. areas.Where(a => a.Fraction > 0m).Select(BestMapped.Inside).Select(p => new ImagePoint(p.X, p.Y))]);
        return part.First([bare with { Areas = areas, MostPoints = most, MissFraction = miss }],
            [.. samples.Where(s => s.Count > 0 && s.Distinct().Count() == s.Count).Select(s => new Sample(new PointsResponse(s), [.. s.Select(p => $"{p.X} {p.Y}")]))]);
    }

    /// <summary>Points across and around all areas, and one within each.</summary>
    private static List<ImagePoint> Grid(List<HotspotArea> areas)
    {
        var boxes = areas.Where(a => a.Coordinates.Count > 0).Select(Box).DefaultIfEmpty((0, 0, 100, 100)).ToList();
        var (left, top, right, bottom) = (boxes.Min(b => b.Item1), boxes.Min(b => b.Item2), boxes.Max(b => b.Item3), boxes.Max(b => b.Item4));
        var points = areas.Select(BestMapped.Inside).Select(p => new ImagePoint(p.X, p.Y)).ToList();
        foreach (var (l, t, r, b) in boxes) points.AddRange([new ImagePoint(l, t), new ImagePoint(r, b), new ImagePoint((l + r) / 2, (t + b) / 2), new ImagePoint(l - 1, t - 1), new ImagePoint(r + 1, b + 1)]);
        for (var i = 0; i <= Steps; i++)
            for (var j = 0; j <= Steps; j++) points.Add(new ImagePoint(left - 5 + (right - left + 10) * i / Steps, top - 5 + (bottom - top + 10) * j / Steps));
        return [.. points.Where(p => p.X >= 0 && p.Y >= 0).Distinct()];
    }

    private static (int, int, int, int) Box(HotspotArea area) => (area.Shape, area.Coordinates) switch
    {
        (AreaShape.Circle, [var x, var y, var r]) => (x - r, y - r, x + r, y + r),
        (AreaShape.Ellipse, [var x, var y, var h, var v]) => (x - h, y - v, x + h, y + v),
        (_, var c) => (c.Where((_, i) => i % 2 == 0).Min(), c.Where((_, i) => i % 2 == 1).Min(), c.Where((_, i) => i % 2 == 0).Max(), c.Where((_, i) => i % 2 == 1).Max()),
    };
}

using System.Globalization;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Qti.Rules;

internal sealed record MapEntry(object Key, double Value, bool CaseSensitive);

internal sealed record Bounds(double? Lower, double? Upper)
{
    public double Clamp(double sum) => Math.Min(Math.Max(sum, Lower ?? double.NegativeInfinity), Upper ?? double.PositiveInfinity);
}

/// <summary>From values to numbers: the mapping of a response.</summary>
internal sealed record Mapping(IReadOnlyList<MapEntry> Entries, double Default, Bounds Bounds)
{
    /// <summary>
    /// Which value a text earns by default without regard to case differs: the schemas of 2.2 and 3.0 say false, the one of
    /// 2.1 makes caseSensitive optional and names no default while its prose requires it, and 2.0 knew only exact matches;
    /// those two are read as true.
    /// </summary>
    public static Mapping Read(QtiNode node, QtiBase type, QtiVersion version) => new(
        [.. node.Children("mapEntry").Select(e => (Key: QtiValue.Parse(type, e["mapKey"] ?? ""), Value: Decimals.Read(e["mappedValue"]) ?? 0, Sensitive: e.Flag("caseSensitive", version < QtiVersion.V22)))
            .Where(e => e.Key is not null).Select(e => new MapEntry(e.Key!, e.Value, e.Sensitive))],
        Decimals.Read(node["defaultValue"]) ?? 0, BoundsOf(node));

    public static Bounds BoundsOf(QtiNode node) => new(Decimals.Read(node["lowerBound"]), Decimals.Read(node["upperBound"]));

    /// <summary>An entry that fits to the letter goes before one that only fits without regard to case.</summary>
    public double Of(QtiBase type, object item)
    {
        if (Entries.FirstOrDefault(e => QtiValue.Same(type, e.Key, item)) is { } exact) return exact.Value;
        return type == QtiBase.String && item is string text && Entries.FirstOrDefault(e => !e.CaseSensitive && string.Equals((string)e.Key, text, StringComparison.OrdinalIgnoreCase)) is { } alike
            ? alike.Value : Default;
    }

    /// <summary>NULL maps to the default; a value that occurs twice counts once; the sum stays within the bounds.</summary>
    public double Of(QtiValue? response, Action<string, double>? tell = null)
    {
        if (response is null) return Bounds.Clamp(Default);
        var counted = new List<object>();
        var sum = 0d;
        foreach (var item in response.Items)
        {
            if (counted.Any(c => QtiValue.Same(response.Base, c, item))) continue;
            counted.Add(item);
            var value = Of(response.Base, item);
            sum = Decimals.Add(sum, value);
            tell?.Invoke(QtiText.Of(item), value);
        }

        return Bounds.Clamp(sum);
    }
}

/// <summary>From points to numbers. Areas are tried in their order and the first that holds the point counts, once for all points.</summary>
internal sealed record AreaMapping(IReadOnlyList<(HotspotArea Area, double Value)> Entries, double Default, Bounds Bounds)
{
    public static AreaMapping Read(QtiNode node) => new(
        [.. node.Children("areaMapEntry").Select((e, n) => (Area: Area($"{n + 1}", e["shape"], e["coords"]), Value: Decimals.Read(e["mappedValue"]) ?? 0)).Where(e => e.Area is not null).Select(e => (e.Area!, e.Value))],
        Decimals.Read(node["defaultValue"]) ?? 0, Mapping.BoundsOf(node));

    public double Of(QtiValue? response, Action<string, double>? tell = null)
    {
        if (response is null) return Bounds.Clamp(Default);
        var counted = new HashSet<string>();
        var sum = 0d;
        foreach (var point in response.Items.OfType<QtiPoint>())
        {
            var hit = Entries.FirstOrDefault(e => HotspotScoring.Contains(e.Area, new ImagePoint(point.X, point.Y)));
            if (hit.Area is not null && !counted.Add(hit.Area.Id)) continue;
            var value = hit.Area is null ? Default : hit.Value;
            sum = Decimals.Add(sum, value);
            tell?.Invoke(QtiText.Of(point), value);
        }

        return Bounds.Clamp(sum);
    }

    /// <summary>Null where shape or numbers are none.</summary>
    public static HotspotArea? Area(string id, string? shape, string? coords)
    {
        var numbers = (coords ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && Math.Abs(n) < 1e6 ? (int?)Math.Round(n, MidpointRounding.AwayFromZero) : null).ToList();
        if (numbers.Contains(null)) return null;
        int[] whole = [.. numbers.Select(n => n!.Value)];
        return (shape, whole.Length) switch
        {
            ("rect", 4) => new HotspotArea(id, id, AreaShape.Rectangle, [Math.Min(whole[0], whole[2]), Math.Min(whole[1], whole[3]), Math.Max(whole[0], whole[2]), Math.Max(whole[1], whole[3])], 0),
            ("circle", 3) => new HotspotArea(id, id, AreaShape.Circle, whole, 0),
            ("ellipse", 4) => new HotspotArea(id, id, AreaShape.Ellipse, whole, 0),
            // A polygon may repeat its first corner at its end; ours close by themselves.
            ("poly", >= 6 and var count) when count % 2 == 0 => new HotspotArea(id, id, AreaShape.Polygon, count > 6 && whole[0] == whole[^2] && whole[1] == whole[^1] ? whole[..^2] : whole, 0),
            ("default", _) => new HotspotArea(id, id, AreaShape.Everywhere, [], 0),
            _ => null,
        };
    }
}

using System.Globalization;
using System.Xml;

namespace Lms.Assessment.Exchange.Qti.Rules;

internal enum QtiBase { Identifier, Boolean, Integer, Float, String, Point, Pair, DirectedPair, Duration, File, Uri }

internal enum QtiCardinality { Single, Multiple, Ordered, Record }

internal readonly record struct QtiPoint(int X, int Y);

internal sealed record QtiPair(string First, string Second);

/// <summary>
/// A value that is not NULL: NULL is the C# null, and an empty container or text is NULL too, as the information model says.
/// Items are bool, long, double (also durations, in seconds), string, <see cref="QtiPoint"/> or <see cref="QtiPair"/>.
/// </summary>
internal sealed class QtiValue
{
    private QtiValue(QtiCardinality cardinality, QtiBase type, IReadOnlyList<object> items, IReadOnlyDictionary<string, QtiValue?>? fields = null) =>
        (Cardinality, Base, Items, Fields) = (cardinality, type, items, fields);

    public QtiCardinality Cardinality { get; }
    public QtiBase Base { get; }
    public IReadOnlyList<object> Items { get; }
    public IReadOnlyDictionary<string, QtiValue?>? Fields { get; }

    public bool IsNumber => Base is QtiBase.Integer or QtiBase.Float;
    /// <summary>The value of a single number; null for everything else.</summary>
    public double? Number => Cardinality == QtiCardinality.Single && IsNumber ? ToDouble(Items[0]) : null;
    public bool? Truth => Cardinality == QtiCardinality.Single && Items[0] is bool truth ? truth : null;
    public string? Word => Cardinality == QtiCardinality.Single && Items[0] is string text ? text : null;

    public static QtiValue? Single(QtiBase type, object? item) => item is null or "" ? null : new QtiValue(QtiCardinality.Single, type, [item]);
    public static QtiValue Of(bool truth) => new(QtiCardinality.Single, QtiBase.Boolean, [truth]);
    public static QtiValue Of(long whole) => new(QtiCardinality.Single, QtiBase.Integer, [whole]);
    /// <summary>What is no number is NULL.</summary>
    public static QtiValue? Of(double number) => double.IsNaN(number) ? null : new QtiValue(QtiCardinality.Single, QtiBase.Float, [number]);

    public static QtiValue? Container(QtiCardinality cardinality, QtiBase type, IReadOnlyList<object> items) =>
        items.Count == 0 ? null : new QtiValue(cardinality, type, items);

    public static QtiValue? Record(IReadOnlyDictionary<string, QtiValue?> fields) =>
        fields.Count == 0 ? null : new QtiValue(QtiCardinality.Record, QtiBase.String, [], fields);

    public static double ToDouble(object item) => item is long whole ? whole : (double)item;

    /// <summary>As one item, its text in the lexical form of its type; null where it is none.</summary>
    public static object? Parse(QtiBase type, string text) => type switch
    {
        QtiBase.String or QtiBase.Uri or QtiBase.File => text.Length == 0 ? null : text,
        QtiBase.Identifier => text.Trim() is { Length: > 0 } id ? id : null,
        QtiBase.Boolean => text.Trim() switch { "true" or "1" => true, "false" or "0" => false, _ => null },
        QtiBase.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        QtiBase.Float => Real(text),
        QtiBase.Point => Point(text),
        QtiBase.Pair or QtiBase.DirectedPair => Words(text) is [var first, var second] ? new QtiPair(first, second) : null,
        QtiBase.Duration => Real(text) ?? Lasting(text),
    };

    private static double? Real(string text) => text.Trim() switch
    {
        "INF" or "+INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        var plain => double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null,
    };

    private static double? Lasting(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text.Trim()).TotalSeconds;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static QtiPoint? Point(string text) =>
        Words(text.Replace(',', ' ')) is [var x, var y] && Real(x) is { } left && Real(y) is { } top && Math.Abs(left) < 1e6 && Math.Abs(top) < 1e6
            ? new QtiPoint((int)Math.Round(left, MidpointRounding.AwayFromZero), (int)Math.Round(top, MidpointRounding.AwayFromZero)) : null;

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The match operator on values that are not NULL: containers alike in content, ordered ones in order too.</summary>
    public static bool Match(QtiValue a, QtiValue b)
    {
        if (a.Cardinality != b.Cardinality) return false;
        if (a.Cardinality == QtiCardinality.Record) return MatchFields(a.Fields!, b.Fields!);
        if (a.Items.Count != b.Items.Count) return false;
        return a.Cardinality == QtiCardinality.Multiple ? IsWithin(a, b)
            : a.Items.Zip(b.Items).All(p => Same(a.Base, p.First, p.Second));
    }

    /// <summary>Every item of the first, as often as it occurs there, is in the second.</summary>
    public static bool IsWithin(QtiValue inner, QtiValue outer)
    {
        var left = outer.Items.ToList();
        foreach (var item in inner.Items)
        {
            var at = left.FindIndex(o => Same(inner.Base, item, o));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return true;
    }

    public static bool Same(QtiBase type, object a, object b) => (a, b) switch
    {
        (long or double, long or double) => ToDouble(a) == ToDouble(b),
        (QtiPair p, QtiPair q) => p == q || (type == QtiBase.Pair && p.First == q.Second && p.Second == q.First),
        _ => Equals(a, b),
    };

    private static bool MatchFields(IReadOnlyDictionary<string, QtiValue?> a, IReadOnlyDictionary<string, QtiValue?> b) =>
        a.Count == b.Count && a.All(f => b.TryGetValue(f.Key, out var other) && (f.Value, other) switch
        {
            (null, null) => true,
            ({ } x, { } y) => Match(x, y),
            _ => false,
        });
}

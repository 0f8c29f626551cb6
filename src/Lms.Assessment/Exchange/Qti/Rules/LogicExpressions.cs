using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;
using static Lms.Assessment.Exchange.Qti.Rules.Expressions;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>What is true, false or NULL.</summary>
internal static class LogicExpressions
{
    public static readonly Dictionary<string, Operator> All = new()
    {
        ["isNull"] = (n, s) => QtiValue.Of(Operands(n, s) is [null]),
        ["and"] = (n, s) => All3(Truths(n, s), decides: false),
        ["or"] = (n, s) => All3(Truths(n, s), decides: true),
        ["not"] = (n, s) => Truths(n, s) is [{ } truth] ? QtiValue.Of(!truth) : null,
        ["anyN"] = AnyN,
        ["match"] = (n, s) => Operands(n, s) is [{ } a, { } b] ? QtiValue.Of(QtiValue.Match(a, b)) : null,
        ["equal"] = Equal,
        ["equalRounded"] = (n, s) => Numbers(n, s) is [{ } a, { } b] && s.Attribute(n["figures"]) is { } figures && NumberExpressions.Mode(n) is { } mode
            ? QtiValue.Of(NumberExpressions.Round(a, mode, figures) == NumberExpressions.Round(b, mode, figures)) : null,
        ["lt"] = (n, s) => Compare(n, s, (a, b) => a < b),
        ["gt"] = (n, s) => Compare(n, s, (a, b) => a > b),
        ["lte"] = (n, s) => Compare(n, s, (a, b) => a <= b),
        ["gte"] = (n, s) => Compare(n, s, (a, b) => a >= b),
        ["durationLT"] = (n, s) => CompareDurations(n, s, (a, b) => a < b),
        ["durationGTE"] = (n, s) => CompareDurations(n, s, (a, b) => a >= b),
        ["inside"] = (n, s) => Operands(n, s) is [{ } points] && AreaMapping.Area("1", n["shape"], n["coords"]) is { } area
            ? QtiValue.Of(points.Items.OfType<QtiPoint>().Any(p => HotspotScoring.Contains(area, new ImagePoint(p.X, p.Y)))) : null,
    };

    private static List<bool?> Truths(QtiNode node, QtiState state) => [.. Operands(node, state).Select(v => v?.Truth)];

    private static List<double?> Numbers(QtiNode node, QtiState state) => [.. Operands(node, state).Select(v => v?.Number)];

    /// <summary>One operand that decides is enough; else a NULL among them leaves it open.</summary>
    private static QtiValue? All3(List<bool?> truths, bool decides) =>
        truths.Contains(decides) ? QtiValue.Of(decides) : truths.Contains(null) ? null : QtiValue.Of(!decides);

    private static QtiValue? AnyN(QtiNode node, QtiState state)
    {
        var truths = Truths(node, state);
        if (state.Attribute(node["min"]) is not { } least || state.Attribute(node["max"]) is not { } most) return null;
        var (yes, open) = (truths.Count(t => t == true), truths.Count(t => t is null));
        if (yes > most || yes + open < least) return QtiValue.Of(false);
        return yes >= least && yes + open <= most ? QtiValue.Of(true) : null;
    }

    private static QtiValue? Compare(QtiNode node, QtiState state, Func<double, double, bool> holds) =>
        Numbers(node, state) is [{ } a, { } b] ? QtiValue.Of(holds(a, b)) : CompareDurations(node, state, holds);

    private static QtiValue? CompareDurations(QtiNode node, QtiState state, Func<double, double, bool> holds) =>
        Operands(node, state) is [{ Base: QtiBase.Duration, Items: [double a] }, { Base: QtiBase.Duration, Items: [double b] }] ? QtiValue.Of(holds(a, b)) : null;

    /// <summary>The second value within the first's tolerances, of which there may be one below and one above.</summary>
    private static QtiValue? Equal(QtiNode node, QtiState state)
    {
        if (Numbers(node, state) is not [{ } expected, { } given]) return null;
        var mode = node["toleranceMode"] ?? "exact";
        if (mode == "exact") return QtiValue.Of(expected == given);
        var tolerances = (node["tolerance"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(state.Attribute).ToList();
        if (mode is not ("absolute" or "relative") || tolerances.Count == 0 || tolerances.Contains(null)) return null;
        // A percentage of a negative number is meant by its size, else the interval would be empty.
        var unit = mode == "relative" ? Decimals.Multiply(Math.Abs(expected), 0.01) : 1;
        var low = Decimals.Subtract(expected, Decimals.Multiply(unit, tolerances[0]!.Value));
        var high = Decimals.Add(expected, Decimals.Multiply(unit, tolerances[^1]!.Value));
        return QtiValue.Of((node.Flag("includeLowerBound", true) ? given >= low : given > low) && (node.Flag("includeUpperBound", true) ? given <= high : given < high));
    }
}

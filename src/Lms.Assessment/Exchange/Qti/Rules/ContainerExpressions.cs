using static Lms.Assessment.Exchange.Qti.Rules.Expressions;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>Containers and records.</summary>
internal static class ContainerExpressions
{
    private const int MostRepeats = 1000, MostItems = 100_000;

    public static readonly Dictionary<string, Operator> All = new()
    {
        ["multiple"] = (n, s) => Gather(n, s, QtiCardinality.Multiple),
        ["ordered"] = (n, s) => Gather(n, s, QtiCardinality.Ordered),
        ["containerSize"] = (n, s) => QtiValue.Of(Operands(n, s) is [{ } container] ? (long)container.Items.Count : 0L),
        ["index"] = (n, s) => Operands(n, s) is [{ } container] && s.Attribute(n["n"]) is { } at && at >= 1 && at <= container.Items.Count ? QtiValue.Single(container.Base, container.Items[(int)at - 1]) : null,
        ["member"] = (n, s) => Operands(n, s) is [{ Cardinality: QtiCardinality.Single } item, { } container] ? QtiValue.Of(container.Items.Any(i => QtiValue.Same(container.Base, i, item.Items[0]))) : null,
        ["delete"] = (n, s) => Operands(n, s) is [{ Cardinality: QtiCardinality.Single } item, { } container]
            ? QtiValue.Container(container.Cardinality, container.Base, [.. container.Items.Where(i => !QtiValue.Same(container.Base, i, item.Items[0]))]) : null,
        ["contains"] = (n, s) => Operands(n, s) is [{ } outer, { } inner] ? QtiValue.Of(outer.Cardinality == QtiCardinality.Ordered ? Runs(outer, inner) : QtiValue.IsWithin(inner, outer)) : null,
        ["fieldValue"] = (n, s) => Operands(n, s) is [{ Fields: { } fields }] ? fields.GetValueOrDefault(n["fieldIdentifier"] ?? "") : null,
        ["random"] = (n, s) => Operands(n, s) is [{ Items.Count: > 0 } container] ? QtiValue.Single(container.Base, container.Items[s.Below(container.Items.Count)]) : null,
        ["repeat"] = Repeat,
    };

    /// <summary>NULLs are left out; a container among the operands gives its items.</summary>
    private static QtiValue? Gather(QtiNode node, QtiState state, QtiCardinality cardinality) => Joined(Operands(node, state), cardinality);

    private static QtiValue? Joined(IEnumerable<QtiValue?> operands, QtiCardinality cardinality)
    {
        var there = operands.OfType<QtiValue>().Where(v => v.Items.Count > 0).ToList();
        if (there.Count == 0 || there.Sum(v => v.Items.Count) > MostItems) return null;
        var type = there.Any(v => v.Base == QtiBase.Float) && there.All(v => v.IsNumber) ? QtiBase.Float : there[0].Base;
        return QtiValue.Container(cardinality, type, [.. there.SelectMany(v => v.Items)]);
    }

    /// <summary>Each time anew, so that what is random differs.</summary>
    private static QtiValue? Repeat(QtiNode node, QtiState state) =>
        state.Attribute(node["numberRepeats"]) is { } times && times is >= 1 and <= MostRepeats
            ? Joined(Enumerable.Range(0, (int)times).SelectMany(_ => Operands(node, state)), QtiCardinality.Ordered) : null;

    /// <summary>The second as an unbroken run within the first.</summary>
    private static bool Runs(QtiValue outer, QtiValue inner)
    {
        for (var from = 0; from + inner.Items.Count <= outer.Items.Count; from++)
            if (inner.Items.Select((item, i) => QtiValue.Same(outer.Base, outer.Items[from + i], item)).All(same => same)) return true;
        return false;
    }
}

using System.Collections.Frozen;

namespace Lms.Assessment.Exchange.Qti.Rules;

internal delegate QtiValue? Operator(QtiNode node, QtiState state);

/// <summary>
/// The expressions of QTI 2.x and 3.0 by name. Null is NULL, and every operator hands it on as the information model says
/// for it; operands of a type that the operator does not take give NULL as well.
/// </summary>
internal static class Expressions
{
    private static readonly FrozenDictionary<string, Operator> Known = Core().Concat(LogicExpressions.All).Concat(NumberExpressions.All).Concat(ContainerExpressions.All).Concat(TextExpressions.All)
        .ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>They speak of the tests an item stands in, which a question of its own knows nothing of.</summary>
    private static readonly FrozenSet<string> OfTests = FrozenSet.Create(StringComparer.Ordinal,
        "numberCorrect", "numberIncorrect", "numberPresented", "numberResponded", "numberSelected", "testVariables", "outcomeMaximum", "outcomeMinimum");

    public static QtiValue? Evaluate(QtiNode node, QtiState state) => state.TakesStep() && Known.TryGetValue(node.Name, out var known) ? known(node, state) : null;

    /// <summary>Null where the expression can be evaluated.</summary>
    public static ImportDetail? WhyNot(QtiNode node) =>
        Known.ContainsKey(node.Name) ? null
        : OfTests.Contains(node.Name) ? ImportPhrase.CountsTestItems.With(node.Name)
        : node.Name == "customOperator" ? ImportPhrase.CustomOperator.With(node["class"] ?? node["definition"])
        : ImportPhrase.UnknownExpression.With(node.Name);

    public static List<QtiValue?> Operands(QtiNode node, QtiState state) => [.. node.Elements.Select(e => Evaluate(e, state))];

    private static Dictionary<string, Operator> Core() => new()
    {
        ["baseValue"] = (n, _) => Declaration.TypeOf(n["baseType"]) is { } type ? QtiValue.Single(type, QtiValue.Parse(type, type == QtiBase.String ? n.Text : n.Text.Trim())) : null,
        ["variable"] = (n, s) => s.Variable(n["identifier"] ?? ""),
        ["correct"] = (n, s) => s.Correct(n["identifier"] ?? ""),
        ["default"] = (n, s) => s.Default(n["identifier"] ?? ""),
        ["null"] = (_, _) => null,
        ["mapResponse"] = (n, s) => s.Declarations.GetValueOrDefault(n["identifier"] ?? "")?.Mapping is { } mapping
            ? QtiValue.Of(mapping.Of(s.Variable(n["identifier"]!), (given, value) => s.Tell(false, given, value))) : null,
        ["mapResponsePoint"] = (n, s) => s.Declarations.GetValueOrDefault(n["identifier"] ?? "")?.Areas is { } areas
            ? QtiValue.Of(areas.Of(s.Variable(n["identifier"]!), (given, value) => s.Tell(true, given, value))) : null,
        ["randomInteger"] = RandomInteger,
        ["randomFloat"] = (n, s) => (s.Attribute(n["min"]) ?? 0, s.Attribute(n["max"])) is (var low, { } high) && high >= low ? QtiValue.Of(low + (high - low) * (s.Below(1 << 30) / (double)(1 << 30))) : null,
    };

    private static QtiValue? RandomInteger(QtiNode node, QtiState state)
    {
        var (low, high, step) = (state.Attribute(node["min"]) ?? 0, state.Attribute(node["max"]), state.Attribute(node["step"]) ?? 1);
        if (high is null || step < 1 || high < low || (high - low) / step >= int.MaxValue - 1) return null;
        return QtiValue.Of((long)low + (long)step * state.Below((int)((high.Value - low) / step) + 1));
    }
}

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>Why the rules of an item cannot be run, with the line that says so. What is not named here runs as the standard says.</summary>
internal static class RuleCheck
{
    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal)
    {
        "responseCondition", "responseIf", "responseElseIf", "responseElse", "responseProcessingFragment", "setOutcomeValue", "lookupOutcomeValue", "exitResponse",
        "templateCondition", "templateIf", "templateElseIf", "templateElse", "setTemplateValue", "setCorrectResponse", "setDefaultValue", "templateConstraint", "exitTemplate",
    };

    public static IEnumerable<(int Line, string Reason)> Of(QtiNode rules, IReadOnlyDictionary<string, Declaration> declarations) =>
        rules.Elements.SelectMany(e => e.Name switch
        {
            "include" => [(e.Line, "an included file holds rules")],
            _ when Statements.Contains(e.Name) => Of(e, declarations).Concat(Statement(e, declarations)),
            _ => Expression(e, declarations),
        });

    private static IEnumerable<(int, string)> Statement(QtiNode statement, IReadOnlyDictionary<string, Declaration> declarations)
    {
        if (statement.Name is "setOutcomeValue" or "lookupOutcomeValue" or "setTemplateValue" && statement["identifier"] is null) yield return (statement.Line, $"{statement.Name} names no variable");
        if (statement.Name == "lookupOutcomeValue" && declarations.GetValueOrDefault(statement["identifier"] ?? "")?.Table is null) yield return (statement.Line, $"{statement["identifier"]} has no lookup table");
    }

    private static IEnumerable<(int, string)> Expression(QtiNode expression, IReadOnlyDictionary<string, Declaration> declarations)
    {
        if (Expressions.WhyNot(expression) is { } reason)
        {
            yield return (expression.Line, reason);
            yield break;
        }

        var name = expression["identifier"] ?? "";
        if (expression.Name == "variable" && name.Contains('.', StringComparison.Ordinal) && !declarations.ContainsKey(name)) yield return (expression.Line, $"{name} is a variable of another item");
        if (expression.Name == "mapResponse" && declarations.GetValueOrDefault(name)?.Mapping is null) yield return (expression.Line, $"{name} has no mapping");
        if (expression.Name == "mapResponsePoint" && declarations.GetValueOrDefault(name)?.Areas is null) yield return (expression.Line, $"{name} has no area mapping");
        foreach (var inner in expression.Elements.SelectMany(e => Expression(e, declarations))) yield return inner;
    }
}

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>Why the rules of an item cannot be run, with the line that says so. What is not named here runs as the standard says.</summary>
internal static class RuleCheck
{
    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal)
    {
        "responseCondition", "responseIf", "responseElseIf", "responseElse", "responseProcessingFragment", "setOutcomeValue", "lookupOutcomeValue", "exitResponse",
        "templateCondition", "templateIf", "templateElseIf", "templateElse", "setTemplateValue", "setCorrectResponse", "setDefaultValue", "templateConstraint", "exitTemplate",
    };

    public static IEnumerable<(int Line, ImportDetail Reason)> Of(QtiNode rules, IReadOnlyDictionary<string, Declaration> declarations) =>
        rules.Elements.SelectMany(e => e.Name switch
        {
            "include" => [(e.Line, ImportPhrase.IncludedRules)],
            _ when Statements.Contains(e.Name) => Of(e, declarations).Concat(Statement(e, declarations)),
            _ => Expression(e, declarations),
        });

    private static IEnumerable<(int, ImportDetail)> Statement(QtiNode statement, IReadOnlyDictionary<string, Declaration> declarations)
    {
        if (statement.Name is "setOutcomeValue" or "lookupOutcomeValue" or "setTemplateValue" && statement["identifier"] is null) yield return (statement.Line, ImportPhrase.NamesNoVariable.With(statement.Name));
        if (statement.Name == "lookupOutcomeValue" && declarations.GetValueOrDefault(statement["identifier"] ?? "")?.Table is null) yield return (statement.Line, ImportPhrase.NoLookupTable.With(statement["identifier"]));
    }

    private static IEnumerable<(int, ImportDetail)> Expression(QtiNode expression, IReadOnlyDictionary<string, Declaration> declarations)
    {
        if (Expressions.WhyNot(expression) is { } reason)
        {
            yield return (expression.Line, reason);
            yield break;
        }

        var name = expression["identifier"] ?? "";
        if (expression.Name == "variable" && name.Contains('.', StringComparison.Ordinal) && !declarations.ContainsKey(name)) yield return (expression.Line, ImportPhrase.OtherItemsVariable.With(name));
        if (expression.Name == "mapResponse" && declarations.GetValueOrDefault(name)?.Mapping is null) yield return (expression.Line, ImportPhrase.NoMapping.With(name));
        if (expression.Name == "mapResponsePoint" && declarations.GetValueOrDefault(name)?.Areas is null) yield return (expression.Line, ImportPhrase.NoAreaMapping.With(name));
        foreach (var inner in expression.Elements.SelectMany(e => Expression(e, declarations))) yield return inner;
    }
}

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>Response processing and template processing: the statements around the expressions.</summary>
internal static class RuleRunner
{
    /// <summary>How often values are drawn until a template constraint holds; then the last ones stand.</summary>
    private const int MostDraws = 100;

    private enum Flow { On, Exit, Again }

    public static void Respond(QtiNode rules, QtiState state) => Run(rules.Elements, state);

    public static void DrawTemplate(QtiNode rules, QtiState state)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            state.ResetTemplates();
            if (Run(rules.Elements, state) != Flow.Again) return;
        }
    }

    private static Flow Run(IEnumerable<QtiNode> rules, QtiState state)
    {
        foreach (var rule in rules)
            if (Run(rule, state) is not Flow.On and var flow) return flow;
        return Flow.On;
    }

    private static Flow Run(QtiNode rule, QtiState state)
    {
        var (name, value) = (rule["identifier"] ?? "", rule.Elements.FirstOrDefault());
        switch (rule.Name)
        {
            case "responseCondition" or "templateCondition":
                return Branch(rule, state);
            case "responseProcessingFragment":
                return Run(rule.Elements, state);
            case "setOutcomeValue":
                state.Set(name, value is null ? null : Expressions.Evaluate(value, state));
                break;
            case "lookupOutcomeValue":
                LookUp(name, value is null ? null : Expressions.Evaluate(value, state), state);
                break;
            case "setTemplateValue":
                state.SetTemplate(name, value is null ? null : Expressions.Evaluate(value, state));
                break;
            case "setCorrectResponse":
                state.SetCorrect(name, value is null ? null : Expressions.Evaluate(value, state));
                break;
            case "setDefaultValue":
                state.SetDefault(name, value is null ? null : Expressions.Evaluate(value, state));
                break;
            case "templateConstraint":
                if (value is not null && Expressions.Evaluate(value, state)?.Truth != true) return Flow.Again;
                break;
            case "exitResponse" or "exitTemplate":
                return Flow.Exit;
        }

        return Flow.On;
    }

    /// <summary>The first branch whose condition is true; NULL is not.</summary>
    private static Flow Branch(QtiNode condition, QtiState state)
    {
        foreach (var branch in condition.Elements)
        {
            if (branch.Name is "responseElse" or "templateElse") return Run(branch.Elements, state);
            if (branch.Elements.FirstOrDefault() is { } test && Expressions.Evaluate(test, state)?.Truth == true) return Run(branch.Elements.Skip(1), state);
        }

        return Flow.On;
    }

    private static void LookUp(string outcome, QtiValue? source, QtiState state)
    {
        if (!state.Declarations.TryGetValue(outcome, out var declaration) || declaration.Table is not { } table) return;
        var target = source is { Items: [long or double] } ? table.Of(QtiValue.ToDouble(source.Items[0])) : table.Default;
        state.Set(outcome, QtiValue.Single(declaration.Base, target));
    }
}

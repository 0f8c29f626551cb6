namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>
/// What an item can earn. It says so itself (an outcome MAXSCORE, the normalMaximum of SCORE); else it follows from the
/// standard template, and where the item has rules of its own they are run on the best responses it declares.
/// </summary>
internal static class MaximumScore
{
    public static double Of(QtiItem item)
    {
        var stated = new[] { item.Begin().Variable("MAXSCORE")?.Number, item.Declarations.GetValueOrDefault("SCORE")?.NormalMaximum }.FirstOrDefault(m => m is > 0);
        if (stated is not null) return stated.Value;
        var response = item.Declarations.GetValueOrDefault("RESPONSE");
        return item.Template switch
        {
            StandardTemplate.MatchCorrect or StandardTemplate.CommonMatch => 1,
            StandardTemplate.MapResponse or StandardTemplate.CommonMapResponse when response?.Mapping is not null => BestMapped.Of(item, response).Score,
            StandardTemplate.MapResponsePoint when response?.Areas is not null => BestMapped.Of(item, response).Score,
            _ => ByRules(item),
        };
    }

    /// <summary>The better of what is declared correct and what maps to the most.</summary>
    private static double ByRules(QtiItem item)
    {
        var correct = item.Begin();
        var declared = new Dictionary<string, IReadOnlyList<string>>();
        var mapped = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var response in item.Declarations.Values.Where(d => d.Kind == DeclarationKind.Response))
        {
            if (correct.Correct(response.Identifier) is { } right) declared[response.Identifier] = [.. Texts(right)];
            if ((response.Mapping is not null || response.Areas is not null) && BestMapped.Of(item, response).Given is { Count: > 0 } given) mapped[response.Identifier] = given;
        }

        var values = correct.Values.Where(v => item.Declarations.TryGetValue(v.Key, out var d) && d.Kind == DeclarationKind.Template && v.Value is { Cardinality: not QtiCardinality.Record })
            .ToDictionary(v => v.Key, v => string.Join(',', Texts(v.Value!)));
        // The rules may set MAXSCORE themselves.
        double Score(IReadOnlyDictionary<string, IReadOnlyList<string>> responses) => item.Run(responses, values) is var state && state.Variable("MAXSCORE")?.Number is > 0 and var most ? most : QtiItem.ScoreOf(state);
        var both = declared.Concat(mapped.Where(m => !declared.ContainsKey(m.Key))).ToDictionary(p => p.Key, p => p.Value);
        var other = mapped.Concat(declared.Where(d => !mapped.ContainsKey(d.Key))).ToDictionary(p => p.Key, p => p.Value);
        return Math.Max(0, Math.Max(Score(both), Score(other)));
    }

    public static IEnumerable<string> Texts(QtiValue value) =>
        value.Cardinality == QtiCardinality.Record ? value.Fields!.Where(f => f.Value is not null).Select(f => $"{f.Key}={QtiText.Of(f.Value!.Items[0])}") : value.Items.Select(QtiText.Of);
}

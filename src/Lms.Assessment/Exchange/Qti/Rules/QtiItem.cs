using System.Globalization;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>
/// An item and the rules it is scored by. Scoring is a function of the item, the responses and the template values alone:
/// what an item draws by chance comes from a seed that its identifier gives.
/// </summary>
internal sealed class QtiItem
{
    private readonly QtiDocument source;
    private readonly QtiNode? templateRules;
    private readonly QtiNode? responseRules;
    private readonly Lazy<double> maximum;

    public QtiItem(QtiDocument document, Func<string, QtiNode?>? templateOf = null, StandardTemplate? ruledBy = null)
    {
        source = document;
        (Root, Version) = (document.Root, document.Version);
        Identifier = Root["identifier"] ?? "";
        Body = Root.Child("itemBody") ?? new QtiNode("itemBody", Root.Line, new Dictionary<string, string>());
        Declarations = Root.Elements.Where(e => e.Name is "responseDeclaration" or "outcomeDeclaration" or "templateDeclaration").Select(e => Declaration.Read(e, Version))
            .Where(d => d.Identifier.Length > 0).GroupBy(d => d.Identifier, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Interactions = [.. Body.Descendants().Where(e => e.Name.EndsWith("Interaction", StringComparison.Ordinal) && e["responseIdentifier"] is not null)];
        templateRules = Root.Child("templateProcessing");
        Template = ruledBy;
        responseRules = ruledBy is { } ruled ? StandardTemplates.RulesOf(ruled) : ResponseRules(Root.Child("responseProcessing"), templateOf ?? (_ => null), Problems);
        if (Root.Flag("adaptive", false)) Problems.Add((Root.Line, ImportPhrase.Adaptive));
        foreach (var rules in new[] { templateRules, responseRules }.OfType<QtiNode>()) Problems.AddRange(RuleCheck.Of(rules, Declarations));
        maximum = new Lazy<double>(() => MaximumScore.Of(this));
    }

    public QtiNode Root { get; }
    public QtiVersion Version { get; }
    public string Identifier { get; }
    public QtiNode Body { get; }
    public IReadOnlyDictionary<string, Declaration> Declarations { get; }
    public IReadOnlyList<QtiNode> Interactions { get; }
    public StandardTemplate? Template { get; private set; }
    public List<(int Line, ImportDetail Reason)> Problems { get; } = [];
    public QtiNode? Rules => responseRules;
    public bool HasRules => responseRules is not null;
    public bool HasTemplates => templateRules is not null || Declarations.Values.Any(d => d.Kind == DeclarationKind.Template);
    public double Maximum => maximum.Value;

    public ItemScore Score(IReadOnlyDictionary<string, IReadOnlyList<string>> responses, IReadOnlyDictionary<string, string>? values)
    {
        var state = Run(responses, values);
        var best = Maximum;
        return new ItemScore(ScoreOf(state), best, [.. state.Mapped.Select(m => Part(m, best))]);
    }

    /// <summary>The same item under a standard template.</summary>
    public QtiItem RuledBy(StandardTemplate template) => new(source, null, template);

    /// <summary>All variables after the rules have run.</summary>
    public QtiState Run(IReadOnlyDictionary<string, IReadOnlyList<string>> responses, IReadOnlyDictionary<string, string>? values = null)
    {
        var state = Begin(values);
        foreach (var (name, texts) in responses)
            if (Declarations.TryGetValue(name, out var declaration) && declaration.Kind == DeclarationKind.Response) state.Set(name, declaration.Parse(texts));
        if (responseRules is not null) RuleRunner.Respond(responseRules, state);
        return state;
    }

    /// <summary>The item as it is before anybody answers: template values given or drawn, and what follows from them.</summary>
    public QtiState Begin(IReadOnlyDictionary<string, string>? values = null)
    {
        var state = new QtiState(Declarations, Seed(Identifier));
        foreach (var (name, text) in values ?? new Dictionary<string, string>())
        {
            if (!Declarations.TryGetValue(name, out var declaration) || declaration.Kind != DeclarationKind.Template) continue;
            state.Give(name, declaration.Parse(declaration.Cardinality == QtiCardinality.Single ? [text] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }

        if (templateRules is not null) RuleRunner.DrawTemplate(templateRules, state);
        return state;
    }

    public static double ScoreOf(QtiState state) => state.Variable("SCORE")?.Number ?? 0;

    private QtiNode? ResponseRules(QtiNode? stated, Func<string, QtiNode?> templateOf, List<(int, ImportDetail)> problems)
    {
        if (stated is null) return null;
        var address = stated["template"] ?? stated["templateLocation"];
        if (stated.Elements.Any() || address is null) return stated;
        Template = StandardTemplates.Of(stated["template"] ?? "") ?? StandardTemplates.Of(stated["templateLocation"] ?? "");
        if (Template is { } known) return StandardTemplates.RulesOf(known);
        if (new[] { stated["templateLocation"], stated["template"] }.OfType<string>().Select(templateOf).FirstOrDefault(t => t?.Name == "responseProcessing") is { } own) return own;
        problems.Add((stated.Line, ImportPhrase.NoStandardRules.With(address)));
        return stated;
    }

    private static MarkPart Part(MappedPart mapped, double maximum)
    {
        var fraction = maximum > 0 && Math.Abs(mapped.Value / maximum) < 1e9 ? (decimal)(mapped.Value / maximum) : 0m;
        return mapped.IsArea ? new MarkPart(mapped.Value > 0 ? MarkRule.AreaHit : MarkRule.PointMissed, "", fraction, mapped.Given)
            : new MarkPart(MarkRule.OptionValue, mapped.Given, fraction, mapped.Given);
    }

    /// <summary>FNV-1a: the same for the same identifier on every machine.</summary>
    private static long Seed(string identifier)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in identifier) hash = unchecked((hash ^ c) * 1099511628211UL);
        return unchecked((long)hash);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Identifier} ({Version})");
}

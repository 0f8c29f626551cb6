using Lms.Assessment.Papers.Drawing;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>What a mapping said of one thing the candidate gave.</summary>
internal readonly record struct MappedPart(bool IsArea, string Given, double Value);

/// <summary>The variables of an item while its rules run. Made anew for every response, so that nothing remains of the one before.</summary>
internal sealed class QtiState
{
    private const int MostSteps = 200_000;

    private readonly Dictionary<string, QtiValue?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QtiValue?> corrects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QtiValue?> defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly List<MappedPart> mapped = [];
    private SeededShuffle chance;
    private int steps;

    public QtiState(IReadOnlyDictionary<string, Declaration> declarations, long seed)
    {
        Declarations = declarations;
        chance = new SeededShuffle(seed);
        foreach (var declaration in declarations.Values)
        {
            defaults[declaration.Identifier] = declaration.Default;
            corrects[declaration.Identifier] = declaration.Correct;
            values[declaration.Identifier] = Initial(declaration);
        }

        values["numAttempts"] = QtiValue.Of(1L);
        values["duration"] = QtiValue.Single(QtiBase.Duration, 0d);
        values.TryAdd("completionStatus", QtiValue.Single(QtiBase.Identifier, "unknown"));
    }

    public IReadOnlyDictionary<string, Declaration> Declarations { get; }
    public IReadOnlyDictionary<string, QtiValue?> Values => values;
    public IReadOnlyList<MappedPart> Mapped => mapped;

    public QtiValue? Variable(string identifier) => values.GetValueOrDefault(identifier);
    public QtiValue? Correct(string identifier) => corrects.GetValueOrDefault(identifier);
    public QtiValue? Default(string identifier) => defaults.GetValueOrDefault(identifier);

    public void Set(string identifier, QtiValue? value) => values[identifier] = Fit(identifier, value);
    public void SetCorrect(string identifier, QtiValue? value) => corrects[identifier] = Fit(identifier, value);

    public void SetDefault(string identifier, QtiValue? value)
    {
        defaults[identifier] = Fit(identifier, value);
        if (Declarations.TryGetValue(identifier, out var declaration) && declaration.Kind != DeclarationKind.Template) values[identifier] = defaults[identifier];
    }

    /// <summary>A template value that is given from outside stays, whatever the item would draw.</summary>
    public void Give(string identifier, QtiValue? value)
    {
        values[identifier] = value;
        given.Add(identifier);
    }

    public void SetTemplate(string identifier, QtiValue? value)
    {
        if (!given.Contains(identifier)) Set(identifier, value);
    }

    /// <summary>Before the template rules run once more.</summary>
    public void ResetTemplates()
    {
        foreach (var declaration in Declarations.Values)
        {
            defaults[declaration.Identifier] = declaration.Default;
            corrects[declaration.Identifier] = declaration.Correct;
            if (!given.Contains(declaration.Identifier)) values[declaration.Identifier] = Initial(declaration);
        }
    }

    public void Tell(bool isArea, string what, double value) => mapped.Add(new MappedPart(isArea, what, value));

    /// <summary>False once an item has worked longer than any honest one does: repeats within repeats grow without end.</summary>
    public bool TakesStep() => ++steps <= MostSteps;

    public int Below(int bound) => chance.Below(bound);

    /// <summary>An attribute that is a number or names a variable that holds one.</summary>
    public double? Attribute(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Decimals.Read(text) ?? Variable(text.Trim().Trim('{', '}'))?.Number;
    }

    /// <summary>Numeric outcomes begin at 0, everything else without a default at NULL.</summary>
    private static QtiValue? Initial(Declaration declaration) => declaration.Default ?? (declaration.Kind, declaration.Cardinality, declaration.Base) switch
    {
        (DeclarationKind.Outcome, QtiCardinality.Single, QtiBase.Integer) => QtiValue.Of(0L),
        (DeclarationKind.Outcome, QtiCardinality.Single, QtiBase.Float) => QtiValue.Of(0d),
        _ => null,
    };

    /// <summary>An integer may go where a float is declared; identifiers and texts are told apart by their declaration only.</summary>
    private QtiValue? Fit(string identifier, QtiValue? value)
    {
        if (value is null || !Declarations.TryGetValue(identifier, out var declaration) || declaration.Cardinality == QtiCardinality.Record || value.Base == declaration.Base) return value;
        if (declaration.Base == QtiBase.Float && value.IsNumber) return Again(value, declaration.Base, i => QtiValue.ToDouble(i));
        if (declaration.Base == QtiBase.Integer && value.IsNumber && value.Items.All(i => QtiValue.ToDouble(i) is var n && n == Math.Floor(n) && Math.Abs(n) < 1e15)) return Again(value, declaration.Base, i => (long)QtiValue.ToDouble(i));
        return value.Items.All(i => i is string) && declaration.Base is QtiBase.String or QtiBase.Identifier or QtiBase.Uri ? Again(value, declaration.Base, i => i) : value;
    }

    private static QtiValue? Again(QtiValue value, QtiBase type, Func<object, object> item) => value.Cardinality == QtiCardinality.Single
        ? QtiValue.Single(type, item(value.Items[0])) : QtiValue.Container(value.Cardinality, type, [.. value.Items.Select(item)]);
}

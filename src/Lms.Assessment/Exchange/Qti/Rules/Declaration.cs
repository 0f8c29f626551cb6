namespace Lms.Assessment.Exchange.Qti.Rules;

internal enum DeclarationKind { Response, Outcome, Template }

/// <summary>One entry of a lookup table: <paramref name="Target"/> where the source is (match) or reaches (interpolation) <paramref name="Source"/>.</summary>
internal sealed record LookupEntry(double Source, bool IncludesSource, object? Target);

/// <param name="Interpolates">The first entry whose source is reached counts; else the one that equals.</param>
internal sealed record LookupTable(bool Interpolates, IReadOnlyList<LookupEntry> Entries, object? Default)
{
    public object? Of(double source) =>
        (Entries.FirstOrDefault(e => Interpolates ? source > e.Source || (e.IncludesSource && source == e.Source) : source == e.Source) is { } found ? found.Target : Default);
}

/// <summary>A variable of an item as it declares it.</summary>
internal sealed record Declaration(DeclarationKind Kind, string Identifier, QtiCardinality Cardinality, QtiBase Base, int Line)
{
    public QtiValue? Default { get; private init; }
    public QtiValue? Correct { get; private init; }
    public Mapping? Mapping { get; private init; }
    public AreaMapping? Areas { get; private init; }
    public LookupTable? Table { get; private init; }
    public double? NormalMaximum { get; private init; }
    public bool MarkedByHand { get; private init; }

    public static Declaration Read(QtiNode node, QtiVersion version)
    {
        var kind = node.Name switch { "responseDeclaration" => DeclarationKind.Response, "templateDeclaration" => DeclarationKind.Template, _ => DeclarationKind.Outcome };
        var type = TypeOf(node["baseType"]) ?? QtiBase.String;
        var bare = new Declaration(kind, node["identifier"] ?? "", CardinalityOf(node["cardinality"]), type, node.Line);
        return bare with
        {
            Default = bare.Values(node.Child("defaultValue")),
            Correct = bare.Values(node.Child("correctResponse")),
            Mapping = node.Child("mapping") is { } mapping ? Mapping.Read(mapping, type, version) : null,
            Areas = node.Child("areaMapping") is { } areas ? AreaMapping.Read(areas) : null,
            Table = TableOf(node, type),
            NormalMaximum = Decimals.Read(node["normalMaximum"]),
            MarkedByHand = node["externalScored"] is not null,
        };
    }

    public static QtiBase? TypeOf(string? name) => Enum.TryParse<QtiBase>(name, ignoreCase: true, out var type) && Enum.IsDefined(type) && name is [>= 'a' and <= 'z', ..] ? type : null;

    public static QtiCardinality CardinalityOf(string? name) => name switch
    {
        "multiple" => QtiCardinality.Multiple,
        "ordered" => QtiCardinality.Ordered,
        "record" => QtiCardinality.Record,
        _ => QtiCardinality.Single,
    };

    /// <summary>What a candidate or a caller gave, each in its lexical form; what is none of this type is NULL.</summary>
    public QtiValue? Parse(IReadOnlyList<string> texts)
    {
        if (Cardinality == QtiCardinality.Record) return RecordText.Parse(texts);
        var items = texts.Select(t => QtiValue.Parse(Base, t)).OfType<object>().ToList();
        return Cardinality == QtiCardinality.Single ? items is [var only, ..] ? QtiValue.Single(Base, only) : null : QtiValue.Container(Cardinality, Base, items);
    }

    private QtiValue? Values(QtiNode? node)
    {
        if (node is null) return null;
        if (Cardinality == QtiCardinality.Record)
        {
            return QtiValue.Record(node.Children("value").Where(v => v["fieldIdentifier"] is not null).GroupBy(v => v["fieldIdentifier"]!)
                .ToDictionary(g => g.Key, g => TypeOf(g.First()["baseType"]) is var type ? QtiValue.Single(type ?? QtiBase.String, QtiValue.Parse(type ?? QtiBase.String, g.First().Text.Trim())) : null));
        }

        return Parse([.. node.Children("value").Select(v => v.Text.Trim())]);
    }

    private static LookupTable? TableOf(QtiNode node, QtiBase type)
    {
        var (table, interpolates) = node.Child("matchTable") is { } match ? (match, false) : (node.Child("interpolationTable"), true);
        return table is null ? null : new LookupTable(interpolates,
            [.. table.Elements.Where(e => e.Name is "matchTableEntry" or "interpolationTableEntry").Select(e => (Source: Decimals.Read(e["sourceValue"]), Entry: e)).Where(e => e.Source is not null)
                .Select(e => new LookupEntry(e.Source!.Value, e.Entry.Flag("includeBoundary", true), QtiValue.Parse(type, e.Entry["targetValue"] ?? "")))],
            table["defaultValue"] is { } otherwise ? QtiValue.Parse(type, otherwise) : null);
    }
}

/// <summary>
/// The record a text entry may be bound to. "field=value" gives fields; a bare number is taken apart as the information
/// model says under textEntryInteraction.
/// </summary>
internal static class RecordText
{
    public static QtiValue? Parse(IReadOnlyList<string> texts)
    {
        if (texts is [var only] && !only.Contains('=', StringComparison.Ordinal)) return only.Length == 0 ? null : QtiValue.Record(Number(only.Trim()));
        return QtiValue.Record(texts.Select(t => t.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0].Trim())
            .ToDictionary(g => g.Key, g => Field(g.Key, g.First()[1])));
    }

    private static QtiValue? Field(string name, string text)
    {
        QtiBase[] types = name switch
        {
            "stringValue" => [QtiBase.String],
            "floatValue" => [QtiBase.Float],
            _ => [QtiBase.Integer, QtiBase.Float, QtiBase.String],
        };
        return types.Select(t => QtiValue.Single(t, QtiValue.Parse(t, text))).FirstOrDefault(v => v is not null);
    }

    private static Dictionary<string, QtiValue?> Number(string text)
    {
        var fields = new Dictionary<string, QtiValue?> { ["stringValue"] = QtiValue.Single(QtiBase.String, text) };
        if (QtiValue.Parse(QtiBase.Float, text) is not double number) return fields;
        var parts = text.TrimStart('+', '-').ToUpperInvariant().Split('E', 2);
        var digits = parts[0].Split('.', 2);
        fields["floatValue"] = QtiValue.Of(number);
        if (parts.Length == 1 && digits.Length == 1 && QtiValue.Parse(QtiBase.Integer, text) is long whole) fields["integerValue"] = QtiValue.Of(whole);
        fields["leftDigits"] = QtiValue.Of((long)digits[0].Length);
        fields["rightDigits"] = QtiValue.Of((long)(digits.Length > 1 ? digits[1].Length : 0));
        if (parts.Length > 1 && QtiValue.Parse(QtiBase.Integer, parts[1]) is long exponent) fields["exponent"] = QtiValue.Of(exponent);
        fields["ndp"] = QtiValue.Of((digits.Length > 1 ? digits[1].Length : 0) - ((fields.GetValueOrDefault("exponent")?.Items[0] as long?) ?? 0));
        fields["nsf"] = QtiValue.Of((long)Math.Max(1, string.Concat(digits).TrimStart('0').Length));
        return fields;
    }
}

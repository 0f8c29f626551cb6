using System.Globalization;
using System.Xml.Linq;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>The elements of QTI 3.0 that the writer is made of.</summary>
internal static class QtiElements
{
    public static readonly XNamespace Space = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

    public static XElement Q(string name, params object?[] content) => new(Space + $"qti-{name}", content);

    public static XAttribute A(string name, object value) => new(name, value is decimal number ? Text(number) : Convert.ToString(value, CultureInfo.InvariantCulture)!);

    /// <summary>An attribute only where there is something to say.</summary>
    public static XAttribute? Some(string name, object? value) => value is null or "" ? null : A(name, value);

    public static string Text(decimal number) => Math.Round(number, 15).ToString("0.###############", CultureInfo.InvariantCulture);

    public static XElement Base(string type, object value) => Q("base-value", A("base-type", type), value is decimal number ? Text(number) : value);

    public static XElement Variable(string name) => Q("variable", A("identifier", name));

    public static XElement Correct(string name) => Q("correct", A("identifier", name));

    public static XElement Set(string outcome, params object?[] expression) => Q("set-outcome-value", A("identifier", outcome), expression);

    public static XElement Add(XElement expression) => Set("SCORE", Q("sum", Variable("SCORE"), expression));

    public static XElement Add(decimal points) => Add(Base("float", points));

    public static XElement If(XElement test, params XElement[] then) => Q("response-condition", Q("response-if", test, then));

    public static XElement Correct(IEnumerable<string> values) => Q("correct-response", values.Select(v => Q("value", v)));

    public static XElement Response(string name, string cardinality, string type, params object?[] content) =>
        Q("response-declaration", A("identifier", name), A("cardinality", cardinality), A("base-type", type), content);

    public static XElement Outcome(string name, string cardinality, string type, params object?[] content) =>
        Q("outcome-declaration", A("identifier", name), A("cardinality", cardinality), A("base-type", type), content);

    public static XElement Mapping(IEnumerable<(string Key, decimal Value)> entries, decimal? lower = null, decimal? upper = null, bool? caseSensitive = null) =>
        Q("mapping", A("default-value", 0), lower is null ? null : A("lower-bound", lower.Value), upper is null ? null : A("upper-bound", upper.Value),
            entries.DefaultIfEmpty((Key: "-", Value: 0m)).Select(e => Q("map-entry", A("map-key", e.Key), A("mapped-value", e.Value), caseSensitive is null ? null : A("case-sensitive", caseSensitive.Value ? "true" : "false"))));
}

/// <summary>A part of an item that asks: its response, what is shown, and the rules that add to SCORE.</summary>
/// <param name="Template">A standard template that says the same as the rules, where the item needs nothing else.</param>
internal sealed record Asked(XElement Response, XElement Interaction, IReadOnlyList<XElement> Rules, string? Template = null);

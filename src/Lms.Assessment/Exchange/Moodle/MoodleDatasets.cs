using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>The wildcards of a calculated question: their ranges, and the values that were drawn for them when it was made.</summary>
internal static class MoodleDatasets
{
    private const int MostSets = 1000, MostVariables = 100;

    public static (IReadOnlyList<Variable> Variables, IReadOnlyList<IReadOnlyDictionary<string, double>> Sets) Read(MoodleQuestion question)
    {
        var definitions = question.Child("dataset_definitions")?.Elements("dataset_definition").Take(MostVariables).ToList() ?? [];
        var variables = definitions.Select(Variable).Where(v => v.Name.Length > 0).DistinctBy(v => v.Name).ToList();
        var values = definitions.Select(d => (Name: Name(d), Items: Items(d))).Where(d => d.Name.Length > 0).DistinctBy(d => d.Name).ToList();
        var count = values.Count == 0 ? 0 : values.Min(v => v.Items.Count);
        if (count < values.Select(v => v.Items.Count).DefaultIfEmpty().Max()) question.Drop("<dataset_items>", ImportPhrase.SetsComplete.With(count));
        // A value may be stated under numbers that leave some out: sets go by place, as Moodle counts them.
        var sets = Enumerable.Range(0, Math.Min(count, MostSets)).Select(i => (IReadOnlyDictionary<string, double>)values.ToDictionary(v => v.Name, v => v.Items[i], StringComparer.Ordinal)).ToList();
        return (variables, sets);
    }

    private static string Name(XElement definition) => MoodleTexts.Value(definition.Element("name")).Trim();

    private static Variable Variable(XElement definition) => new(Name(definition), Number(definition.Element("minimum")) ?? 1, Number(definition.Element("maximum")) ?? 10,
        (int)Math.Clamp(Number(definition.Element("decimals")) ?? 1, 0, 10));

    private static List<double> Items(XElement definition) =>
    [
        .. (definition.Element("dataset_items")?.Elements("dataset_item") ?? [])
            .Select((item, i) => (Number: Number(item.Element("number")) ?? i + 1, Value: Number(item.Element("value"))))
            .OrderBy(i => i.Number).Select(i => i.Value).OfType<double>().Take(MostSets),
    ];

    private static double? Number(XElement? element) =>
        double.TryParse(MoodleTexts.Value(element).Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

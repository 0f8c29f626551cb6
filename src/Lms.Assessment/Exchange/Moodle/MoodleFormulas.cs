using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Moodle.MoodleMarkup;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>The formulas of a calculated question with their data sets.</summary>
internal static class MoodleFormulas
{
    private const int InventedSets = 10;

    public static IEnumerable<XElement> Write(Calculated question, MoodleMarkup markup)
    {
        foreach (var answer in question.Answers)
            yield return Answer(answer.Fraction, new XElement("text", answer.Formula), new XElement("tolerance", answer.Tolerance.ToString(CultureInfo.InvariantCulture)),
                new XElement("tolerancetype", answer.Kind switch { ToleranceKind.Relative => "1", ToleranceKind.Absolute => "2", ToleranceKind.Geometric => "3" }),
                new XElement("correctanswerformat", "1"), new XElement("correctanswerlength", $"{answer.Decimals}"), markup.Text("feedback", answer.Feedback));
        yield return new XElement("dataset_definitions", (question.ValueSets.Count > 0 ? Given(question) : Invented(question)).Select(Definition));
    }

    private static IEnumerable<(string Name, double Minimum, double Maximum, int Decimals, List<double> Values)> Given(Calculated question) =>
        question.ValueSets[0].Keys.Select(name =>
        {
            var values = question.ValueSets.Select(s => s.GetValueOrDefault(name)).ToList();
            return (name, values.Min(), values.Max(), values.Max(Decimals), values);
        });

    /// <summary>Moodle draws from ready values only: some over the whole range, the same every time.</summary>
    private static IEnumerable<(string Name, double Minimum, double Maximum, int Decimals, List<double> Values)> Invented(Calculated question) =>
        question.Variables.Select((v, place) => (v.Name, v.Minimum, v.Maximum, v.Decimals,
            Enumerable.Range(0, InventedSets).Select(i => Math.Round(v.Minimum + (v.Maximum - v.Minimum) * ((i * (2 * place + 3)) % InventedSets) / (InventedSets - 1), v.Decimals)).ToList()));

    private static XElement Definition((string Name, double Minimum, double Maximum, int Decimals, List<double> Values) set) => new("dataset_definition",
        Named("status", "private"), Named("name", set.Name), new XElement("type", "calculated"), Named("distribution", "uniform"),
        Named("minimum", Text(set.Minimum)), Named("maximum", Text(set.Maximum)), Named("decimals", $"{set.Decimals}"), new XElement("itemcount", $"{set.Values.Count}"),
        new XElement("dataset_items", set.Values.Select((value, i) => new XElement("dataset_item", new XElement("number", $"{i + 1}"), new XElement("value", Text(value))))),
        new XElement("number_of_items", $"{set.Values.Count}"));

    private static XElement Named(string element, string text) => MoodleMarkup.Plain(element, text);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static int Decimals(double value) => Text(value).Split('.') is [_, var part] && !part.Contains('E') ? Math.Min(part.Length, 10) : 0;
}

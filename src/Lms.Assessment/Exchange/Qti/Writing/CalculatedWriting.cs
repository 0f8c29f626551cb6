using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>Drawn values as template variables, the answers as what follows from them.</summary>
internal static class CalculatedWriting
{
    private const int MostSets = 200;

    /// <summary>Null where a formula or the values have no words in QTI.</summary>
    public static (Asked Asked, IReadOnlyList<XElement> Templates)? Of(string name, Calculated question, decimal points, ExportLog log)
    {
        var formulas = question.Answers.Select(a => FormulaWriting.Of(a.Formula)).ToList();
        string[] names = question.ValueSets.Count > 0 ? [.. question.ValueSets[0].Keys] : [.. question.Variables.Select(v => v.Name)];
        if (formulas.Contains(null) || question.ValueSets.Count > MostSets || !names.All(IsIdentifier) || question.Answers.Any(a => a.Kind == ToleranceKind.Geometric)) return null;
        log.LostUnless(question.Units.Count == 0, "units", "QTI has none");
        var right = question.Answers.ToList().FindIndex(a => a.Fraction == 1m);
        var declared = names.Select(n => Q("template-declaration", A("identifier", n), A("cardinality", "single"), A("base-type", "float"))).ToList();
        var drawn = question.ValueSets.Count > 0 ? Sets(question.ValueSets, declared) : question.Variables.Select(Draw);
        var processing = Q("template-processing", drawn, right < 0 ? null : Q("set-correct-response", A("identifier", name), new XElement(formulas[right]!)));
        var interaction = Q("text-entry-interaction", A("response-identifier", name), A("data-lms-type", QuestionType.Calculated), A("data-lms-variables", AssessmentJson.Write(question.Variables)), A("data-lms-answers", AssessmentJson.Write(question.Answers)),
            question.ValueSets.Count == 0 ? null : A("data-lms-sets", AssessmentJson.Write(question.ValueSets)));
        var rules = Q("response-condition", question.Answers.Select((a, i) => Q(i == 0 ? "response-if" : "response-else-if",
            Q("equal", A("tolerance-mode", a.Kind == ToleranceKind.Relative ? "relative" : "absolute"), A("tolerance", Number(a.Kind == ToleranceKind.Relative ? a.Tolerance * 100 : a.Tolerance)), new XElement(formulas[i]!), Variable(name)), Add(a.Fraction * points))));
        return (new Asked(Response(name, "single", "float"), interaction, [rules]), [.. declared, processing]);
    }

    public static bool IsIdentifier(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    private static XElement Draw(Variable variable) => Q("set-template-value", A("identifier", variable.Name), Q("round-to", A("rounding-mode", "decimalPlaces"), A("figures", variable.Decimals),
        Q("sum", Base("float", Number(variable.Minimum)), Q("divide", Q("random-integer", A("min", 0), A("max", Math.Max(0, DrawnValues.Steps(variable)))), Base("float", Number(Math.Pow(10, variable.Decimals)))))));

    private static IEnumerable<XElement> Sets(IReadOnlyList<IReadOnlyDictionary<string, double>> sets, List<XElement> declared)
    {
        const string which = "VALUE_SET";
        declared.Insert(0, Q("template-declaration", A("identifier", which), A("cardinality", "single"), A("base-type", "integer")));
        yield return Q("set-template-value", A("identifier", which), Q("random-integer", A("min", 1), A("max", sets.Count)));
        yield return Q("template-condition", sets.Select((set, i) => Q(i == 0 ? "template-if" : "template-else-if", Q("match", Variable(which), Base("integer", i + 1)),
            set.Select(v => Q("set-template-value", A("identifier", v.Key), Base("float", Number(v.Value)))))));
    }

    private static string Number(double number) => (Rules.Decimals.Exact(number) is { } exact ? Math.Round(exact, 14).ToString("0.##############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));
}

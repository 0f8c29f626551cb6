using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>What is typed. Answers that say more than rules can are noted beside them, in data-lms-answers.</summary>
internal static class EntryWriting
{
    public static Asked Word(string name, ShortText question, decimal points, ExportLog log)
    {
        log.LostUnless(question.DiacriticsSensitive, "taking answers without diacritics", "QTI compares letters as they are; it is noted beside the rules");
        var noted = question.Wildcards || question.Answers.Any(a => a.Feedback.Length > 0);
        var interaction = Q("text-entry-interaction", A("response-identifier", name), Some("data-lms-wildcards", question.Wildcards ? "true" : null), Some("data-lms-diacritics", question.DiacriticsSensitive ? null : "ignored"),
            Some("data-lms-answers", noted ? AssessmentJson.Write(question.Answers) : null));
        var best = question.Answers.FirstOrDefault(a => a.Fraction == 1m && !(question.Wildcards && a.Text.Contains('*', StringComparison.Ordinal)));
        var correct = best is null ? null : Correct([best.Text]);
        if (question.Wildcards)
            return new Asked(Response(name, "single", "string", correct), interaction, Chain(question.Answers.Select(a => (Q("pattern-match", A("pattern", Pattern(a.Text, question.CaseSensitive)), Variable(name)), a.Fraction * points))));
        var keys = question.Answers.DistinctBy(a => question.CaseSensitive ? a.Text : a.Text.ToUpperInvariant()).Where(a => a.Fraction != 0m).Select(a => (a.Text, a.Fraction * points));
        return new Asked(Response(name, "single", "string", correct, Mapping(keys, caseSensitive: question.CaseSensitive)), interaction, [Add(Q("map-response", A("identifier", name)))], "map_response");
    }

    public static Asked Number(string name, Numeric question, decimal points, ExportLog log)
    {
        log.LostUnless(question.Units.Count == 0, "units", "QTI has none");
        log.LostUnless(question.Answers.All(a => a.SignificantFigures is null), "significant figures", "they are not written as rules");
        var noted = question.Answers.Any(a => a.Feedback.Length > 0 || a.Kind == ToleranceKind.Geometric);
        var interaction = Q("text-entry-interaction", A("response-identifier", name), Some("data-lms-answers", noted ? AssessmentJson.Write(question.Answers) : null));
        var correct = question.Answers.FirstOrDefault(a => a.Fraction == 1m && a.Value != NumberScoring.AnyNumber);
        return new Asked(Response(name, "single", "float", correct is null ? null : Correct([correct.Value])), interaction, Chain(question.Answers.Select(a => (Fits(name, a), a.Fraction * points))));
    }

    private static XElement Fits(string name, NumericAnswer answer)
    {
        if (answer.Value == NumberScoring.AnyNumber) return Q("not", Q("is-null", Variable(name)));
        var value = Q("base-value", A("base-type", "float"), answer.Value);
        if (answer.Kind != ToleranceKind.Geometric)
        {
            var tolerance = ExactNumber.Parse(answer.Tolerance) is { Sign: > 0 } given ? given : (ExactNumber?)null;
            return tolerance is null ? Q("equal", A("tolerance-mode", "exact"), value, Variable(name))
                : Q("equal", A("tolerance-mode", answer.Kind == ToleranceKind.Relative ? "relative" : "absolute"), A("tolerance", answer.Kind == ToleranceKind.Relative ? Number(tolerance.Value.ToDouble() * 100) : answer.Tolerance), value, Variable(name));
        }

        var (middle, ratio) = (ExactNumber.Parse(answer.Value)!.Value.ToDouble(), 1 + ExactNumber.Parse(answer.Tolerance)!.Value.ToDouble());
        var ends = new[] { middle / ratio, middle * ratio }.Order().ToArray();
        return Q("and", Q("gte", Variable(name), Base("float", Number(ends[0]))), Q("lte", Variable(name), Base("float", Number(ends[1]))));
    }

    private static string Number(double number) => (Rules.Decimals.Exact(number) is { } exact ? Math.Round(exact, 12).ToString("0.############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The first that fits counts.</summary>
    private static XElement[] Chain(IEnumerable<(XElement Test, decimal Points)> tests) =>
        [Q("response-condition", tests.Select((t, i) => Q(i == 0 ? "response-if" : "response-else-if", t.Test, Add(t.Points))))];

    /// <summary>A star is any run of characters; XML Schema knows no flag for case, so a letter becomes both of its forms.</summary>
    private static string Pattern(string answer, bool caseSensitive)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < answer.Length; i++)
        {
            var c = answer[i];
            if (c == '\\' && i + 1 < answer.Length && answer[i + 1] == '*') { pattern.Append("\\*"); i++; }
            else if (c == '*') pattern.Append(".*");
            else if (@"\.?+{}()[]|-^".Contains(c, StringComparison.Ordinal)) pattern.Append('\\').Append(c);
            else if (!caseSensitive && char.ToLowerInvariant(c) != char.ToUpperInvariant(c)) pattern.Append('[').Append(char.ToLowerInvariant(c)).Append(char.ToUpperInvariant(c)).Append(']');
            else pattern.Append(c);
        }

        return pattern.ToString();
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Moodle;

internal static partial class MoodleNumbers
{
    public static QuestionDefinition? Numeric(MoodleQuestion question)
    {
        var answers = new List<NumericAnswer>();
        foreach (var answer in question.Children("answer"))
        {
            var text = MoodleTexts.Value(answer).Trim();
            var feedback = question.Texts.Markdown(answer.Element("feedback"));
            if (text == NumberScoring.AnyNumber) answers.Add(new("*", Fraction: question.Fraction(answer), Feedback: feedback));
            else if (Digits(text) is { } value && Digits(MoodleTexts.Value(answer.Element("tolerance")), "0") is { } within) answers.Add(new(value, within.TrimStart('-'), Fraction: question.Fraction(answer), Feedback: feedback));
            else question.Drop(ImportPhrase.AnswerText.With(text.Length > 60 ? text[..60] : text), ImportPhrase.NoNumber, answer);
        }

        if (answers.Count == 0) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.AnAnswer);
        var (units, rule, penalty) = Units(question, answers.Any(a => a.Fraction is > 0m and < 1m));
        return new Numeric { Prompt = question.Prompt, Answers = answers, Units = units, UnitRule = rule, UnitPenalty = penalty };
    }

    public static QuestionDefinition? Calculated(MoodleQuestion question)
    {
        var answers = new List<CalculatedAnswer>();
        foreach (var answer in question.Children("answer"))
        {
            var formula = MoodleTexts.Value(answer).Trim().TrimStart('=').Trim();
            if (Formula.Parse(formula) is null) question.Drop(ImportPhrase.FormulaText.With(formula.Length > 100 ? formula[..100] : formula), ImportPhrase.NotCalculable, answer);
            else answers.Add(Calculated(question, answer, formula));
        }

        if (answers.Count == 0) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.AFormula);
        var prompt = question.Prompt;
        if (prompt.Contains("{=", StringComparison.Ordinal)) question.Drop(ImportPhrase.CalculationInText, ImportPhrase.ShowsValues);
        var (variables, sets) = MoodleDatasets.Read(question);
        var (units, rule, penalty) = Units(question, answers.Any(a => a.Fraction is > 0m and < 1m));
        return new Calculated { Prompt = prompt, Answers = answers, Variables = sets.Count > 0 ? [] : variables, ValueSets = sets, Units = units, UnitRule = rule, UnitPenalty = penalty };
    }

    /// <summary>Options that are calculated for each candidate do not exist here; with one set of values they are plain options.</summary>
    public static QuestionDefinition? CalculatedChoice(MoodleQuestion question)
    {
        var (_, sets) = MoodleDatasets.Read(question);
        if (sets.Count != 1) return question.Refuse(ImportIssueKind.TypeNotSupported, ImportPhrase.CalculatedMulti);
        var options = question.Children("answer").Select(a => new ChoiceDraft(
            question.Texts.Markdown(a, Substituted(MoodleTexts.Value(a), sets[0], MoodleTexts.Value(a.Element("correctanswerlength")))), question.Fraction(a), question.Texts.Markdown(a.Element("feedback")))).ToList();
        var text = question.Child("questiontext");
        var prompt = question.Texts.Markdown(text, Substituted(MoodleTexts.Value(text), sets[0], ""));
        return question.Flag("single", ifNone: true) ? ChoiceDraft.Single(prompt, options) : ChoiceDraft.Multiple(prompt, options);
    }

    private static CalculatedAnswer Calculated(MoodleQuestion question, XElement answer, string formula)
    {
        var kind = MoodleTexts.Value(answer.Element("tolerancetype")).Trim().ToLowerInvariant() switch { "2" or "nominal" => ToleranceKind.Absolute, "3" or "geometric" => ToleranceKind.Geometric, _ => ToleranceKind.Relative };
        var tolerance = double.TryParse(MoodleTexts.Value(answer.Element("tolerance")).Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && double.IsFinite(given) ? Math.Abs(given) : 0.01;
        if (MoodleTexts.Value(answer.Element("correctanswerformat")).Trim() == "2") question.Drop("<correctanswerformat>", ImportPhrase.DecimalsShown, answer.Element("correctanswerformat"));
        var decimals = int.TryParse(MoodleTexts.Value(answer.Element("correctanswerlength")).Trim(), out var length) ? Math.Clamp(length, 0, 10) : 2;
        return new CalculatedAnswer(formula, tolerance, kind, question.Fraction(answer), question.Texts.Markdown(answer.Element("feedback")), decimals);
    }

    /// <summary>A multiplier says how many of the unit make one: the answer times it is the answer in this unit.</summary>
    private static (IReadOnlyList<NumericUnit> Units, UnitRule Rule, decimal Penalty) Units(MoodleQuestion question, bool partial)
    {
        var units = question.Child("units")?.Elements("unit").Select(u => new NumericUnit(MoodleTexts.Value(u.Element("unit_name")).Trim(), Digits(MoodleTexts.Value(u.Element("multiplier")), "1") ?? "1")).Where(u => u.Symbol.Length > 0).ToList() ?? [];
        var grading = question.Whole("unitgradingtype") ?? 0;
        var penalty = Math.Clamp(question.Number("unitpenalty") ?? 0.1m, 0m, 1m);
        if (question.Whole("showunits") is 1 or 2) question.Drop("<showunits>", ImportPhrase.UnitTyped);
        if (question.Markdown("instructions").Length > 0) question.Drop("<instructions>", ImportPhrase.PutIntoText, question.Child("instructions"));
        if (grading == 2 && partial) question.Drop("<unitgradingtype> 2", ImportPhrase.PenaltyOfNumber, question.Child("unitgradingtype"));
        return (units, grading > 0 ? UnitRule.Required : UnitRule.Optional, penalty);
    }

    private static string? Digits(string text, string ifNone = "")
    {
        var typed = text.Trim().Length == 0 ? ifNone : text;
        return NumberText.Read(typed) is { Unit: "" } number ? number.Digits : null;
    }

    private static string Substituted(string text, IReadOnlyDictionary<string, double> values, string decimals)
    {
        var shown = int.TryParse(decimals.Trim(), out var length) ? Math.Clamp(length, 0, 10) : 2;
        var calculated = Expression().Replace(text, m => Formula.Parse(m.Groups["formula"].Value)?.Evaluate(values) is { } value && double.IsFinite(value) ? value.ToString("F" + shown, CultureInfo.InvariantCulture) : m.Value);
        return Wildcard().Replace(calculated, m => values.TryGetValue(m.Groups["name"].Value, out var value) ? value.ToString(CultureInfo.InvariantCulture) : m.Value);
    }

    [GeneratedRegex(@"\{=(?<formula>(?:[^{}]|\{[^{}]*\})*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\{(?<name>[^{}=]{1,40})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Wildcard();
}

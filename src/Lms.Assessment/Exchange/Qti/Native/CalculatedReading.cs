using System.Globalization;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>
/// A question whose values are drawn. Rules that draw and compute can be anything in QTI, so only what our own writer
/// noted comes back as a formula, and only where the item's rules still say the same.
/// </summary>
internal static class CalculatedReading
{
    private const int MostSets = 5;

    public static Calculated? Of(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, List<ImportIssue> issues)
    {
        if (item.Interactions is not [{ Name: "textEntryInteraction" } entry] || entry["data-lms-type"] != QuestionType.Calculated || !item.HasRules || item.Maximum <= 0) return null;
        var answers = HintedAnswers.Of<CalculatedAnswer>(entry["data-lms-answers"]);
        var variables = HintedAnswers.Of<Variable>(entry["data-lms-variables"]);
        var sets = HintedAnswers.Of<Dictionary<string, double>>(entry["data-lms-sets"]);
        if (answers.Count == 0 || answers.Any(a => a.Formula is null) || variables.Any(v => v.Name is null)) return null;
        var question = new Calculated { Prompt = NativeQuestion.Prompt(item, prose, stimuli, e => e == entry ? "" : null), Variables = variables, Answers = answers, ValueSets = sets };
        IEnumerable<IReadOnlyDictionary<string, double>> tried = sets.Count > 0 ? sets.Take(MostSets)
            : [.. new[] { 0d, 0.5, 1d }.Select(part => variables.DistinctBy(v => v.Name).ToDictionary(v => v.Name, v => Math.Round(v.Minimum + (v.Maximum - v.Minimum) * part, Math.Clamp(v.Decimals, 0, 10))))];
        if (!tried.All(values => Agrees(item, entry["responseIdentifier"]!, question, values))) return null;
        // What is said is tried on the values that the item itself draws.
        var state = item.Begin();
        var drawn = item.Declarations.Values.Where(d => d.Kind == DeclarationKind.Template && state.Variable(d.Identifier)?.Number is not null).ToDictionary(d => d.Identifier, d => state.Variable(d.Identifier)!.Number!.Value);
        var ofDrawn = question with { Variables = [], ValueSets = [drawn] };
        var spoken = (Calculated)FeedbackReading.Into(item, ofDrawn, [.. Trials(answers, drawn).Select(n => n.ToString("R", CultureInfo.InvariantCulture)).Select(t => new Sample(new TextResponse(t), [t]))], prose, issues);
        return question with { Feedback = spoken.Feedback, Outcomes = spoken.Outcomes };
    }

    /// <summary>Each answer's own number, and two that are far from it.</summary>
    private static IEnumerable<double> Trials(IReadOnlyList<CalculatedAnswer> answers, IReadOnlyDictionary<string, double> values) =>
        answers.SelectMany(a => Formula.Parse(a.Formula)?.Evaluate(values) is { } right && double.IsFinite(right) ? (double[])[right, right * 1.3 + 1, -right] : []);

    private static bool Agrees(QtiItem item, string response, Calculated question, IReadOnlyDictionary<string, double> values)
    {
        var given = values.ToDictionary(v => v.Key, v => v.Value.ToString("R", CultureInfo.InvariantCulture));
        return Trials(question.Answers, values).All(number =>
        {
            var text = number.ToString("R", CultureInfo.InvariantCulture);
            var score = item.Score(new Dictionary<string, IReadOnlyList<string>> { [response] = [text] }, given);
            return Math.Abs(score.Score / score.Maximum - (double)Scorer.Score(question, new TextResponse(text), values).Fraction) <= (double)Part.Alike;
        });
    }
}

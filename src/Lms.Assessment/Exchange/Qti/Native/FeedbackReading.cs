using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>
/// Feedback in QTI hangs on outcomes that any rule may set. When it is said is found by trying: always, by how the answer
/// came out, or with one option. What depends on anything else is left out, with an issue.
/// </summary>
internal static class FeedbackReading
{
    private enum Place { Always, Outcome, Option, Nowhere }

    public static QuestionDefinition Into(QtiItem item, QuestionDefinition question, IReadOnlyList<Sample> samples, QtiProse prose, List<ImportIssue> issues)
    {
        var all = item.Root.Children("modalFeedback").Concat(item.Body.Descendants().Where(e => e.Name == "feedbackBlock"
            || (e.Name == "feedbackInline" && !item.Interactions.Any(i => i.Descendants().Contains(e))))).ToList();
        if (all.Count == 0) return question;
        var name = item.Interactions[0]["responseIdentifier"]!;
        IReadOnlyList<Sample> tried = samples.Count > 0 ? samples : [new Sample(new TextResponse("x"), ["x"])];
        var states = tried.Select(s => item.Run(s.All ?? new Dictionary<string, IReadOnlyList<string>> { [name] = s.Texts })).ToList();
        foreach (var feedback in all)
        {
            var shown = states.Select(s => IsShown(feedback, s)).ToList();
            var text = prose.Markdown(feedback);
            if (text.Length == 0 || !shown.Contains(true)) continue;
            var before = question;
            question = PlaceOf(question, tried, shown, feedback["identifier"], out var option, out var reasons) switch
            {
                Place.Always => question with { Feedback = Joined(question.Feedback, text) },
                Place.Outcome => question with { Outcomes = With(question.Outcomes ?? new OutcomeFeedback("", "", ""), reasons, text) },
                Place.Option => WithOption(question, option, text),
                Place.Nowhere => question,
            };
            if (ReferenceEquals(before, question)) issues.Add(new ImportIssue(feedback.Line, ImportIssueKind.Dropped, $"{feedback.Name} {feedback["identifier"]}", ImportPhrase.FeedbackDepends));
        }

        return question;
    }

    public static bool IsShown(QtiNode feedback, QtiState state)
    {
        var said = state.Variable(feedback["outcomeIdentifier"] ?? "")?.Items.Any(i => QtiText.Of(i) == feedback["identifier"]) == true;
        return said == (feedback["showHide"] != "hide");
    }

    private static Place PlaceOf(QuestionDefinition question, IReadOnlyList<Sample> tried, List<bool> shown, string? identifier, out string option, out HashSet<MarkReason> reasons)
    {
        option = "";
        reasons = [];
        if (!shown.Contains(false)) return Place.Always;
        var marks = tried.Select(s => Scorer.Score(question, s.Given).Reason).ToList();
        var (with, without) = (Which(true), Which(false));
        string[] options = question switch { SingleChoice s => [.. s.Options.Select(o => o.Id)], MultipleResponse m => [.. m.Options.Select(o => o.Id)], TrueFalse => ["true", "false"], _ => [] };
        var own = options.FirstOrDefault(id => tried.Select((s, i) => (s.Given as ChoiceResponse)?.OptionIds.Contains(id) == shown[i]).All(same => same));
        if (own is not null && (own == identifier || with.Overlaps(without) || !with.Contains(MarkReason.Right)))
        {
            option = own;
            return Place.Option;
        }

        reasons = with;
        return with.Overlaps(without) ? Place.Nowhere : Place.Outcome;

        HashSet<MarkReason> Which(bool whenShown) => [.. marks.Where((_, i) => shown[i] == whenShown)];
    }

    private static OutcomeFeedback With(OutcomeFeedback before, HashSet<MarkReason> reasons, string text) => new(
        reasons.Contains(MarkReason.Right) ? Joined(before.Right, text) : before.Right,
        reasons.Contains(MarkReason.PartlyRight) ? Joined(before.PartlyRight, text) : before.PartlyRight,
        reasons.Contains(MarkReason.Wrong) ? Joined(before.Wrong, text) : before.Wrong);

    private static QuestionDefinition WithOption(QuestionDefinition question, string id, string text) => question switch
    {
        SingleChoice single => single with { Options = [.. single.Options.Select(o => o.Id == id ? o with { Feedback = Joined(o.Feedback, text) } : o)] },
        MultipleResponse multiple => multiple with { Options = [.. multiple.Options.Select(o => o.Id == id ? o with { Feedback = Joined(o.Feedback, text) } : o)] },
        TrueFalse statement => id == "true" ? statement with { TrueFeedback = Joined(statement.TrueFeedback, text) } : statement with { FalseFeedback = Joined(statement.FalseFeedback, text) },
        _ => question,
    };

    private static string Joined(string before, string text) => before.Length == 0 ? text : $"{before}\n\n{text}";
}

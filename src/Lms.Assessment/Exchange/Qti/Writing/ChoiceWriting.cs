using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

internal static class ChoiceWriting
{
    public const string Said = "FEEDBACK";

    /// <param name="orientation">Null for a list; inline choices have none.</param>
    public static Asked Single(string name, SingleChoice question, decimal points, QtiMarkup markup, bool inline = false, string? orientation = null)
    {
        var values = question.Options.Select(o => (o.Id, Value: (o.Fraction ?? (o.Correct ? 1m : 0m)) * points)).ToList();
        var plain = points == 1m && question.Options.All(o => (o.Fraction ?? (o.Correct ? 1m : 0m)) is 0m or 1m);
        return new Asked(Response(name, "single", "identifier", Correct(question.Options.Where(o => (o.Fraction ?? (o.Correct ? 1m : 0m)) == 1m).Take(1).Select(o => o.Id)).NullIfEmpty(), Mapping(values.Where(v => v.Value != 0m))),
            inline ? Q("inline-choice-interaction", A("response-identifier", name), A("shuffle", "false"), question.Options.Select(o => Q("inline-choice", A("identifier", o.Id), Texts.PlainText.Of(o.Text))))
                : Choices(name, question.Options, 1, markup, orientation),
            [Add(Q("map-response", A("identifier", name)))], plain ? "match_correct" : "map_response");
    }

    public static Asked Statement(string name, TrueFalse question, decimal points, QtiMarkup markup)
    {
        var asked = Single(name, new SingleChoice { Prompt = "", Options = [new("true", "Đúng", question.Correct, question.TrueFeedback), new("false", "Sai", !question.Correct, question.FalseFeedback)] }, points, markup);
        asked.Interaction.Add(A("data-lms-type", QuestionType.TrueFalse));
        return asked;
    }

    public static Asked Multiple(string name, MultipleResponse question, decimal points, QtiMarkup markup, string? orientation = null)
    {
        var right = question.Options.Where(o => o.Correct).Select(o => o.Id).ToList();
        var each = right.Count == 0 ? 0m : points / right.Count;
        var interaction = Choices(name, question.Options, 0, markup, orientation);
        interaction.Add(A("data-lms-scoring", question.Scoring));
        var counted = question.Options.Select(o => (o.Id, question.Scoring == MultipleScoring.Mapped ? (o.Fraction ?? 0m) * points : o.Correct ? each : question.Scoring is MultipleScoring.PartialCredit or MultipleScoring.PartialNegative ? -each : 0m)).Where(v => v.Item2 != 0m);
        var (lower, upper) = question.Scoring switch
        {
            MultipleScoring.Mapped => (question.LowerBound * points, question.UpperBound * points),
            MultipleScoring.PartialNegative => (-points, points),
            MultipleScoring.AllOrNothing or MultipleScoring.PartialCredit or MultipleScoring.PartialWithoutPenalty => (0m, points),
        };
        XElement[] rules = question.Scoring switch
        {
            MultipleScoring.AllOrNothing => [If(Q("match", Variable(name), Correct(name)), Add(points))],
            MultipleScoring.PartialWithoutPenalty => [If(Q("lte", Q("container-size", Variable(name)), Base("integer", right.Count)), Add(Q("map-response", A("identifier", name))))],
            MultipleScoring.Mapped or MultipleScoring.PartialCredit or MultipleScoring.PartialNegative => [Add(Q("map-response", A("identifier", name)))],
        };
        var template = question.Scoring switch
        {
            MultipleScoring.AllOrNothing => points == 1m ? "match_correct" : null,
            MultipleScoring.PartialWithoutPenalty => null,
            MultipleScoring.Mapped or MultipleScoring.PartialCredit or MultipleScoring.PartialNegative => "map_response",
        };
        return new Asked(Response(name, "multiple", "identifier", Correct(right).NullIfEmpty(), Mapping(counted, lower, upper)), interaction, rules, template);
    }

    private static XElement Choices(string name, IReadOnlyList<ChoiceOption> options, int most, QtiMarkup markup, string? orientation) =>
        Q("choice-interaction", A("response-identifier", name), A("shuffle", "false"), A("max-choices", most), Some("orientation", orientation), options.Select(o => Q("simple-choice", A("identifier", o.Id), markup.Line(o.Text),
            o.Feedback.Length == 0 ? null : Q("feedback-inline", A("outcome-identifier", Said), A("identifier", o.Id), A("show-hide", "show"), markup.Line(o.Feedback)))));

    public static XElement? NullIfEmpty(this XElement element) => element.HasElements ? element : null;
}

using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>Texts with gaps: each gap is a response of its own, or all of them are one where words are dragged.</summary>
internal static class GapWriting
{
    public static IReadOnlyList<Asked> Fields(Cloze question, decimal points, QtiMarkup markup, ExportLog log)
    {
        var total = question.Gaps.Sum(g => g.Weight);
        var asked = question.Gaps.Select((gap, i) => Field($"RESPONSE_{i + 1}", gap, points * gap.Weight / total, markup, log)).ToList();
        for (var i = 0; i < asked.Count; i++) asked[i].Interaction.Add(A("data-lms-weight", question.Gaps[i].Weight));
        if (asked.TrueForAll(a => a.Interaction.Name.LocalName == "qti-inline-choice-interaction")) asked[0].Interaction.Add(A("data-lms-type", QuestionType.Cloze));
        return asked;
    }

    public static IReadOnlyList<Asked> Lists(GapSelect question, decimal points) =>
    [
        .. question.Gaps.Select((id, i) =>
        {
            var right = question.Choices.First(c => c.Id == id);
            var options = question.Choices.Where(c => c.Group == right.Group).ToList();
            var name = $"RESPONSE_{i + 1}";
            return new Asked(Response(name, "single", "identifier", Correct([id]), Mapping(options.Where(o => o.Text == right.Text).Select(o => (o.Id, points / question.Gaps.Count)))),
                Q("inline-choice-interaction", A("response-identifier", name), A("shuffle", "false"), options.Select(o => Q("inline-choice", A("identifier", o.Id), Texts.PlainText.Of(o.Text)))), [Add(Q("map-response", A("identifier", name)))]);
        }),
    ];

    public static Asked Dragged(string name, GapSelect question, decimal points, QtiMarkup markup, ExportLog log)
    {
        log.LostUnless(question.Choices.Select(c => c.Group).Distinct().Count() == 1, "groups of words", "QTI offers every word in every gap; the groups are noted beside them");
        var interaction = Q("gap-match-interaction", A("response-identifier", name), A("shuffle", "false"),
            question.Choices.Select(c => Q("gap-text", A("identifier", c.Id), A("match-max", c.Unlimited ? 0 : 1), c.Group == 1 ? null : A("data-lms-group", c.Group), Texts.PlainText.Of(c.Text))),
            markup.Blocks(question.Prompt, n => Q("gap", A("identifier", $"G{n}"))));
        var right = question.Gaps.SelectMany((id, i) => question.Choices.Where(c => c.Id == id || c.Text == question.Choices.First(x => x.Id == id).Text).Select(c => ($"{c.Id} G{i + 1}", points / question.Gaps.Count)));
        return new Asked(Response(name, "multiple", "directedPair", Correct(question.Gaps.Select((id, i) => $"{id} G{i + 1}")), Mapping(right, 0m, points)), interaction, [Add(Q("map-response", A("identifier", name)))], "map_response");
    }

    private static Asked Field(string name, Gap gap, decimal points, QtiMarkup markup, ExportLog log)
    {
        var orientation = gap.Display == GapDisplay.Row ? "horizontal" : null;
        if (gap.Question is SingleChoice { Options: var options }) log.LostUnless(gap.Display != GapDisplay.Inline || options.All(o => o.Feedback.Length == 0), "feedback of choices in a gap", "choices within a line hold none");
        return gap.Question switch
        {
            SingleChoice single => ChoiceWriting.Single(name, single, points, markup, gap.Display == GapDisplay.Inline, orientation),
            MultipleResponse multiple => ChoiceWriting.Multiple(name, multiple, points, markup, orientation),
            ShortText text => EntryWriting.Word(name, text, points, log),
            Numeric numeric => EntryWriting.Number(name, numeric, points, log),
            _ => throw new ArgumentException($"A gap cannot be a {gap.Question.GetType().Name}.", nameof(gap)),
        };
    }
}

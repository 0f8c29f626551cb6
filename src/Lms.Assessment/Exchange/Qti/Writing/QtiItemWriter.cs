using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>One question as an item of QTI 3.0.</summary>
internal sealed class QtiItemWriter(QtiMarkup markup, ExportLog log)
{
    private const string Templates = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";
    private const string General = "GENERAL", Came = "CAME_OUT";

    /// <summary>Null where QTI has nothing that asks so.</summary>
    /// <param name="stimulus">Identifier of the case study among the files of the package; null where there is none.</param>
    public XDocument? Item(ExportedQuestion exported, string identifier, string? stimulus = null)
    {
        var question = exported.Definition;
        var points = exported.Points > 0m ? exported.Points : 1m;
        if (Asked(question, points, out var templates) is not { } asked) return null;
        var byHand = question is Essay or FileUpload;
        var (said, rules) = Feedback(question, asked);
        var plain = asked is [{ Template: { } template }] && rules.Count == 0 ? template : null;
        var item = Q("assessment-item", A("identifier", identifier), A("title", exported.Title.Length == 0 ? identifier : Texts.RichText.Clean(exported.Title)), A("adaptive", "false"), A("time-dependent", "false"), new XAttribute(XNamespace.Xml + "lang", "vi"),
            asked.Select(a => a.Response),
            Outcome("SCORE", "single", "float", byHand ? A("external-scored", "human") : null, A("normal-maximum", points), Q("default-value", Q("value", "0"))),
            Outcome("MAXSCORE", "single", "float", Q("default-value", Q("value", Text(points)))),
            said.Where(s => s.Name.LocalName == "qti-outcome-declaration"), templates,
            stimulus is null ? null : Q("assessment-stimulus-ref", A("identifier", stimulus), A("href", $"../stimuli/{stimulus}.xml"), Some("title", Texts.RichText.Clean(exported.Case!.Title))),
            Q("item-body", Some("data-lms-category", Texts.RichText.Clean(exported.Category)), Some("data-lms-tags", string.Join('\n', exported.Tags.Select(Texts.RichText.Clean))), Some("data-lms-difficulty", exported.Difficulty),
                Some("data-lms-outcome", Texts.RichText.Clean(exported.Outcome)), Some("data-lms-level", exported.Level), Some("data-lms-source", Texts.RichText.Clean(exported.Source)), Body(question, asked)),
            byHand ? null : plain is not null ? Q("response-processing", A("template", $"{Templates}{plain}.xml")) : Q("response-processing", asked.SelectMany(a => a.Rules), rules),
            said.Where(s => s.Name.LocalName == "qti-modal-feedback"));
        return new XDocument(new XDeclaration("1.0", "UTF-8", null), item);
    }

    /// <summary>A case study as a shared stimulus of QTI 3.0.</summary>
    public XDocument Stimulus(CaseDraft study, string identifier) => new(new XDeclaration("1.0", "UTF-8", null),
        Q("assessment-stimulus", A("identifier", identifier), A("title", Texts.RichText.Clean(study.Title)), new XAttribute(XNamespace.Xml + "lang", "vi"),
            Q("stimulus-body", Some("data-lms-shuffle", study.ShuffleWithin ? "true" : null), markup.Blocks(study.Text))));

    private IReadOnlyList<Asked>? Asked(QuestionDefinition question, decimal points, out IReadOnlyList<XElement> templates)
    {
        const string name = "RESPONSE";
        templates = [];
        switch (question)
        {
            case SingleChoice single: return [ChoiceWriting.Single(name, single, points, markup)];
            case MultipleResponse multiple: return [ChoiceWriting.Multiple(name, multiple, points, markup)];
            case TrueFalse statement: return [ChoiceWriting.Statement(name, statement, points, markup)];
            case Matching matching: return [ArrangementWriting.Match(name, matching, points, markup)];
            case Ordering ordering: return [ArrangementWriting.Order(name, ordering, points, markup, log)];
            case ShortText text: return [EntryWriting.Word(name, text, points, log)];
            case Numeric numeric: return [EntryWriting.Number(name, numeric, points, log)];
            case Cloze cloze: return GapWriting.Fields(cloze, points, markup, log);
            case GapSelect { Drag: true } dragged: return [GapWriting.Dragged(name, dragged, points, markup, log)];
            case GapSelect select: return GapWriting.Lists(select, points);
            case Hotspot hotspot: return [OtherWriting.Points(name, hotspot, points, markup)];
            case Essay essay: return [OtherWriting.Text(name, essay)];
            case FileUpload upload: return [OtherWriting.Files(name, upload)];
            case Calculated calculated when CalculatedWriting.Of(name, calculated, points, log) is var (asked, drawn):
                templates = drawn;
                return [asked];
            default:
                log.LeftOut(question);
                return null;
        }
    }

    private IEnumerable<object> Body(QuestionDefinition question, IReadOnlyList<Asked> asked)
    {
        switch (question)
        {
            case GapSelect { Drag: true }: return [asked[0].Interaction];
            case Cloze or GapSelect: return markup.Blocks(question.Prompt, n => n <= asked.Count ? asked[n - 1].Interaction : Q("printed-variable"));
            case Calculated: return [.. markup.Blocks(question.Prompt, null, CalculatedWriting.IsIdentifier), new XElement(Space + "div", asked[0].Interaction)];
            case ShortText or Numeric: return [.. markup.Blocks(question.Prompt), new XElement(Space + "div", asked[0].Interaction)];
            case Essay essay: return [.. markup.Blocks(question.Prompt), asked[0].Interaction, Notes(essay.MarkingNotes, essay.Rubric)];
            case FileUpload upload: return [.. markup.Blocks(question.Prompt), asked[0].Interaction, Notes(upload.MarkingNotes, upload.Rubric)];
            default: return [.. markup.Blocks(question.Prompt), asked[0].Interaction];
        }
    }

    private object Notes(string notes, IReadOnlyList<RubricCriterion> rubric)
    {
        log.LostUnless(rubric.Count == 0, "the rubric", "QTI has no such table");
        return notes.Length == 0 ? Array.Empty<object>() : Q("rubric-block", A("view", "scorer"), A("use", "scoring"), Q("content-body", markup.Blocks(notes)));
    }

    /// <summary>Declarations and texts of feedback, and the rules that say when each is shown.</summary>
    private (List<XElement> Said, List<XElement> Rules) Feedback(QuestionDefinition question, IReadOnlyList<Asked> asked)
    {
        var (said, rules) = (new List<XElement>(), new List<XElement>());
        if (asked.Any(a => a.Interaction.Descendants().Any(e => e.Name.LocalName == "qti-feedback-inline")))
        {
            said.Add(Outcome(ChoiceWriting.Said, "multiple", "identifier"));
            rules.Add(Set(ChoiceWriting.Said, Q("multiple", asked.Where(a => a.Interaction.Name.LocalName == "qti-choice-interaction").Select(a => Variable((string)a.Response.Attribute("identifier")!)))));
        }

        if (question.Feedback.Length > 0)
        {
            said.Add(Outcome(General, "single", "identifier", Q("default-value", Q("value", "general"))));
            said.Add(Modal(General, "general", question.Feedback));
        }

        if (question.Outcomes is not { } outcomes || question is Essay or FileUpload) return (said, rules);
        said.Add(Outcome(Came, "single", "identifier"));
        said.AddRange(new[] { ("right", outcomes.Right), ("partly", outcomes.PartlyRight), ("wrong", outcomes.Wrong) }.Where(o => o.Item2.Length > 0).Select(o => Modal(Came, o.Item1, o.Item2)));
        // The same threshold as for our own marks: thirds are written with few digits.
        rules.Add(Q("response-condition",
            Q("response-if", Q("gte", Variable("SCORE"), Q("product", Variable("MAXSCORE"), Base("float", Scoring.Mark.RightFrom))), Set(Came, Base("identifier", "right"))),
            Q("response-else-if", Q("gt", Variable("SCORE"), Base("float", 0m)), Set(Came, Base("identifier", "partly"))),
            Q("response-else", Set(Came, Base("identifier", "wrong")))));
        return (said, rules);
    }

    private XElement Modal(string outcome, string identifier, string text) =>
        Q("modal-feedback", A("outcome-identifier", outcome), A("identifier", identifier), A("show-hide", "show"), Q("content-body", markup.Blocks(text)));
}

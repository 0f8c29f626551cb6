using System.Xml;
using System.Xml.Linq;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Moodle XML as docs.moodle.org describes it ("Moodle XML format") and as Moodle 3 to 5 write it.</summary>
internal static class MoodleXmlReader
{
    private const int LongestSource = 20_000;

    public static ImportedFile Read(string xml)
    {
        var (questions, issues, shelf) = (new List<ImportedQuestion>(), new List<ImportIssue>(), new MediaShelf());
        try
        {
            using var reader = XmlTree.Open(xml);
            ReadAll(reader, questions, issues, shelf);
        }
        catch (XmlException e)
        {
            issues.Add(new(e.LineNumber, ImportIssueKind.Unreadable, e.Message));
        }

        return new ImportedFile(QuestionFormat.MoodleXml, questions, shelf.All, issues);
    }

    private static void ReadAll(XmlReader reader, List<ImportedQuestion> questions, List<ImportIssue> issues, MediaShelf shelf)
    {
        reader.MoveToContent();
        if (reader.LocalName != "quiz")
        {
            issues.Add(new(((IXmlLineInfo)reader).LineNumber, ImportIssueKind.Unreadable, ImportPhrase.RootElement.With(reader.LocalName)));
            return;
        }

        var category = "";
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0) break;
                reader.Read();
                continue;
            }

            var element = XmlTree.Take(reader);
            if (element.Name.LocalName != "question") issues.Add(new(element.Line(), ImportIssueKind.Dropped, $"<{element.Name.LocalName}>", ImportPhrase.NoQuestionElement));
            else if (Type(element) == "category") category = Finished.Category(MoodleTexts.Value(element.Element("category")));
            else questions.Add(Question(questions.Count, element, category, shelf));
        }
    }

    private static string Type(XElement element) => element.Attribute("type")?.Value.Trim().ToLowerInvariant() ?? "";

    private static ImportedQuestion Question(int index, XElement element, string category, MediaShelf shelf)
    {
        var issues = new List<ImportIssue>();
        var question = new MoodleQuestion(element, new MoodleTexts(shelf, issues), issues);
        var title = RichText.Clean(MoodleTexts.Value(question.Child("name"))).ReplaceLineEndings(" ");
        var identifier = RichText.Clean(question.Value("idnumber")).Trim();
        var points = question.Value("defaultgrade");
        var tags = question.Child("tags")?.Elements("tag").Select(t => RichText.Clean(MoodleTexts.Value(t)).Trim()).Where(t => t.Length > 0).Distinct().ToList() ?? [];
        var feedback = question.Markdown("generalfeedback");
        var outcomes = Outcomes(question);
        var definition = Definition(Type(element), question);
        if (definition is not null) definition = definition with { Feedback = feedback, Outcomes = outcomes };
        if (definition is not null) question.ReportUntaken();
        var worth = points.Trim().Length == 0 && definition is Questions.Types.Cloze cloze ? cloze.Gaps.Sum(g => g.Weight) : Finished.Points(points, element.Line(), issues);
        return Finished.Check(new ImportedQuestion(index, element.Line(), identifier.Length > 0 ? identifier : null, title, category, tags, worth, definition, issues)
            { Verbatim = issues.Count > 0 ? XmlTree.Source(element, LongestSource) : null });
    }

    private static OutcomeFeedback? Outcomes(MoodleQuestion question)
    {
        var said = new OutcomeFeedback(question.Markdown("correctfeedback"), question.Markdown("partiallycorrectfeedback"), question.Markdown("incorrectfeedback"));
        return said is { Right: "", PartlyRight: "", Wrong: "" } ? null : said;
    }

    private static QuestionDefinition? Definition(string type, MoodleQuestion question) => type switch
    {
        "multichoice" => MoodleChoices.Choice(question),
        "truefalse" => MoodleChoices.Statement(question),
        "shortanswer" => MoodleWritten.Short(question),
        "numerical" => MoodleNumbers.Numeric(question),
        "calculated" or "calculatedsimple" => MoodleNumbers.Calculated(question),
        "calculatedmulti" => MoodleNumbers.CalculatedChoice(question),
        "matching" or "match" or "ddmatch" => MoodleArrangements.Matching(question),
        "ordering" => MoodleArrangements.Ordering(question),
        "essay" => MoodleWritten.Essay(question),
        "cloze" or "multianswer" => ClozeReader.Read(question),
        "gapselect" => MoodleGaps.Select(question, "selectoption"),
        "ddwtos" => MoodleGaps.Select(question, "dragbox"),
        "ddmarker" => MoodleMarkers.Markers(question),
        "ddimageortext" => question.Refuse(ImportIssueKind.TypeNotSupported, ImportPhrase.ImagesDragged),
        "description" => question.Refuse(ImportIssueKind.TypeNotSupported, ImportPhrase.DescriptionAsksNothing),
        "" => question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.TypeAttribute),
        _ => question.Refuse(ImportIssueKind.TypeNotSupported, type.Length > 60 ? type[..60] : type),
    };
}

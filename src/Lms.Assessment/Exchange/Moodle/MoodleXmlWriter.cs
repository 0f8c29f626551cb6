using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Texts go out as Markdown, which Moodle reads, so that nothing of them is lost on the way back.</summary>
internal static class MoodleXmlWriter
{
    public static ExportedFile Write(IReadOnlyList<ExportedQuestion> questions, IReadOnlyList<ImportedMedia> media)
    {
        var (quiz, log, category, files) = (new XElement("quiz"), new ExportLog(), "", media.ToDictionary(m => m.Name, m => m.Bytes, StringComparer.OrdinalIgnoreCase));
        foreach (var question in questions)
        {
            log.Next();
            var body = new MoodleBody(question.Definition, new MoodleMarkup(files, log), log);
            if (body.Write() is not var (type, parts))
            {
                log.LeftOut(question.Definition);
                continue;
            }

            log.LostUnless(question is { Level: null, Outcome: "", Source: "" }, "cognitive level, outcome and source", "Moodle has no place for them beside the tags");
            log.LostUnless(question.Case is null, "the case study", "a description of Moodle stands for itself and is bound to no question");
            if (question.Category != category) quiz.Add(Category(category = question.Category));
            quiz.Add(Question(question, type, parts, new MoodleMarkup(files, log)));
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None }))
            quiz.WriteTo(writer);
        return new ExportedFile(bytes.ToArray(), log.Issues);
    }

    private static XElement Category(string path) =>
        new("question", new XAttribute("type", "category"), new XElement("category", new XElement("text", $"$course$/top/{path.Replace("\u2215", "//", StringComparison.Ordinal)}")));

    private static XElement Question(ExportedQuestion question, string type, IEnumerable<XElement> parts, MoodleMarkup markup)
    {
        var (definition, cloze) = (question.Definition, question.Definition as Cloze);
        return new XElement("question", new XAttribute("type", type),
            new XElement("name", new XElement("text", MoodleMarkup.Printable(question.Title))),
            cloze is null ? markup.Text("questiontext", definition is GapSelect select ? ClozeWriter.Numbered(select) : definition.Prompt) : markup.Text("questiontext", ClozeWriter.Text(cloze)),
            markup.Text("generalfeedback", definition.Feedback),
            new XElement("defaultgrade", question.Points.ToString("0.#######", CultureInfo.InvariantCulture)),
            question.Identifier is { } id ? new XElement("idnumber", MoodleMarkup.Printable(id)) : null,
            parts,
            definition.Outcomes is { } said ? new[] { markup.Text("correctfeedback", said.Right), markup.Text("partiallycorrectfeedback", said.PartlyRight), markup.Text("incorrectfeedback", said.Wrong) } : null,
            question.Tags.Count == 0 ? null : new XElement("tags", question.Tags.Select(t => new XElement("tag", new XElement("text", MoodleMarkup.Printable(t))))));
    }
}

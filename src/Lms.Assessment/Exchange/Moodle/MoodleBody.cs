using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Moodle.MoodleMarkup;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>What a question has beyond its text, by type.</summary>
internal sealed class MoodleBody(QuestionDefinition definition, MoodleMarkup markup, ExportLog log)
{
    /// <summary>Null where Moodle has no such question.</summary>
    public (string Type, IReadOnlyList<XElement> Parts)? Write() => definition switch
    {
        SingleChoice single => ("multichoice", [new("single", "true"), .. Options(single)]),
        MultipleResponse multiple => ("multichoice", [new("single", "false"), .. Options(multiple)]),
        TrueFalse statement => ("truefalse", [Side("true", statement.Correct, statement.TrueFeedback), Side("false", !statement.Correct, statement.FalseFeedback)]),
        ShortText text => ("shortanswer", [.. Short(text)]),
        Numeric numeric => ("numerical", [.. Numbers(numeric)]),
        Calculated calculated => ("calculated", [.. MoodleFormulas.Write(calculated, markup), .. Units(calculated.Units, calculated.UnitRule, calculated.UnitPenalty)]),
        Matching matching => ("matching", [.. Pairs(matching)]),
        Ordering ordering => ("ordering", [.. Items(ordering)]),
        Essay essay => ("essay", [.. Written(essay)]),
        FileUpload upload => ("essay", [.. Upload(upload)]),
        Cloze => ("cloze", []),
        GapSelect select => (select.Drag ? "ddwtos" : "gapselect", [.. Choices(select)]),
        Hotspot hotspot => Markers(hotspot) is { } parts ? ("ddmarker", parts) : null,
        _ => null,
    };

    private IEnumerable<XElement> Options(QuestionDefinition choice)
    {
        if (choice is MultipleResponse multiple) log.Told(multiple);
        return ChoiceDraft.Of(choice).Select(o => Option(o.Text, o.Fraction, o.Feedback));
    }

    private XElement Option(string text, decimal fraction, string feedback)
    {
        var answer = markup.Text("answer", text);
        answer.SetAttributeValue("fraction", UsualFraction.Percent(fraction));
        answer.Add(markup.Text("feedback", feedback));
        return answer;
    }

    private XElement Side(string word, bool right, string feedback) => Answer(right ? 1m : 0m, new XElement("text", word), markup.Text("feedback", feedback));

    private IEnumerable<XElement> Short(ShortText text)
    {
        log.Told(text);
        return [new("usecase", text.CaseSensitive ? "1" : "0"), .. text.Answers.Select(a => Answer(a.Fraction, new XAttribute("format", "plain_text"), new XElement("text", Printable(ExportLog.Pattern(text, a))), markup.Text("feedback", a.Feedback)))];
    }

    private IEnumerable<XElement> Numbers(Numeric numeric) =>
    [
        .. numeric.Answers.Select(log.Absolute).Select(a => Answer(a.Fraction, new XElement("text", a.Value), new XElement("tolerance", a.Tolerance), markup.Text("feedback", a.Feedback))),
        .. Units(numeric.Units, numeric.UnitRule, numeric.UnitPenalty),
    ];

    private static IEnumerable<XElement> Units(IReadOnlyList<NumericUnit> units, UnitRule rule, decimal penalty) =>
    [
        new("unitgradingtype", rule == UnitRule.Required ? "1" : "0"),
        new("unitpenalty", penalty.ToString(CultureInfo.InvariantCulture)),
        new("showunits", units.Count > 0 ? "0" : "3"),
        new("units", units.Select(u => new XElement("unit", new XElement("multiplier", u.PerBase), new XElement("unit_name", Printable(u.Symbol))))),
    ];

    private IEnumerable<XElement> Pairs(Matching matching)
    {
        log.Told(matching);
        return PairDraft.Of(matching).Select(p =>
        {
            var pair = markup.Text("subquestion", p.Left);
            pair.Add(markup.Text("answer", p.Right));
            return pair;
        });
    }

    private IEnumerable<XElement> Items(Ordering ordering) =>
    [
        new("gradingtype", ordering.Scoring switch
        {
            OrderingScoring.AllOrNothing => "ALL_OR_NOTHING", OrderingScoring.ExactPosition => "ABSOLUTE_POSITION",
            OrderingScoring.NextItem => "RELATIVE_NEXT_EXCLUDE_LAST", OrderingScoring.NextItemOrEnd => "RELATIVE_NEXT_INCLUDE_LAST",
            OrderingScoring.Neighbours => "RELATIVE_ONE_PREVIOUS_AND_NEXT", OrderingScoring.RelativeOrder => "RELATIVE_ALL_PREVIOUS_AND_NEXT",
            OrderingScoring.LongestSubset => "LONGEST_ORDERED_SUBSET", OrderingScoring.LongestRun => "LONGEST_CONTIGUOUS_SUBSET", OrderingScoring.Distance => "RELATIVE_TO_CORRECT",
        }),
        new("layouttype", "VERTICAL"), new("selecttype", "ALL"), new("selectcount", "0"),
        .. ordering.Items.Select((item, i) =>
        {
            var answer = markup.Text("answer", item.Text);
            answer.SetAttributeValue("fraction", $"{i + 1}");
            return answer;
        }),
    ];

    private IEnumerable<XElement> Written(Essay essay)
    {
        log.LostUnless(essay.Rubric.Count == 0, "the rubric", "Moodle keeps rubrics beside the question");
        return [new("responseformat", "editor"), new("attachments", "0"), new("minwordlimit", $"{essay.FewestWords}"), new("maxwordlimit", $"{essay.MostWords}"),
            markup.Text("graderinfo", essay.MarkingNotes), markup.Text("responsetemplate", essay.Template)];
    }

    private IEnumerable<XElement> Upload(FileUpload upload)
    {
        log.LostUnless(upload.Rubric.Count == 0, "the rubric", "Moodle keeps rubrics beside the question");
        return [new("responseformat", "noinline"), new("attachments", $"{upload.MostFiles}"), new("attachmentsrequired", "1"), new("maxbytes", $"{upload.MostBytes}"),
            new("filetypeslist", string.Join(',', upload.Extensions)), markup.Text("graderinfo", upload.MarkingNotes)];
    }

    private static IEnumerable<XElement> Choices(GapSelect select) => select.Choices.Select(c => new XElement(select.Drag ? "dragbox" : "selectoption",
        new XElement("text", Printable(c.Text)), new XElement("group", $"{c.Group}"), select.Drag && c.Unlimited ? new XElement("infinite") : null));

    private List<XElement>? Markers(Hotspot hotspot)
    {
        var each = 1m / hotspot.Areas.Count;
        if (hotspot.MissFraction != 0m || hotspot.MostPoints != hotspot.Areas.Count || hotspot.Areas.Any(a => Math.Abs(a.Fraction - each) > 0.001m) || !hotspot.Image.StartsWith("file:", StringComparison.Ordinal)) return null;
        var drops = hotspot.Areas.Select((area, i) => Drop(area, i)).ToList();
        if (drops.Contains(null) || markup.File(hotspot.Image["file:".Length..]) is not { } image) return null;
        return [image, new XElement("drag", new XElement("no", "1"), new XElement("text", "×"), new XElement("noofdrags", $"{drops.Count}")), .. drops.Select(d => d!)];
    }

    private static XElement? Drop(HotspotArea area, int index)
    {
        (string Shape, string Coordinates)? place = (area.Shape, area.Coordinates) switch
        {
            (AreaShape.Circle, [var x, var y, var radius]) => ("circle", $"{x},{y};{radius}"),
            (AreaShape.Rectangle, [var left, var top, var right, var bottom]) => ("rectangle", $"{left},{top};{right - left},{bottom - top}"),
            (AreaShape.Polygon, var corners) => ("polygon", string.Join(';', corners.Chunk(2).Select(c => $"{c[0]},{c[1]}"))),
            _ => null,
        };
        return place is not { } known ? null : new XElement("drop", new XElement("no", $"{index + 1}"), new XElement("shape", known.Shape), new XElement("coords", known.Coordinates), new XElement("choice", "1"));
    }
}

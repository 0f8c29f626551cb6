using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>One question element; it remembers what was asked of it, and reports the rest as not taken.</summary>
internal sealed class MoodleQuestion(XElement element, MoodleTexts texts, List<ImportIssue> issues)
{
    private const int MostUntaken = 50;

    // How a page is laid out, and what Moodle keeps for itself.
    private static readonly HashSet<string> WithoutMeaning = new(StringComparer.Ordinal)
    {
        "hidden", "answernumbering", "showstandardinstruction", "shownumcorrect", "synchronize", "single", "numberingstyle",
        "showgrading", "layouttype", "responsefieldlines", "coursetags", "version", "fractions", "answernumberingstyle", "usecase", "unitsleft", "instructions_format",
    };

    private static readonly HashSet<string> WithinAnswers = new(StringComparer.Ordinal)
        { "text", "feedback", "file", "answer", "tolerance", "tolerancetype", "correctanswerformat", "correctanswerlength", "group", "infinite", "no", "shape", "coords", "choice", "noofdrags" };

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public int Line => element.Line();
    public MoodleTexts Texts => texts;
    public List<ImportIssue> Issues => issues;
    public string Prompt => Markdown("questiontext");

    public XElement? Child(string name)
    {
        asked.Add(name);
        return element.Element(name);
    }

    public IReadOnlyList<XElement> Children(string name)
    {
        asked.Add(name);
        return [.. element.Elements(name)];
    }

    public string Value(string name) => MoodleTexts.Value(Child(name));

    public string Markdown(string name) => texts.Markdown(Child(name));

    public decimal? Number(string name) => decimal.TryParse(Value(name).Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Whole(string name) => Number(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    public bool Flag(string name, bool ifNone) => Value(name).Trim().ToLowerInvariant() switch { "1" or "true" or "yes" => true, "0" or "false" or "no" => false, _ => ifNone };

    /// <summary>The attribute of an answer; nothing where it is none, with an issue.</summary>
    public decimal Fraction(XElement answer)
    {
        var text = answer.Attribute("fraction")?.Value ?? "0";
        if (UsualFraction.Read(text, answer.Line(), issues) is { } fraction) return fraction;
        issues.Add(new(answer.Line(), ImportIssueKind.Dropped, ImportPhrase.FractionText.With(text), ImportPhrase.ZeroTaken));
        return 0m;
    }

    public void Drop(ImportDetail what, ImportDetail why, XElement? at = null) => issues.Add(new(at?.Line() ?? Line, ImportIssueKind.Dropped, what, why));

    public QuestionDefinition? Refuse(ImportIssueKind kind, ImportDetail what)
    {
        issues.Add(new(Line, kind, what));
        return null;
    }

    public void ReportUntaken()
    {
        if (element.Element("shuffleanswers") is { } shuffle && MoodleTexts.Value(shuffle).Trim() is "0" or "false") Drop("<shuffleanswers>", "whether options are shuffled is a matter of the paper here", element.Element("shuffleanswers"));
        if (Number("penalty") is { } penalty && penalty is not (0m or 0.1m or 1m or >= 0.33m and <= 0.334m)) Drop("<penalty>", "an answer is given once here, so no try costs anything", element.Element("penalty"));
        asked.Add("shuffleanswers");
        var within = element.Elements().Where(c => c.Name.LocalName is "answer" or "subquestion" or "drop" or "drag").SelectMany(a => a.Elements()).Where(c => !WithinAnswers.Contains(c.Name.LocalName));
        foreach (var child in element.Elements().Where(c => !asked.Contains(c.Name.LocalName) && !WithoutMeaning.Contains(c.Name.LocalName)).Concat(within).Take(MostUntaken))
        {
            var empty = child.Value.Trim() is "" or "0";
            if (!empty) Drop($"<{child.Name.LocalName}>", child.Name.LocalName == "hint" ? "an answer is given once here, so there is no second try to hint at" : "there is nothing like it here", child);
        }
    }
}

using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>gapselect and ddwtos: there, [[3]] stands for the third choice, so the gaps are numbered anew.</summary>
internal static class MoodleGaps
{
    public static QuestionDefinition? Select(MoodleQuestion question, string choiceName)
    {
        var choices = question.Children(choiceName).Select((c, i) => new GapChoice(ChoiceDraft.Id(i), question.Texts.Markdown(c).Trim(), Group(c.Element("group")), Unlimited: choiceName == "selectoption" || c.Element("infinite") is not null)).ToList();
        var gaps = new List<string>();
        var (prompt, lost) = (question.Prompt, false);
        prompt = GapRules.Marker().Replace(prompt, mark =>
        {
            var number = int.Parse(mark.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);
            if (number < 1 || number > choices.Count) lost = true;
            else gaps.Add(choices[number - 1].Id);
            return $"[[{gaps.Count}]]";
        });
        if (lost) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.ChoiceForGap);
        return gaps.Count == 0 ? question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.GapInText)
            : new GapSelect { Prompt = prompt, Choices = choices, Gaps = gaps, Drag = choiceName == "dragbox" };
    }

    private static int Group(System.Xml.Linq.XElement? element)
    {
        var stated = MoodleTexts.Value(element).Trim();
        if (stated is [>= 'A' and <= 'Z' and var letter]) return letter - 'A' + 1;
        return int.TryParse(stated, out var group) && group is > 0 and < 100 ? group : 1;
    }
}

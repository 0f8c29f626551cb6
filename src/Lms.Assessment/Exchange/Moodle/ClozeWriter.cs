using System.Text;
using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Gaps as the codes Moodle writes into the text.</summary>
internal static class ClozeWriter
{
    public static string Text(Cloze question) => GapRules.Marker().Replace(question.Prompt, mark =>
        int.Parse(mark.Groups["n"].Value, CultureInfo.InvariantCulture) is > 0 and var number && number <= question.Gaps.Count ? Code(question.Gaps[number - 1]) : mark.Value);

    /// <summary>The text of a gap select as Moodle numbers it: by the place of the right choice.</summary>
    public static string Numbered(GapSelect question) => GapRules.Marker().Replace(question.Prompt, mark =>
    {
        var number = int.Parse(mark.Groups["n"].Value, CultureInfo.InvariantCulture);
        var place = number > 0 && number <= question.Gaps.Count ? question.Choices.ToList().FindIndex(c => c.Id == question.Gaps[number - 1]) : -1;
        return place < 0 ? mark.Value : $"[[{place + 1}]]";
    });

    private static string Code(Gap gap)
    {
        var (kind, answers) = (gap.Question, gap.Display) switch
        {
            (ShortText text, _) => (text.CaseSensitive ? "SHORTANSWER_C" : "SHORTANSWER", text.Answers.Select(a => (a.Fraction, ExportLog.Pattern(text, a), a.Feedback))),
            (Numeric numeric, _) => ("NUMERICAL", numeric.Answers.Select(a => (a.Fraction, a.Value == "*" ? "*" : $"{a.Value}:{a.Tolerance}", a.Feedback))),
            (SingleChoice single, GapDisplay.Inline) => ("MULTICHOICE", Options(single)),
            (SingleChoice single, GapDisplay.List) => ("MULTICHOICE_V", Options(single)),
            (SingleChoice single, GapDisplay.Row) => ("MULTICHOICE_H", Options(single)),
            (MultipleResponse multiple, GapDisplay.Row) => ("MULTIRESPONSE_H", Options(multiple)),
            (MultipleResponse multiple, _) => ("MULTIRESPONSE", Options(multiple)),
            _ => ("SHORTANSWER", []),
        };
        return $"{{{Math.Max(1m, Math.Round(gap.Weight)).ToString("0", CultureInfo.InvariantCulture)}:{kind}:{string.Join('~', answers.Select(Alternative))}}}";
    }

    private static IEnumerable<(decimal, string, string)> Options(QuestionDefinition choice) => ChoiceDraft.Of(choice).Select(o => (o.Fraction, o.Text, o.Feedback));

    private static string Alternative((decimal Fraction, string Text, string Feedback) answer)
    {
        var mark = answer.Fraction switch { 1m => "=", 0m => "", var fraction => $"%{UsualFraction.Percent(fraction)}%" };
        return mark + Escape(answer.Text) + (answer.Feedback.Length > 0 ? $"#{Escape(answer.Feedback)}" : "");
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            if (c is '}' or '~' or '#' or '\\' || (c is '=' or '%' && result.Length == 0)) result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }
}

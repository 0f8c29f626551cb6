using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lms.Assessment.Exchange.Gift;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>The codes become gaps, and [[1]] stands where they stood.</summary>
internal static partial class ClozeReader
{
    public static QuestionDefinition? Read(MoodleQuestion question)
    {
        if (question.Child("questiontext") is not { } element) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.TheText);
        var source = HiddenEntity().Replace(MoodleTexts.Value(element), "&${entity};");
        var (codes, unclosed) = ClozeCode.Find(source);
        if (unclosed is { } start) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.ClosingBraceOf.With(source[start..Math.Min(source.Length, start + 40)]));
        if (codes.Count == 0) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.ClozeGap);

        var gaps = new List<Gap>();
        var reading = new Gaps(question, element);
        var text = new StringBuilder();
        var at = 0;
        foreach (var code in codes)
        {
            if (reading.Of(code) is not { } gap) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.RightInGap.With(gaps.Count + 1));
            gaps.Add(gap);
            text.Append(source, at, code.Start - at).Append("[[").Append(gaps.Count).Append("]]");
            at = code.End;
        }

        return new Cloze { Prompt = question.Texts.Markdown(element, text.Append(source, at, source.Length - at).ToString()), Gaps = gaps };
    }

    private sealed class Gaps(MoodleQuestion question, XElement element)
    {
        private readonly RichText texts = question.Texts.Rich(element);
        private readonly TextFormat format = MoodleTexts.Format(element);

        public Gap? Of(ClozeCode code)
        {
            QuestionDefinition? inner = code.Kind switch
            {
                ClozeKind.Short => Short(code, exact: false),
                ClozeKind.ShortExact => Short(code, exact: true),
                ClozeKind.Numeric => Number(code),
                ClozeKind.Choice or ClozeKind.ChoiceColumn or ClozeKind.ChoiceRow => code.Answers.Count == 0 ? null : ChoiceDraft.Single("", Options(code)),
                ClozeKind.Responses or ClozeKind.ResponsesRow => code.Answers.Count == 0 ? null : ChoiceDraft.Multiple("", Shared(code, Options(code))),
            };
            var display = code.Kind switch
            {
                ClozeKind.Short or ClozeKind.ShortExact or ClozeKind.Numeric or ClozeKind.Choice => GapDisplay.Inline,
                ClozeKind.ChoiceColumn or ClozeKind.Responses => GapDisplay.List,
                ClozeKind.ChoiceRow or ClozeKind.ResponsesRow => GapDisplay.Row,
            };
            return inner is null ? null : new Gap(code.Weight, inner, display);
        }

        private ShortText? Short(ClozeCode code, bool exact)
        {
            List<TextAnswer> answers = [.. code.Answers.Where(a => a.Text.Length > 0).Select(a => new TextAnswer(texts.ToWords(a.Text, format), Fraction(a), Said(a)))];
            return answers.Count == 0 ? null : new ShortText { Prompt = "", Answers = answers, CaseSensitive = exact, Wildcards = true };
        }

        private Numeric? Number(ClozeCode code)
        {
            var (answers, units) = (new List<NumericAnswer>(), new List<NumericUnit>());
            foreach (var answer in code.Answers)
            {
                var text = texts.ToWords(answer.Text, format);
                var typed = text.Split(':')[0];
                if (GiftNumbers.Interval(text) is { } interval) answers.Add(interval with { Fraction = Fraction(answer), Feedback = Said(answer) });
                else if (NumberText.Read(typed) is { Unit.Length: > 0 } number)
                {
                    answers.Add(new NumericAnswer(number.Digits, GiftNumbers.Interval("0" + text[typed.Length..])?.Tolerance ?? "0", Fraction: Fraction(answer), Feedback: Said(answer)));
                    if (units.All(u => u.Symbol != number.Unit)) units.Add(new NumericUnit(number.Unit));
                }
                else question.Drop(ImportPhrase.AnswerText.With(text.Length > 60 ? text[..60] : text), ImportPhrase.NoNumber, element);
            }

            return answers.Count == 0 ? null : new Numeric { Prompt = "", Answers = answers, Units = units };
        }

        private List<ChoiceDraft> Options(ClozeCode code) => [.. code.Answers.Select(a => new ChoiceDraft(texts.ToMarkdown(a.Text, format), Fraction(a), Said(a)))];

        /// <summary>As in Moodle: the right ones share the whole; where no percentages are given, a wrong one takes away as much as a right one brings.</summary>
        private static List<ChoiceDraft> Shared(ClozeCode code, List<ChoiceDraft> options)
        {
            var total = options.Where(o => o.Fraction > 0m).Sum(o => o.Fraction);
            if (total == 0m) return options;
            var stated = code.Answers.Any(a => a.Percent is not ("=" or ""));
            return [.. options.Select(o => o with { Fraction = o.Fraction > 0m ? o.Fraction / total : stated ? o.Fraction : Math.Max(-1m, -1m / total) })];
        }

        private decimal Fraction(ClozeAnswer answer) => answer.Percent switch { "=" => 1m, "" => 0m, var percent => UsualFraction.Read(percent, element.Line(), question.Issues) ?? 0m };

        private string Said(ClozeAnswer answer) => answer.Feedback.Length == 0 ? "" : texts.ToMarkdown(answer.Feedback, format);
    }

    /// <summary>Editors write "&amp;amp;eacute;" for an entity somebody typed.</summary>
    [GeneratedRegex("&amp;(?<entity>#?[0-9A-Za-z]{2,9});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenEntity();
}

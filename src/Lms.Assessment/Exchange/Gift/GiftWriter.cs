using System.Globalization;
using System.Text;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Gift.GiftText;

namespace Lms.Assessment.Exchange.Gift;

/// <summary>Texts go out as they are, marked [markdown]; Moodle reads that.</summary>
internal static class GiftWriter
{
    public static ExportedFile Write(IReadOnlyList<ExportedQuestion> questions)
    {
        var (text, log, category) = (new StringBuilder(), new ExportLog(), "");
        foreach (var question in questions)
        {
            log.Next();
            if (Body(question, log) is not { } body)
            {
                log.LeftOut(question.Definition);
                continue;
            }

            log.LostUnless(question.Definition.Outcomes is null, "what is said by the outcome", "GIFT knows feedback to an answer and to the question only");
            log.LostUnless(question.Case is null, "the case study", "GIFT has nothing that several questions share");
            if (question.Category != category) text.Append(CultureInfo.InvariantCulture, $"$CATEGORY: {Escape(question.Category.Replace("\u2215", "//", StringComparison.Ordinal)).Replace("\\:", ":", StringComparison.Ordinal)}\n\n");
            category = question.Category;
            text.Append(Comment(question)).Append(CultureInfo.InvariantCulture, $"::{Escape(question.Title)}::[markdown]{Escape(question.Definition.Prompt)}{{{body}");
            if (question.Definition.Feedback.Length > 0) text.Append("####").Append(Escape(question.Definition.Feedback));
            text.Append("}\n\n");
        }

        return new ExportedFile(new UTF8Encoding(false).GetBytes(text.ToString()), log.Issues);
    }

    private static string Comment(ExportedQuestion question)
    {
        var marks = question.Tags.Select(t => $"[tag:{Escape(t).Replace("]", "\\]", StringComparison.Ordinal)}]").ToList();
        if (question.Identifier is { } id) marks.Insert(0, $"[id:{Escape(id).Replace("]", "\\]", StringComparison.Ordinal)}]");
        if (question.Points != 1m) marks.Add(string.Create(CultureInfo.InvariantCulture, $"[points:{question.Points:0.##}]"));
        if (question.Level is { } level) marks.Add($"[level:{level}]");
        if (question.Outcome.Length > 0) marks.Add($"[outcome:{Marked(question.Outcome)}]");
        if (question.Source.Length > 0) marks.Add($"[source:{Marked(question.Source)}]");
        return marks.Count == 0 ? "" : $"// {string.Join(' ', marks)}\n";
    }

    private static string Marked(string text) => Escape(text.ReplaceLineEndings(" ")).Replace("]", "\\]", StringComparison.Ordinal);

    private static string? Body(ExportedQuestion question, ExportLog log)
    {
        switch (question.Definition)
        {
            case SingleChoice single: return Single(single, log);
            case MultipleResponse multiple:
                log.Told(multiple);
                return Lines(ChoiceDraft.Of(multiple).Select(o => $"~%{UsualFraction.Percent(o.Fraction)}%{Escape(o.Text)}{Said(o.Feedback)}"));
            case TrueFalse statement:
                var (right, wrong) = statement.Correct ? (statement.TrueFeedback, statement.FalseFeedback) : (statement.FalseFeedback, statement.TrueFeedback);
                return $"{(statement.Correct ? "TRUE" : "FALSE")}{(right.Length + wrong.Length > 0 ? $"#{Escape(wrong)}" : "")}{Said(right)}";
            case ShortText text:
                log.Told(text);
                log.LostUnless(!text.CaseSensitive, "the difference of small and capital letters", "GIFT has no sign for it");
                return Lines(text.Answers.Select(a => $"=%{UsualFraction.Percent(a.Fraction)}%{Escape(ExportLog.Pattern(text, a))}{Said(a.Feedback)}"));
            case Numeric numeric:
                log.LostUnless(numeric.Units.Count == 0, "units", "GIFT has none");
                return "#" + Lines(numeric.Answers.Select(a => Number(log.Absolute(a))));
            case Matching matching:
                log.Told(matching);
                return Lines(PairDraft.Of(matching).Select(p => $"={Escape(PairDraft.WithoutArrow(p.Left))} -> {Escape(p.Right)}"));
            case Essay essay:
                log.LostUnless(essay is { Template: "", MarkingNotes: "", Rubric: [], FewestWords: null, MostWords: null }, "notes, rubric and limits of a text", "GIFT holds the question only");
                return "";
            default: return null;
        }
    }

    private static string Single(SingleChoice single, ExportLog log)
    {
        var options = ChoiceDraft.Of(single);
        log.LostUnless(options.Any(o => o.Fraction == 1m), "that one option is chosen", "no option earns everything, which GIFT takes for several to be ticked");
        return Lines(options.Select(o => $"{(o.Fraction switch { 1m => "=", 0m => "~", _ => $"~%{UsualFraction.Percent(o.Fraction)}%" })}{Escape(o.Text)}{Said(o.Feedback)}"));
    }

    private static string Number(NumericAnswer answer) => answer.Value == "*" && answer.Fraction == 0m ? $"~{Said(answer.Feedback)}"
        : $"=%{UsualFraction.Percent(answer.Fraction)}%{answer.Value}{(answer.Value == "*" ? "" : $":{answer.Tolerance}")}{Said(answer.Feedback)}";

    private static string Lines(IEnumerable<string> lines) => "\n" + string.Concat(lines.Select(l => $"\t{l}\n"));

    private static string Said(string feedback) => feedback.Length == 0 ? "" : $"#{Escape(feedback)}";
}

using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Sheets;

/// <summary>A question's answers as the cells of a row.</summary>
internal sealed record SheetAnswers(string Type, IReadOnlyList<string> Options, string Right)
{
    private const int MostOptions = 26;

    /// <summary>Null where a row cannot hold such a question.</summary>
    public static SheetAnswers? Of(QuestionDefinition question, ExportLog log)
    {
        var cells = question switch
        {
            SingleChoice single => Choice(single, weighted: single.Options.Any(o => o.Fraction is not null)),
            MultipleResponse multiple => Several(multiple, log),
            TrueFalse statement => (Said("Đúng", statement.TrueFeedback), Said("Sai", statement.FalseFeedback)) is var (yes, no) ? ([yes, no], statement.Correct ? "Đúng" : "Sai") : default,
            ShortText text => Short(text, log),
            Numeric numeric => Numbers(numeric, log),
            Matching matching => Pairs(matching, log),
            Ordering ordering => Items(ordering, log),
            Essay essay => Written(essay, log),
            _ => ((IReadOnlyList<string> Options, string Right)?)null,
        };
        return cells is not var (options, right) || options.Count > MostOptions ? null : new SheetAnswers(SheetTypes.Name(QuestionType.Of(question)), options, right);
    }

    private static (IReadOnlyList<string>, string) Choice(QuestionDefinition question, bool weighted)
    {
        var options = ChoiceDraft.Of(question);
        var right = options.Select((o, i) => (o.Fraction, Letter: (char)('A' + i))).Where(o => weighted ? o.Fraction != 0m : o.Fraction > 0m).Select(o => weighted ? $"{o.Letter}={UsualFraction.Percent(o.Fraction)}" : $"{o.Letter}");
        return ([.. options.Select(o => Said(o.Text, o.Feedback))], string.Join(weighted ? "; " : ", ", right));
    }

    private static (IReadOnlyList<string>, string) Several(MultipleResponse question, ExportLog log)
    {
        log.Told(question);
        return Choice(question, question.Scoring == MultipleScoring.Mapped);
    }

    private static (IReadOnlyList<string>, string) Short(ShortText question, ExportLog log)
    {
        log.LostUnless(question is { CaseSensitive: false, DiacriticsSensitive: true }, "how strictly the spelling counts", "the sheet has no column for it");
        return ([.. question.Answers.Select(a => Said(ExportLog.Pattern(question, a), a.Feedback))], Weights(question.Answers.Select(a => a.Fraction)));
    }

    private static (IReadOnlyList<string>, string) Numbers(Numeric question, ExportLog log)
    {
        log.LostUnless(question.Units.Count == 0, "units", "the sheet has no column for them");
        return ([.. question.Answers.Select(log.Absolute).Select(a => Said(a.Tolerance == "0" || a.Value == "*" ? a.Value : $"{a.Value}:{a.Tolerance}", a.Feedback))], Weights(question.Answers.Select(a => a.Fraction)));
    }

    private static (IReadOnlyList<string>, string) Pairs(Matching question, ExportLog log)
    {
        log.Told(question);
        return ([.. PairDraft.Of(question).Select(p => $"{PairDraft.WithoutArrow(p.Left)} -> {p.Right}")], "");
    }

    private static (IReadOnlyList<string>, string) Items(Ordering question, ExportLog log)
    {
        log.LostUnless(question.Scoring == OrderingScoring.ExactPosition, $"the way of counting {question.Scoring}", "items in their exact position are counted");
        return ([.. question.Items.Select(i => i.Text)], "");
    }

    private static (IReadOnlyList<string>, string) Written(Essay question, ExportLog log)
    {
        log.LostUnless(question is { Template: "", MarkingNotes: "", Rubric: [], FewestWords: null, MostWords: null }, "notes, rubric and limits of a text", "the sheet holds the question only");
        return ([], "");
    }

    private static string Weights(IEnumerable<decimal> fractions) => string.Join("; ", fractions.Select((f, i) => (f, Letter: (char)('A' + i))).Where(f => f.f != 1m).Select(f => $"{f.Letter}={UsualFraction.Percent(f.f)}"));

    private static string Said(string text, string feedback) => feedback.Length == 0 ? text : $"{text}\n# {feedback}";
}

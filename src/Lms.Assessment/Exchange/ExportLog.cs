using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange;

/// <summary>What a format could not say of a question. The line of an issue is the question's place, from 1.</summary>
internal sealed class ExportLog
{
    private readonly List<ImportIssue> issues = [];
    private int place;

    public IReadOnlyList<ImportIssue> Issues => issues;

    public void Next() => place++;

    public void Lost(string what, string why) => issues.Add(new(place, ImportIssueKind.Dropped, what, why));

    public void LostUnless(bool expressed, string what, string why)
    {
        if (!expressed) Lost(what, why);
    }

    public void LeftOut(QuestionDefinition question) => issues.Add(new(place, ImportIssueKind.TypeNotSupported, QuestionType.Of(question)));

    /// <summary>What Moodle's short answers do not know.</summary>
    public void Told(ShortText question) => LostUnless(question.DiacriticsSensitive, "taking answers without diacritics", "diacritics always count in Moodle");

    public void Told(MultipleResponse question) => LostUnless(question.Scoring is MultipleScoring.PartialCredit || (question.Scoring == MultipleScoring.Mapped && question is { LowerBound: 0m, UpperBound: 1m }),
        $"the way of counting {question.Scoring}", "Moodle adds up fractions, within 0 and all");

    public void Told(Matching question) => LostUnless(question.Scoring == MatchingScoring.PerPair, $"the way of counting {question.Scoring}", "each pair counts alike");

    /// <summary>A number as Moodle has it: with an absolute tolerance.</summary>
    public NumericAnswer Absolute(NumericAnswer answer)
    {
        LostUnless(answer.SignificantFigures is null, "significant figures", "there is nothing like it");
        if (answer.Kind == ToleranceKind.Absolute || answer.Value == Scoring.Types.NumberScoring.AnyNumber) return answer;
        LostUnless(answer.Kind == ToleranceKind.Relative, "the geometric tolerance", "an absolute one as wide above the answer was written");
        var width = Scoring.Types.ExactNumber.Parse(answer.Value)!.Value.Magnitude * Scoring.Types.ExactNumber.Parse(answer.Tolerance)!.Value;
        return answer with { Tolerance = width.ToString(), Kind = ToleranceKind.Absolute };
    }

    /// <summary>A pattern in which a star is a wildcard.</summary>
    public static string Pattern(ShortText question, TextAnswer answer) => question.Wildcards ? answer.Text : answer.Text.Replace("*", "\\*", StringComparison.Ordinal);
}

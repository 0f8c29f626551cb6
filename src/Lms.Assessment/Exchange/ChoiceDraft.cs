using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange;

/// <summary>An option as files have it: with a fraction, never just right or wrong.</summary>
internal sealed record ChoiceDraft(string Text, decimal Fraction, string Feedback = "")
{
    public static string Id(int index) => index < 26 ? ((char)('a' + index)).ToString() : $"o{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    public static SingleChoice Single(string prompt, IReadOnlyList<ChoiceDraft> options)
    {
        var plain = options.Count(o => o.Fraction == 1m) == 1 && options.All(o => o.Fraction is 0m or 1m);
        return new SingleChoice
        {
            Prompt = prompt,
            Options = [.. options.Select((o, i) => new ChoiceOption(Id(i), o.Text, o.Fraction == 1m, o.Feedback, plain ? null : o.Fraction))],
        };
    }

    /// <summary>The ticked fractions add up, never below nothing and never above all.</summary>
    public static MultipleResponse Multiple(string prompt, IReadOnlyList<ChoiceDraft> options) => new()
    {
        Prompt = prompt,
        Scoring = MultipleScoring.Mapped,
        Options = [.. options.Select((o, i) => new ChoiceOption(Id(i), o.Text, o.Fraction > 0m, o.Feedback, o.Fraction))],
    };

    /// <summary>What each option of a choice earns, whichever way the question counts.</summary>
    public static IReadOnlyList<ChoiceDraft> Of(QuestionDefinition question) => question switch
    {
        SingleChoice single => [.. single.Options.Select(o => new ChoiceDraft(o.Text, o.Fraction ?? (o.Correct ? 1m : 0m), o.Feedback))],
        MultipleResponse multiple => Of(multiple),
        _ => [],
    };

    private static IReadOnlyList<ChoiceDraft> Of(MultipleResponse question)
    {
        var right = Math.Max(1, question.Options.Count(o => o.Correct));
        var perWrong = question.Scoring switch
        {
            MultipleScoring.Mapped or MultipleScoring.PartialWithoutPenalty => 0m,
            MultipleScoring.PartialCredit or MultipleScoring.PartialNegative => -1m / right,
            MultipleScoring.AllOrNothing => -1m,
        };
        return [.. question.Options.Select(o => new ChoiceDraft(o.Text, question.Scoring == MultipleScoring.Mapped ? o.Fraction ?? 0m : o.Correct ? 1m / right : perWrong, o.Feedback))];
    }
}

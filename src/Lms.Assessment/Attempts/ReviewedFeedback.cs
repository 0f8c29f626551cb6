using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Attempts;

/// <summary>
/// What an author says on an answer. On what was chosen or typed it is said wherever feedback may be seen; by how the whole
/// came out only where that may be seen too; and on options that were not chosen only with the right answers.
/// </summary>
internal static class ReviewedFeedback
{
    /// <param name="key">By which it was scored.</param>
    /// <param name="reason">How it came out, by the machine or a marker.</param>
    public static ShownFeedback? Of(QuestionDefinition key, Response? response, IReadOnlyDictionary<string, double>? values, MarkReason reason, ReviewDetail allowed) =>
        !allowed.HasFlag(ReviewDetail.Feedback) ? null
        : new ShownFeedback(key.Feedback, [.. OnOptions(key).Where(o => o.Text.Length > 0 && (allowed.HasFlag(ReviewDetail.RightAnswers) || (response as ChoiceResponse)?.OptionIds.Contains(o.Id) == true))])
        {
            Answers = [.. OnAnswers(key, response, values)],
            Outcome = allowed.HasFlag(ReviewDetail.Correctness) ? OnOutcome(key.Outcomes, reason) : "",
        };

    private static IEnumerable<ShownOption> OnOptions(QuestionDefinition key) => key switch
    {
        SingleChoice single => single.Options.Select(o => new ShownOption(o.Id, o.Feedback)),
        MultipleResponse multiple => multiple.Options.Select(o => new ShownOption(o.Id, o.Feedback)),
        TrueFalse statement => [new("true", statement.TrueFeedback), new("false", statement.FalseFeedback)],
        _ => [],
    };

    private static IEnumerable<ShownOption> OnAnswers(QuestionDefinition key, Response? response, IReadOnlyDictionary<string, double>? values) => (key, response) switch
    {
        (ShortText or Numeric or Calculated, TextResponse { IsEmpty: false } text) when OnTyped(key, text, values) is { Length: > 0 } said => [new("", said)],
        (Cloze cloze, GapsResponse gaps) => Gaps(cloze.Gaps.Count, n => InGap(cloze.Gaps[n - 1].Question, gaps.Gaps.GetValueOrDefault(n))),
        (GapSelect select, GapsResponse gaps) => Gaps(select.Gaps.Count, n => gaps.Gaps.GetValueOrDefault(n) is ChoiceResponse { OptionIds: [var id] } ? select.Choices.FirstOrDefault(c => c.Id == id)?.Feedback : null),
        _ => [],
    };

    private static IEnumerable<ShownOption> Gaps(int count, Func<int, string?> said) =>
        Enumerable.Range(1, count).Select(n => new ShownOption(n.ToString(CultureInfo.InvariantCulture), said(n) ?? "")).Where(g => g.Text.Length > 0);

    private static string InGap(QuestionDefinition gap, Response? given) => given switch
    {
        TextResponse { IsEmpty: false } text => OnTyped(gap, text, null) ?? "",
        ChoiceResponse choice => string.Join(" ", OnOptions(gap).Where(o => o.Text.Length > 0 && choice.OptionIds.Contains(o.Id)).Select(o => o.Text)),
        _ => "",
    };

    /// <summary>On the answer that the scoring found to fit.</summary>
    private static string? OnTyped(QuestionDefinition key, TextResponse given, IReadOnlyDictionary<string, double>? values) => key switch
    {
        ShortText text => TextScoring.Find(text, given.Text)?.Feedback,
        Numeric numeric => NumberScoring.Find(numeric, given.Text).Answer?.Feedback,
        Calculated calculated => CalculatedScoring.Find(calculated, given.Text, values).Answer?.Feedback,
        _ => null,
    };

    private static string OnOutcome(OutcomeFeedback? outcomes, MarkReason reason) => reason switch
    {
        MarkReason.Right => outcomes?.Right ?? "",
        MarkReason.PartlyRight => outcomes?.PartlyRight ?? "",
        MarkReason.Wrong or MarkReason.NotAnswered => outcomes?.Wrong ?? "",
        MarkReason.NotApplicable or MarkReason.NeedsMarking => "",
    };
}

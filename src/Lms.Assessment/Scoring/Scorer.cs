using System.Diagnostics;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Scoring;

/// <summary>Pure: the same definition and response give the same mark, on any machine, in any year.</summary>
public static class Scorer
{
    private static readonly Mark NotAnswered = new(0m, MarkReason.NotAnswered);
    private static readonly Mark NotApplicable = new(0m, MarkReason.NotApplicable);
    private static readonly Mark Right = new(1m, MarkReason.Right);
    private static readonly Mark Wrong = new(0m, MarkReason.Wrong);

    public static Mark Score(QuestionDefinition question, Response? response) => response switch
    {
        null => NotAnswered,
        ChoiceResponse { OptionIds.Count: 0 } => NotAnswered,
        TextResponse { Text: var text } when string.IsNullOrWhiteSpace(text) => NotAnswered,
        _ => (question, response) switch
        {
            (SingleChoice single, ChoiceResponse choice) => Single(single, choice),
            (MultipleResponse multiple, ChoiceResponse choice) => Multiple(multiple, choice),
            (TrueFalse statement, ChoiceResponse choice) => Judge(choice.OptionIds is [var id] && id == (statement.Correct ? "true" : "false")),
            (ShortText shortText, TextResponse text) => Text(shortText, text),
            (SingleChoice or MultipleResponse or TrueFalse or ShortText, _) => NotApplicable,
            _ => throw new UnreachableException($"No scoring for {question.GetType().Name}."),
        },
    };

    /// <summary>The points of a slot for a mark, rounded half away from zero to hundredths.</summary>
    public static Points Award(Mark mark, Points slotMaximum) =>
        new((int)Math.Round(mark.Fraction * slotMaximum.Hundredths, MidpointRounding.AwayFromZero));

    private static Mark Single(SingleChoice question, ChoiceResponse choice) =>
        Judge(choice.OptionIds is [var id] && question.Options.Any(o => o.Correct && o.Id == id));

    /// <summary>Partial credit is max(0, (right ticks − wrong ticks) ÷ correct options): ticking everything earns nothing extra.</summary>
    private static Mark Multiple(MultipleResponse question, ChoiceResponse choice)
    {
        var correct = question.Options.Where(o => o.Correct).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var ticked = choice.OptionIds.ToHashSet(StringComparer.Ordinal);
        var right = ticked.Count(correct.Contains);
        if (right == correct.Count && ticked.Count == right) return Right;
        return question.Scoring switch
        {
            MultipleScoring.AllOrNothing => Wrong,
            MultipleScoring.PartialCredit => Partial(right - (ticked.Count - right), correct.Count),
        };
    }

    private static Mark Partial(int net, int correct) => net <= 0 ? Wrong : new((decimal)net / correct, MarkReason.PartlyRight);

    private static Mark Text(ShortText question, TextResponse given)
    {
        var normal = Normal(given.Text);
        return Judge(question.Answers.Any(a => Normal(a) == normal));

        string Normal(string text) => AnswerText.Normalise(text, question.CaseSensitive, question.DiacriticsSensitive);
    }

    private static Mark Judge(bool right) => right ? Right : Wrong;
}

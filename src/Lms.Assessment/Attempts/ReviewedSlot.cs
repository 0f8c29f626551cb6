using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Attempts;

/// <summary>What of a mark's steps, and which right answers, may be seen.</summary>
internal static class ReviewedSlot
{
    /// <summary>
    /// The steps tell what was given as well as what it earned, so both must be allowed. Where right answers may not be seen, neither
    /// may what was expected, the options and areas that were missed, or the right order, in which an ordering's steps stand.
    /// </summary>
    public static IReadOnlyList<MarkPart> Parts(QuestionDefinition question, Response? response, Mark mark, ReviewDetail allowed)
    {
        if (!allowed.HasFlag(ReviewDetail.Correctness | ReviewDetail.Responses)) return [];
        if (allowed.HasFlag(ReviewDetail.RightAnswers)) return mark.Parts;
        var parts = mark.Parts.Where(p => p.Rule is not (MarkRule.MissedOption or MarkRule.AreaMissed)).Select(p => p with { Expected = "" });
        return [.. question is Ordering ordering && response is OrderResponse order ? parts.OrderBy(p => PlaceOf(p.Name, ordering, order)) : parts];
    }

    /// <summary>Right answers where they are texts: those of a short text, a number, or a formula with the drawn values put in.</summary>
    public static IReadOnlyList<string> RightTexts(QuestionDefinition question, IReadOnlyDictionary<string, double>? values) => question switch
    {
        ShortText text => [.. text.Answers.Where(a => a.Fraction >= Mark.RightFrom).Select(a => a.Text)],
        Numeric numeric => [.. numeric.Answers.Where(a => a.Fraction >= Mark.RightFrom).Select(a => WithUnit(a.Value, numeric.Units))],
        Calculated calculated => [.. calculated.Answers.Where(a => a.Fraction >= Mark.RightFrom)
            .Select(a => CalculatedScoring.Shown(calculated, a, values)).OfType<string>().Select(v => WithUnit(v, calculated.Units))],
        _ => [],
    };

    /// <summary>With the decimal sign of the reader, as the numbers in a prompt have.</summary>
    private static string WithUnit(string number, IReadOnlyList<NumericUnit> units)
    {
        var read = number.Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
        return units is [{ Symbol: var symbol }, ..] ? $"{read} {symbol}" : read;
    }

    private static int PlaceOf(string text, Ordering question, OrderResponse order)
    {
        var id = question.Items.FirstOrDefault(i => i.Text == text)?.Id;
        return order.ItemIds.TakeWhile(i => i != id).Count();
    }
}

namespace Lms.Web.Features.Exams.Review;

using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams.Sitting;

/// <summary>One item, place or gap: what was given there and, where it may be seen, what is right.</summary>
public sealed record ReviewRow(string Name, string Given, string Right);

/// <summary>Answers of several parts as rows: pairs, places, gaps. Empty for the other types.</summary>
internal static class ReviewRows
{
    public static IReadOnlyList<ReviewRow> Of(SlotReview slot, Func<int, string> gapName) => slot.Question.Type switch
    {
        QuestionType.Matching => [.. slot.Question.Items.Select(item => new ReviewRow(item.Text,
            TextOf(slot.Question.Options, AnswerView.PairOf(slot.Response, item.Id)),
            slot.Key is Matching key ? TextOf(slot.Question.Options, key.Left.FirstOrDefault(l => l.Id == item.Id)?.Right) : ""))],
        QuestionType.Ordering => [.. Enumerable.Range(0, slot.Question.Options.Count).Select(i => new ReviewRow($"{i + 1}",
            slot.Response is OrderResponse order && i < order.ItemIds.Count ? TextOf(slot.Question.Options, order.ItemIds[i]) : "",
            slot.Key is Ordering key ? key.Items[i].Text : ""))],
        QuestionType.Cloze or QuestionType.GapSelect => [.. slot.Question.Gaps.Select((gap, i) => new ReviewRow(gapName(i + 1),
            AnswerView.GapText(AnswerView.GapOf(slot.Response, i + 1), gap), RightIn(slot.Key, i)))],
        _ => [],
    };

    private static string RightIn(QuestionDefinition? key, int gap) => key switch
    {
        GapSelect select => select.Choices.FirstOrDefault(c => c.Id == select.Gaps[gap])?.Text ?? "",
        Cloze cloze => cloze.Gaps[gap].Question switch
        {
            SingleChoice single => Options(single.Options, " / "),
            MultipleResponse multiple => Options(multiple.Options, "; "),
            ShortText text => string.Join(" / ", text.Answers.Where(a => a.Fraction >= Mark.RightFrom).Select(a => a.Text)),
            Numeric numeric => string.Join(" / ", numeric.Answers.Where(a => a.Fraction >= Mark.RightFrom).Select(a => a.Value)),
            _ => "",
        },
        _ => "",
    };

    private static string Options(IReadOnlyList<ChoiceOption> options, string between) =>
        string.Join(between, options.Where(o => o.Correct || o.Fraction >= Mark.RightFrom).Select(o => o.Text));

    private static string TextOf(IReadOnlyList<ShownOption> options, string? id) => options.FirstOrDefault(o => o.Id == id)?.Text ?? "";
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Web.Features.Exams.Sitting;

namespace Lms.UnitTests.Web.Exams;

public sealed class PracticeFeedbackTests
{
    private static readonly ShownCase First = new(Guid.NewGuid(), "Gia đình chị H.", "Chị H. mất việc."), Second = new(Guid.NewGuid(), "Ông Tư", "Ông Tư sống một mình.");

    [Fact]
    public void A_case_stands_above_the_first_answered_of_its_questions_and_once()
    {
        var page = Page(2, 3, 4, 5);

        Assert.Equal([First, Second, null, null], page.Answered.Select(a => page.CaseAbove(a)?.Case));
        Assert.Equal((1, 2), (page.CaseAbove(page.Answered[0])!.From, page.CaseAbove(page.Answered[0])!.To));
    }

    [Fact]
    public void A_case_whose_first_question_is_unanswered_is_shown_all_the_same() =>
        Assert.Equal(Second, Page(1, 4).CaseAbove(Page(1, 4).Answered[1])?.Case);

    /// <summary>Two questions of the first case, two of the second, one of none.</summary>
    private static FeedbackPage Page(params int[] answered)
    {
        var questions = new ShownCase?[] { First, First, Second, Second, null }.Select((c, i) => new ShownQuestion("trueFalse", $"Câu {i + 1}", []) { Case = c }).ToList();
        var slots = questions.Select((q, i) => new SlotView(i + 1, null, Points.Of(1), q, null, null)).ToList();
        var attempt = new AttemptView(PublicCode.New(), PublicCode.New(), Guid.Empty, "Luyện tập", 1, AttemptState.InProgress, default, default, default, 0, slots);
        return new FeedbackPage(AttemptPage.Of(attempt, 1), [.. answered.Select(n => new SlotReview(n, null, questions[n - 1], null, null, Points.Of(1), null, null, null))]);
    }
}

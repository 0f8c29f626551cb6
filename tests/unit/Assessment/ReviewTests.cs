using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class ReviewTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task A_review_shows_what_the_policy_allows_and_from_the_exams_closing_what_it_allows_then(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, closes) = await GradedAsync(db, ReviewDetail.None, ReviewDetail.Score | ReviewDetail.Responses);
        Assert.Null(await Sample.ReviewAsync(db, attempt, Learner));
        db.Clock.MoveTo(closes.AddTicks(-10));
        Assert.Null(await Sample.ReviewAsync(db, attempt, Learner));
        db.Clock.MoveTo(closes);
        var review = (await Sample.ReviewAsync(db, attempt, Learner))!;
        Assert.Equal((ReviewDetail.Score | ReviewDetail.Responses, 1000, true), (review.Allowed, review.Score!.Value.Hundredths, review.Passed!.Value));
        Assert.All(review.Slots, s =>
        {
            Assert.NotNull(s.Response);
            Assert.Equal((null, null, null, null), (s.Awarded, s.Reason, s.Key, s.Feedback));
        });
    }

    [Fact]
    public async Task Without_the_score_neither_score_nor_passing_is_shown()
    {
        await using var db = await TestDatabase.OpenAsync();
        var (attempt, _) = await GradedAsync(db, ReviewDetail.Correctness, ReviewDetail.All);
        var review = (await Sample.ReviewAsync(db, attempt, Learner))!;
        Assert.Equal((null, null), (review.Score, review.Passed));
        Assert.All(review.Slots, s => Assert.Equal((null, MarkReason.Right), (s.Response, s.Reason!.Value)));
    }

    [Fact]
    public async Task Right_answers_come_without_feedback_and_feedback_without_right_answers()
    {
        await using var db = await TestDatabase.OpenAsync();
        var (attempt, closes) = await GradedAsync(db, ReviewDetail.RightAnswers, ReviewDetail.Feedback);
        var answers = (await Sample.ReviewAsync(db, attempt, Learner))!.Slots.First(s => s.Key is SingleChoice);
        var key = (SingleChoice)answers.Key!;
        Assert.Equal("a", key.Options.Single(o => o.Correct).Id);
        Assert.All(key.Options, o => Assert.Equal("", o.Feedback));
        Assert.Equal(("", null), (key.Feedback, answers.Feedback));

        db.Clock.MoveTo(closes);
        var feedback = (await Sample.ReviewAsync(db, attempt, Learner))!.Slots.First(s => s.Question.Type == QuestionType.SingleChoice);
        Assert.Null(feedback.Key);
        Assert.Equal("Phản hồi chung", feedback.Feedback!.Text);
        Assert.Equal([new ShownOption("a", "Phản hồi đúng")], feedback.Feedback.Options); // of the option she ticked, and no other
    }

    [Theory, EveryDatabase]
    public async Task Staff_see_all_of_a_graded_attempt_and_nothing_of_one_in_progress(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, _) = await GradedAsync(db, ReviewDetail.None, ReviewDetail.None);
        var detail = (await DetailAsync(db, attempt))!;
        Assert.Equal((Learner, ReviewDetail.All, 8), (detail.LearnerKey, detail.Allowed, detail.Slots.Count));
        Assert.All(detail.Slots, s => Assert.Equal((true, true, true, true), (s.Key is not null, s.Feedback is not null, s.Response is not null, s.Awarded is not null)));
        Assert.Null(await DetailAsync(db, PublicCode.New()));

        var exam = await Sample.ExamAsync(db);
        var open = await Sample.StartAsync(db, exam, Learner);
        Assert.Null(await DetailAsync(db, open));
        Assert.Null(await Sample.ReviewAsync(db, open, Learner));
    }

    private static Task<AttemptReview?> DetailAsync(TestDatabase db, PublicCode attempt) => db.UseAsync<ExamResults, AttemptReview?>(r => r.DetailAsync(attempt));

    private static async Task<(PublicCode Attempt, DateTime Closes)> GradedAsync(TestDatabase db, ReviewDetail whileOpen, ReviewDetail afterClosing)
    {
        var exam = await Sample.ExamAsync(db, Sample.Paper(await Sample.BankAsync(db)) with { Review = new() { WhileOpen = whileOpen, AfterClosing = afterClosing } });
        var attempt = await Sample.StartAsync(db, exam, Learner);
        await Sample.AnswerAllAsync(db, attempt, Learner, _ => true);
        await Sample.HandInAsync(db, attempt, Learner);
        return (attempt, db.Clock.Now.AddHours(2));
    }
}

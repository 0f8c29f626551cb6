using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Lms.UnitTests.Web.Exams;

namespace Lms.UnitTests.Assessment;

/// <summary>docs/decisions/0014: the steps to a mark are not kept but had again, from what is frozen.</summary>
public sealed class ExplanationTests
{
    private static readonly Dictionary<string, Response> Given = new()
    {
        [QuestionType.SingleChoice] = new ChoiceResponse(["b"]),
        [QuestionType.MultipleResponse] = new ChoiceResponse(["a", "c"]),
        [QuestionType.TrueFalse] = new ChoiceResponse(["false"]),
        [QuestionType.ShortText] = new TextResponse("giám sát"),
        [QuestionType.Matching] = new MatchResponse(new Dictionary<string, string> { ["1"] = "a", ["2"] = "c" }),
        [QuestionType.Ordering] = new OrderResponse(["b", "a", "c"]),
        [QuestionType.Numeric] = new TextResponse("655 kg"),
        [QuestionType.Calculated] = new TextResponse("15"),
        [QuestionType.Cloze] = new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse("thông tin"), [3] = new ChoiceResponse(["a", "c"]) }),
        [QuestionType.GapSelect] = new GapsResponse(new Dictionary<int, Response> { [1] = new ChoiceResponse(["a"]), [2] = new ChoiceResponse(["c"]) }),
        [QuestionType.Hotspot] = new PointsResponse([new(12, 34), new(700, 700)]),
    };

    [Theory, EveryDatabase]
    public async Task The_steps_shown_years_later_are_those_an_author_saw_for_the_version_that_was_asked(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        QuestionDraft[] drafts = [.. QuestionsOfAllTypes.Drafts.Where(d => d.Definition is not Essay).Select(d => d with { Category = "Chung" }),
            Sample.Single() with { Category = "Chung" }, Sample.Multiple(scoring: MultipleScoring.PartialNegative) with { Category = "Chung" }, Sample.Statement() with { Category = "Chung" }, Sample.Text() with { Category = "Chung" }];
        var bank = await Sample.BankAsync(db, drafts);
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { Review = new ReviewPolicy { WhileOpen = ReviewDetail.All }, Sections = [new() { Draws = [new(bank, null, null, drafts.Length, new(300))] }] });
        var learner = Guid.NewGuid();
        var attempt = await Sample.StartAsync(db, exam, learner);
        var view = await Sample.ShowAsync(db, attempt, learner);
        Assert.Equal(Given.Keys.Order(), view.Slots.Select(s => s.Question.Type).Order());
        Assert.Equal(AnswerOutcome.Saved, (await Sample.AnswerAsync(db, attempt, learner, [.. view.Slots.Select(s => new GivenAnswer(s.Slot, Given[s.Question.Type]))])).Outcome);
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, learner));
        var asked = drafts.ToDictionary(d => QuestionType.Of(d.Definition), d => d.Definition);

        await ReplaceAllAsync(db, bank);

        var review = (await Sample.ReviewAsync(db, attempt, learner))!;
        Assert.Equal(review.Score!.Value.Hundredths, review.Slots.Sum(s => s.Awarded!.Value.Hundredths));
        Assert.All(review.Slots, slot =>
        {
            var trial = SlotReview.Of(asked[slot.Question.Type], Given[slot.Question.Type], slot.Maximum);
            Assert.Equal(trial.Parts, slot.Parts);
            Assert.Equal((trial.Awarded, trial.Reason), (slot.Awarded, slot.Reason));
            Assert.Equal(slot.Awarded!.Value, Scorer.Award(new Mark(slot.Parts.Sum(p => p.Fraction), slot.Reason!.Value), slot.Maximum));
        });
    }

    /// <summary>Every question of the bank becomes another, and is published.</summary>
    private static async Task ReplaceAllAsync(TestDatabase db, Guid bank)
    {
        foreach (var key in (await db.UseAsync<LmsDb, List<Guid>>(d => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(d.Set<QuestionEntry>().Where(q => q.BankKey == bank).Select(q => q.ItemKey)))))
        {
            var detail = (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(key)))!;
            var (outcome, problems) = await db.UseAsync<QuestionBanks, (QuestionOutcome Outcome, IReadOnlyList<QuestionProblem>)>(b => b.SaveAsync(key, detail.Revision, Sample.Statement(77), null));
            Assert.True(outcome == QuestionOutcome.Done, string.Join(", ", problems));
            Assert.Equal(QuestionOutcome.Done, await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync([key], PublishAction.Published, null, null)));
        }
    }
}

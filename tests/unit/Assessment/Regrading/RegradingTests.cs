using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using RegradingFace = Lms.Assessment.Regrading.Regrading;

namespace Lms.UnitTests.Assessment.Regrading;

public sealed class RegradingTests
{
    private static readonly Guid Examiner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task A_corrected_key_moves_those_and_only_those_whom_the_preview_names(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (exam, wrong, right) = await ExamWithWrongKeyAsync(db);
        var (choseA, choseB, still) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await SitAsync(db, exam, choseA, "a");
        await SitAsync(db, exam, choseB, "b");
        var open = await Sample.StartAsync(db, exam, still);
        await Sample.AnswerAsync(db, open, still, new GivenAnswer(1, new ChoiceResponse(["b"])));
        Assert.Equal((true, false), ((await SummaryAsync(db, choseA)).Passed, (await SummaryAsync(db, choseB)).Passed));

        var preview = (await PreviewAsync(db, wrong, right))!;
        Assert.Equal((2, 1), (preview.Attempts, preview.Waiting));
        Assert.Equal([(choseA, 200, 100, true, false), (choseB, 100, 200, false, true)], preview.Changes.OrderBy(c => c.LearnerKey == choseB).Select(c => (c.LearnerKey, c.Before.Hundredths, c.After.Hundredths, c.PassedBefore, c.PassedAfter)));
        Assert.Equal(200, (await SummaryAsync(db, choseA)).Score!.Value.Hundredths);

        Assert.Equal(RegradeOutcome.ReasonMissing, await ApplyAsync(db, preview, " "));
        Assert.Equal(RegradeOutcome.Done, await ApplyAsync(db, preview, "Đáp án nhập nhầm."));
        Assert.Equal((100, false, 200, true), ((await SummaryAsync(db, choseA)).Score!.Value.Hundredths, (await SummaryAsync(db, choseA)).Passed, (await SummaryAsync(db, choseB)).Score!.Value.Hundredths, (await SummaryAsync(db, choseB)).Passed));
        await Sample.HandInAsync(db, open, still);
        Assert.Equal(100, (await SummaryAsync(db, still)).Score!.Value.Hundredths); // the other question was left open
        var review = (await db.UseAsync<ExamResults, AttemptReview?>(r => r.DetailAsync(open)))!.Slots[0];
        Assert.Equal((KeyState.Replaced, MarkReason.Right, "b"), (review.Correction, review.Reason, Assert.IsType<SingleChoice>(review.Key).Options.Single(o => o.Correct).Id));
        await foreach (var mismatch in db.Scope().ServiceProvider.GetRequiredService<ExamResults>().RecomputeAsync()) Assert.Fail($"{mismatch}");
        Assert.Equal("Đáp án nhập nhầm.", Assert.Single(await db.UseAsync<RegradingFace, List<PastCorrection>>(r => r.PastAsync(wrong))).Reason);

        Assert.Empty((await PreviewAsync(db, wrong, right))!.Changes);
    }

    [Theory, EveryDatabase]
    public async Task A_broken_question_credits_everybody_in_one_action(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (exam, wrong, _) = await ExamWithWrongKeyAsync(db);
        Guid[] people = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await SitAsync(db, exam, people[0], "a");
        await SitAsync(db, exam, people[1], "b");
        await SitAsync(db, exam, people[2], null);
        var preview = (await PreviewAsync(db, wrong, null))!;
        Assert.Equal(2, preview.Changes.Count);
        Assert.Equal(RegradeOutcome.Done, await ApplyAsync(db, preview, "Câu hỏi không rõ nghĩa."));
        foreach (var person in people) Assert.Equal(200, (await SummaryAsync(db, person)).Score!.Value.Hundredths);
    }

    [Theory, EveryDatabase]
    public async Task Who_hands_in_between_preview_and_apply_is_not_moved_unseen(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (exam, wrong, right) = await ExamWithWrongKeyAsync(db);
        await SitAsync(db, exam, Guid.NewGuid(), "a");
        var preview = (await PreviewAsync(db, wrong, right))!;
        var late = Guid.NewGuid();
        await SitAsync(db, exam, late, "b");
        Assert.Equal(RegradeOutcome.ChangedSincePreview, await ApplyAsync(db, preview, "Đáp án nhập nhầm."));
        Assert.Equal(100, (await SummaryAsync(db, late)).Score!.Value.Hundredths);
        Assert.Empty(await db.UseAsync<RegradingFace, List<PastCorrection>>(r => r.PastAsync(wrong)));
    }

    [Theory, EveryDatabase]
    public async Task A_version_of_another_question_is_no_correction(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (_, first, _) = await ExamWithWrongKeyAsync(db);
        var (_, other, _) = await ExamWithWrongKeyAsync(db);
        Assert.Null(await PreviewAsync(db, first, other));
        Assert.Null(await PreviewAsync(db, Guid.NewGuid(), null));
    }

    /// <summary>Two choices of a point each, both needed to pass. The first says a, and its next version b.</summary>
    private static async Task<(ScheduledExam Exam, Guid Wrong, Guid Right)> ExamWithWrongKeyAsync(TestDatabase db)
    {
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2));
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { ShuffleQuestions = false, PassMarkPercent = 100, Sections = [new() { Draws = [new(bank, null, null, 2, new(100))] }] });
        var question = (await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank)))[0];
        var detail = (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(question.Key)))!;
        var single = (SingleChoice)detail.Draft.Definition;
        var corrected = detail.Draft with { Definition = single with { Options = [.. single.Options.Select(o => o with { Correct = o.Id == "b" })] } };
        Assert.Equal(QuestionOutcome.Done, (await db.UseAsync<QuestionBanks, (QuestionOutcome Outcome, IReadOnlyList<QuestionProblem>)>(b => b.SaveAsync(question.Key, detail.Revision, corrected, null))).Outcome);
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync([question.Key], PublishAction.Published, null, null)));
        return (exam, question.PublishedVersionKey!.Value, (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(question.Key)))!.PublishedVersionKey!.Value);
    }

    private static async Task SitAsync(TestDatabase db, ScheduledExam exam, Guid learner, string? first)
    {
        var attempt = await Sample.StartAsync(db, exam, learner);
        if (first is not null) await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new ChoiceResponse([first])));
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(2, new ChoiceResponse(["a"])));
        await Sample.HandInAsync(db, attempt, learner);
    }

    private static Task<RegradePreview?> PreviewAsync(TestDatabase db, Guid version, Guid? replacement) =>
        db.UseAsync<RegradingFace, RegradePreview?>(r => r.PreviewAsync(version, replacement));

    private static Task<RegradeOutcome> ApplyAsync(TestDatabase db, RegradePreview preview, string reason) =>
        db.UseAsync<RegradingFace, RegradeOutcome>(r => r.ApplyAsync(preview.QuestionVersionKey, preview.ReplacementVersionKey, preview.Fingerprint, reason, Examiner));

    private static async Task<AttemptSummary> SummaryAsync(TestDatabase db, Guid learner) =>
        Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfLearnerAsync(learner)));
}

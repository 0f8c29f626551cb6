using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Assessment;

public sealed class ExamResultsTests
{
    [Theory, EveryDatabase]
    public async Task Every_score_stands_when_computed_again_and_one_that_was_tampered_with_is_found(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempts = await GradedAsync(db, 7);
        Assert.Equal(7, await db.UseAsync<ExamResults, int>(r => r.CountGradedAsync()));
        foreach (var batchSize in (int[])[1, 3, 7, 100]) Assert.Empty(await RecomputeAsync(db, batchSize));

        var raised = await db.UseAsync<LmsDb, Guid>(d => d.Set<Attempt>().Where(a => a.PublicCode == attempts[2]).Select(a => a.Key).SingleAsync());
        await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().Where(g => g.AttemptKey == raised).ExecuteUpdateAsync(s => s.SetProperty(g => g.Score, new Points(999))));
        var found = Assert.Single(await RecomputeAsync(db, 3));
        Assert.Equal((raised, 999), (found.AttemptKey, found.Stored.Hundredths));

        await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().Where(g => g.AttemptKey == raised).ExecuteUpdateAsync(s => s.SetProperty(g => g.Score, found.Recomputed)));
        Assert.Empty(await RecomputeAsync(db, 100));
        var slipped = await db.UseAsync<LmsDb, int>(d => d.Set<Answer>().Where(a => a.AttemptKey == raised && a.Slot == 3).ExecuteUpdateAsync(s => s.SetProperty(a => a.Response, "[]")));
        Assert.Equal(1, slipped);
        Assert.Single(await RecomputeAsync(db, 100));
    }

    [Theory, EveryDatabase]
    public async Task A_grading_and_what_its_listeners_add_are_saved_together_or_not_at_all(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider, s => s.AddScoped<IAttemptListener, Failing>());
        var learner = Guid.NewGuid();
        var exam = await Sample.ExamAsync(db);
        var attempt = await Sample.StartAsync(db, exam, learner);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Sample.HandInAsync(db, attempt, learner));
        Assert.Equal(AttemptState.InProgress, (await Sample.ShowAsync(db, attempt, learner)).State);
        Assert.Equal((0, 0), (await Sample.StepsAsync(db), await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task The_number_of_statements_does_not_grow_with_what_is_read_or_answered(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var learner = Guid.NewGuid();
        var exam = await Sample.ExamAsync(db);
        var attempt = await Sample.StartAsync(db, exam, learner);
        var view = await Sample.ShowAsync(db, attempt, learner);
        GivenAnswer[] all = [.. view.Slots.Select(s => new GivenAnswer(s.Slot, Sample.Right(s.Question)))];
        Assert.Equal(2, await QueryCounter.CountAsync(() => Sample.AnswerAsync(db, attempt, learner, all[0]))); // attempt, end of the log; the insert is shared with others
        Assert.Equal(3, await QueryCounter.CountAsync(() => Sample.AnswerAsync(db, attempt, learner, all)));
        Assert.Equal(2, await QueryCounter.CountAsync(() => Sample.AnswerAsync(db, attempt, learner, all)));
        Assert.Equal(2, await QueryCounter.CountAsync(() => Sample.ShowAsync(db, attempt, learner)));
        await Sample.HandInAsync(db, attempt, learner);
        Assert.Equal(5, await QueryCounter.CountAsync(() => db.UseAsync<ExamResults, AttemptReview?>(r => r.DetailAsync(attempt)))); // attempt, grading, answers, marks, corrections
        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key))));

        await GradedAsync(db, 5);
        Assert.Equal(2 * 5 + 1, await QueryCounter.CountAsync(() => RecomputeAsync(db, 3))); // two batches of five statements, and the empty one
        var others = new List<Guid> { exam.Key, (await Sample.ExamAsync(db)).Key, (await Sample.ExamAsync(db)).Key };
        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<Exams, List<ExamDetail>>(e => e.DetailsAsync(others))));
    }

    [Theory, EveryDatabase]
    public async Task Lists_tell_the_state_and_score_of_each_attempt(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var (good, poor, busy) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var learner in (Guid[])[good, poor, busy])
        {
            db.Clock.Advance(TimeSpan.FromSeconds(1));
            var attempt = await Sample.StartAsync(db, exam, learner);
            await Sample.AnswerAllAsync(db, attempt, learner, _ => learner != poor);
            if (learner != busy) await Sample.HandInAsync(db, attempt, learner);
        }

        var rows = await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key));
        Assert.Equal([(good, AttemptState.Graded, 1000, true), (poor, AttemptState.Graded, 0, false), (busy, AttemptState.InProgress, (int?)null, (bool?)null)],
            rows.Select(r => (r.LearnerKey, r.State, r.Score?.Hundredths, r.Passed)));
        Assert.All(rows, r => Assert.Equal(1000, r.Maximum.Hundredths));
        Assert.Equal(exam.Key, Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfLearnerAsync(poor))).ExamKey);
    }

    private static async Task<List<PublicCode>> GradedAsync(TestDatabase db, int count)
    {
        var exam = await Sample.ExamAsync(db);
        var attempts = new List<PublicCode>();
        for (var i = 0; i < count; i++)
        {
            db.Clock.Advance(TimeSpan.FromSeconds(1));
            var learner = Guid.NewGuid();
            attempts.Add(await Sample.StartAsync(db, exam, learner));
            await Sample.AnswerAllAsync(db, attempts[^1], learner, slot => slot % (i + 1) == 0);
            await Sample.HandInAsync(db, attempts[^1], learner);
        }

        return attempts;
    }

    private static Task<List<GradingMismatch>> RecomputeAsync(TestDatabase db, int batchSize) =>
        db.UseAsync<ExamResults, List<GradingMismatch>>(async r =>
        {
            var found = new List<GradingMismatch>();
            await foreach (var mismatch in r.RecomputeAsync(batchSize, default)) found.Add(mismatch);
            return found;
        });

    private sealed class Failing : IAttemptListener
    {
        public Task GradedAsync(AttemptGraded graded, CancellationToken ct) => throw new InvalidOperationException("The class is gone.");
    }
}

using System.Collections.Concurrent;
using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Start = (Lms.Assessment.Attempts.StartOutcome Outcome, Lms.Data.PublicCode? Attempt);

namespace Lms.UnitTests.Assessment;

/// <summary>What happens at once. Each use case runs in a scope, a context and a connection of its own.</summary>
public sealed class RacesTests
{
    private const int AtOnce = 8;
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task Many_clicks_on_start_are_one_attempt(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var starts = await AllAtOnceAsync(_ => db.UseAsync<Exams, Start>(e => e.StartAsync(exam.Code, Learner)));
        Assert.Single(starts, s => s.Outcome == StartOutcome.Started);
        Assert.Equal(AtOnce - 1, starts.Count(s => s.Outcome == StartOutcome.Resumed));
        Assert.Single(starts.Select(s => s.Attempt).Distinct());
        Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key)));
    }

    [Theory, EveryDatabase]
    public async Task Tabs_that_save_at_once_are_all_saved_in_one_unbroken_log(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        for (var round = 0; round < 3; round++)
        {
            var right = round % 2 == 0;
            var receipts = await AllAtOnceAsync(i => SaveAsync(db, attempt, view, i + 1, right));
            Assert.All(receipts, r => Assert.Equal(AnswerOutcome.Saved, r.Outcome));
        }

        Assert.Equal(Enumerable.Range(1, 3 * AtOnce), await db.UseAsync<LmsDb, List<int>>(d => d.Set<Answer>().OrderBy(a => a.Sequence).Select(a => a.Sequence).ToListAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_hand_ins_at_once_exactly_one_is_graded_and_told_of(DatabaseProvider provider)
    {
        var told = new ConcurrentBag<AttemptGraded>();
        await using var db = await TestDatabase.OpenAsync(provider, s => s.AddScoped<IAttemptListener>(_ => new Listening(told)));
        var exam = await Sample.ExamAsync(db);
        for (var round = 0; round < 5; round++)
        {
            var learner = Guid.NewGuid();
            var attempt = await Sample.StartAsync(db, exam, learner);
            await Sample.AnswerAllAsync(db, attempt, learner, _ => true);
            var outcomes = await AllAtOnceAsync(_ => Sample.HandInAsync(db, attempt, learner));
            Assert.Single(outcomes, o => o == HandInOutcome.Graded);
            Assert.Equal(AtOnce - 1, outcomes.Count(o => o == HandInOutcome.AlreadyHandedIn));
            Assert.Single(told.Where(g => g.LearnerKey == learner).Select(g => g.AttemptKey).Distinct());
        }

        Assert.Equal(5, await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task No_answer_is_acknowledged_that_the_score_has_not_seen(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        for (var round = 0; round < 10; round++)
        {
            var learner = Guid.NewGuid();
            var attempt = await Sample.StartAsync(db, exam, learner);
            var view = await Sample.ShowAsync(db, attempt, learner);
            var saves = Enumerable.Range(0, 6).Select(i => Task.Run(() => SaveAsync(db, attempt, view, i + 1, true, learner))).ToList();
            var handIn = Task.Run(() => Sample.HandInAsync(db, attempt, learner));
            var receipts = await Task.WhenAll(saves);
            Assert.Equal(HandInOutcome.Graded, await handIn);

            var acknowledged = receipts.Select((r, i) => (r.Outcome, Slot: i + 1)).Where(r => r.Outcome == AnswerOutcome.Saved).Select(r => r.Slot);
            Assert.All(receipts, r => Assert.True(r.Outcome is AnswerOutcome.Saved or AnswerOutcome.AlreadyHandedIn));
            var detail = (await db.UseAsync<ExamResults, AttemptReview?>(r => r.DetailAsync(attempt)))!;
            Assert.Equal(acknowledged, detail.Slots.Where(s => s.Response is not null).Select(s => s.Slot));
            Assert.Equal(new Points(detail.Slots.Where(s => s.Response is not null).Sum(s => s.Maximum.Hundredths)), detail.Score);
        }
    }

    private static Task<AnswerReceipt> SaveAsync(TestDatabase db, PublicCode attempt, AttemptView view, int slot, bool right, Guid? learner = null)
    {
        var question = view.Slots[slot - 1].Question;
        return Sample.AnswerAsync(db, attempt, learner ?? Learner, new GivenAnswer(slot, right ? Sample.Right(question) : Sample.Wrong(question)));
    }

    private static Task<T[]> AllAtOnceAsync<T>(Func<int, Task<T>> useCase) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => useCase(i))));

    private sealed class Listening(ConcurrentBag<AttemptGraded> told) : IAttemptListener
    {
        public Task GradedAsync(AttemptGraded graded, CancellationToken ct)
        {
            told.Add(graded);
            return Task.CompletedTask;
        }
    }
}

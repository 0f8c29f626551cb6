using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Start = (Lms.Assessment.Attempts.StartOutcome Outcome, Lms.Data.PublicCode? Attempt);

namespace Lms.UnitTests.Assessment;

public sealed class OverdueTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task Time_that_runs_out_closes_at_the_deadline_with_what_was_saved(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var attempt = await Sample.StartAsync(db, exam, Learner);
        var due = (await Sample.ShowAsync(db, attempt, Learner)).DueAt;
        await Sample.AnswerAllAsync(db, attempt, Learner, slot => slot <= 5);
        db.Clock.MoveTo(due);
        Assert.Equal(0, await CloseAsync(db));
        db.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(1, await CloseAsync(db));
        Assert.Equal(0, await CloseAsync(db));

        var summary = Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key)));
        Assert.Equal((AttemptState.Graded, (DateTime?)due, 600, true), (summary.State, summary.ClosedAt, summary.Score!.Value.Hundredths, summary.Passed!.Value));
        Assert.Equal(GradingReason.TimeUp, await db.UseAsync<LmsDb, GradingReason>(d => d.Set<Grading>().Select(g => g.Reason).SingleAsync()));
        Assert.Equal(HandInOutcome.AlreadyHandedIn, await Sample.HandInAsync(db, attempt, Learner));
    }

    [Theory, EveryDatabase]
    public async Task A_hand_in_after_the_deadline_closes_at_the_deadline_too(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var attempt = await Sample.StartAsync(db, exam, Learner);
        var due = (await Sample.ShowAsync(db, attempt, Learner)).DueAt;
        db.Clock.MoveTo(due.AddSeconds(1));
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, Learner));
        Assert.Equal(due, Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfLearnerAsync(Learner))).ClosedAt);
    }

    [Theory, EveryDatabase]
    public async Task Starting_again_after_the_deadline_closes_the_old_attempt_first(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        await Sample.StartAsync(db, exam, Learner);
        db.Clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Equal(StartOutcome.Started, (await db.UseAsync<Exams, Start>(e => e.StartAsync(exam.Code, Learner))).Outcome);
        Assert.Equal([AttemptState.Graded, AttemptState.InProgress], (await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key))).Select(a => a.State));
        db.Clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Equal(StartOutcome.NoAttemptsLeft, (await db.UseAsync<Exams, Start>(e => e.StartAsync(exam.Code, Learner))).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task One_attempt_that_cannot_be_closed_keeps_no_other_from_being_closed(DatabaseProvider provider)
    {
        var cursed = Guid.NewGuid();
        await using var db = await TestDatabase.OpenAsync(provider, s => s.AddScoped<IAttemptListener>(_ => new Refusing(cursed)));
        var exam = await Sample.ExamAsync(db);
        foreach (var learner in (Guid[])[Guid.NewGuid(), cursed, Guid.NewGuid()])
        {
            await Sample.StartAsync(db, exam, learner);
            db.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        db.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, await CloseAsync(db));
        var left = Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfExamAsync(exam.Key)), a => a.State == AttemptState.InProgress);
        Assert.Equal(cursed, left.LearnerKey);
        Assert.Equal((2, 2), (await Sample.StepsAsync(db), await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().CountAsync())));
    }

    private static Task<int> CloseAsync(TestDatabase db) => db.UseAsync<Exams, int>(e => e.CloseOverdueAsync());

    private sealed class Refusing(Guid cursed) : IAttemptListener
    {
        public Task GradedAsync(AttemptGraded graded, CancellationToken ct) =>
            graded.LearnerKey == cursed ? throw new InvalidOperationException("No certificate number could be taken.") : Task.CompletedTask;
    }
}

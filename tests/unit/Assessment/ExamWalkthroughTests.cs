using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

/// <summary>The whole way of one trainee: start, answer, reload, hand in, review.</summary>
public sealed class ExamWalkthroughTests
{
    [Theory, EveryDatabase]
    public async Task A_trainee_sits_an_exam_and_reads_her_review(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var learner = Guid.NewGuid();
        var exam = await Sample.ExamAsync(db);
        var attempt = await Sample.StartAsync(db, exam, learner);

        var first = await Sample.ShowAsync(db, attempt, learner);
        Assert.Equal(8, first.Slots.Count);
        Assert.Equal(["Trắc nghiệm", "Ngắn"], first.Slots.Select(s => s.Section).Distinct());
        Assert.Equal(first.StartedAt.AddMinutes(45), first.DueAt);

        db.Clock.Advance(TimeSpan.FromMinutes(5));
        var savedAt = db.Clock.Now;
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, Sample.Wrong(first.Slots[0].Question)));
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await Sample.AnswerAsync(db, attempt, learner, [.. first.Slots.Where(s => s.Slot > 1).Select(s => new GivenAnswer(s.Slot, Sample.Right(s.Question)))]);

        var reloaded = await Sample.ShowAsync(db, attempt, learner);
        Assert.Equal(first.Slots.Select(s => s.Question.Prompt), reloaded.Slots.Select(s => s.Question.Prompt));
        Assert.Equal(first.Slots.SelectMany(s => s.Question.Options), reloaded.Slots.SelectMany(s => s.Question.Options));
        Assert.Equal(savedAt, reloaded.Slots[0].SavedAt);
        Assert.All(reloaded.Slots, s => Assert.NotNull(s.Response));

        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, learner));
        Assert.Empty((await Sample.ShowAsync(db, attempt, learner)).Slots);

        var whileOpen = await Sample.ReviewAsync(db, attempt, learner);
        var lost = first.Slots[0].Maximum;
        Assert.Equal(new Points(1000 - lost.Hundredths), whileOpen!.Score);
        Assert.Equal(ReviewDetail.Score, whileOpen.Allowed);
        Assert.Empty(whileOpen.Slots);
        Assert.True(whileOpen.Passed);
        Assert.Equal(new Points(500), whileOpen.PassMark);

        db.Clock.Advance(TimeSpan.FromHours(2));
        var afterwards = await Sample.ReviewAsync(db, attempt, learner);
        Assert.Equal(MarkReason.Wrong, afterwards!.Slots[0].Reason);
        Assert.All(afterwards.Slots.Skip(1), s => Assert.Equal((MarkReason.Right, (Points?)s.Maximum), (s.Reason, s.Awarded)));
        Assert.All(afterwards.Slots, s => Assert.NotNull(s.Key));
    }
}

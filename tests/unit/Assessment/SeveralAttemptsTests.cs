using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Assessment;

public sealed class SeveralAttemptsTests
{
    private static readonly Guid Learner = Guid.NewGuid();
    private static readonly PassRule Half = PassRule.Of(new(500));

    [Theory]
    [InlineData(ResultRule.Best, 700, true)]
    [InlineData(ResultRule.Last, 400, false)]
    [InlineData(ResultRule.Average, 466, false)] // 1400 ÷ 3, cut
    public void The_rule_decides_which_score_counts(ResultRule rule, int score, bool passed) =>
        Assert.Equal(new ExamResult(new(score), new(1000), passed, 3),
            ExamResult.Of(rule, Half, new(1000), [new(1, new(300), false), new(2, new(700), true), new(3, new(400), false)]));

    [Fact]
    public void The_best_is_one_that_passed_even_where_another_has_more_points() =>
        Assert.Equal(new ExamResult(new(600), new(1000), true, 2), ExamResult.Of(ResultRule.Best, Half, new(1000), [new(1, new(800), false), new(2, new(600), true)]));

    /// <summary>Whatever two or three attempts brought: the cut mean decides as the exact mean does.</summary>
    [Fact]
    public void Cutting_the_mean_never_decides()
    {
        foreach (var last in Enumerable.Range(0, 40))
        {
            GradedScore[] attempts = [new(1, new(490 + last), false), new(2, new(501), true), new(3, new(499), false)];
            var sum = attempts.Sum(a => a.Score.Hundredths);
            Assert.Equal(sum >= 3 * 500, ExamResult.Of(ResultRule.Average, Half, new(1000), attempts).Passed);
        }
    }

    [Fact]
    public void The_mean_of_each_section_has_to_reach_its_minimum()
    {
        var rule = new PassRule(new(500), [new(1, new(200))]);
        Assert.True(Mean(300, 100).Passed);
        Assert.False(Mean(300, 99).Passed);
        ExamResult Mean(params int[] second) => ExamResult.Of(ResultRule.Average, rule, new(1000), [.. second.Select((s, i) => new GradedScore(i + 1, new(900), true, new Dictionary<int, Points> { [1] = new(s) }))]);
    }

    [Theory, EveryDatabase]
    public async Task The_listener_hears_the_result_of_all_attempts(DatabaseProvider provider)
    {
        foreach (var (rule, sections, heard) in new[] { (ResultRule.Best, 0, "1000 True,1000 True,1000 True"), (ResultRule.Last, 0, "1000 True,0 False,500 True"), (ResultRule.Average, 0, "1000 True,500 True,500 True"), (ResultRule.Average, 60, "1000 True,500 False,500 True") })
        {
            var listener = new Listener();
            await using var db = await TestDatabase.OpenAsync(provider, s => s.AddSingleton<IAttemptListener>(listener));
            var paper = Sample.Paper(await Sample.BankAsync(db)) with { Result = rule, AttemptsAllowed = 3, ShuffleQuestions = false };
            var exam = await Sample.ExamAsync(db, paper with { Sections = [paper.Sections[0], paper.Sections[1] with { MinimumPercent = sections }] });
            // All; nothing; then one, two and the whole second section, which is 5 of 10 points.
            foreach (var right in new Func<int, bool>[] { _ => true, _ => false, slot => slot == 1 || slot >= 6 })
            {
                var attempt = await Sample.StartAsync(db, exam, Learner);
                await Sample.AnswerAllAsync(db, attempt, Learner, right);
                await Sample.HandInAsync(db, attempt, Learner);
            }

            Assert.Equal(heard, string.Join(',', listener.Heard.Select(h => $"{h.Score.Hundredths} {h.Passed}")));
            Assert.Equal(listener.Heard[^1], Assert.Single(await db.UseAsync<ExamResults, IReadOnlyDictionary<Guid, ExamResult>>(r => r.ResultsAsync(exam.Key))).Value);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_next_attempt_has_to_wait_for_the_hours_between(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, Sample.Paper(await Sample.BankAsync(db)) with { CoolingOffHours = 1 });
        var attempt = await Sample.StartAsync(db, exam, Learner);
        db.Clock.Advance(TimeSpan.FromMinutes(10));
        await Sample.HandInAsync(db, attempt, Learner);
        db.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(10));
        Assert.Equal(StartOutcome.CoolingOff, await StartAsync(db, exam, Learner));
        db.Clock.Advance(TimeSpan.FromTicks(10));
        Assert.Equal(StartOutcome.Started, await StartAsync(db, exam, Learner));
    }

    private static async Task<StartOutcome> StartAsync(TestDatabase db, ScheduledExam exam, Candidate candidate) =>
        (await db.UseAsync<Exams, (StartOutcome Outcome, PublicCode?)>(e => e.StartAsync(exam.Code, candidate))).Outcome;

    private sealed class Listener : IAttemptListener
    {
        public List<ExamResult> Heard { get; } = [];

        public Task GradedAsync(AttemptGraded graded, CancellationToken ct)
        {
            Heard.Add(graded.Result);
            return Task.CompletedTask;
        }
    }
}

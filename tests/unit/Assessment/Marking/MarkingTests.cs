using Lms.Assessment.Attempts;
using Lms.Assessment.Marking;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.UnitTests.Assessment.Marking;

public sealed class MarkingTests
{
    private static readonly Guid Anna = Guid.NewGuid(), Bình = Guid.NewGuid(), Chi = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task An_attempt_gets_its_score_with_the_last_mark_and_not_before(DatabaseProvider provider)
    {
        var heard = new Heard();
        await using var db = await TestDatabase.OpenAsync(provider, s => s.AddSingleton<IAttemptListener>(heard));
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 1));
        var learner = Guid.NewGuid();
        var attempt = await HandInAsync(db, exam, learner, "Bài luận của tôi.");

        Assert.Equal((AttemptState.AwaitingMarking, null), (await SummaryAsync(db, learner)) is var s ? (s.State, s.Score) : default);
        Assert.Null(await Sample.ReviewAsync(db, attempt, learner));
        Assert.Empty(heard.Graded);
        var queue = Assert.Single(await QueuesAsync(db, exam, Anna));
        var question = Assert.Single(queue.Questions);
        Assert.Equal((1, 0, 1, new Points(400)), (question.Scripts, question.Done, question.Mine, question.Maximum));

        var script = (await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(question.Next!, Anna)))!;
        Assert.Equal("Bài luận của tôi.", Assert.IsType<TextResponse>(script.Response).Text);
        Assert.Equal(MarkOutcome.OutOfRange, await MarkAsync(db, question.Next!, Anna, 4.01m));
        Assert.Equal(MarkOutcome.Graded, await MarkAsync(db, question.Next!, Anna, 3.5m));

        var after = await SummaryAsync(db, learner);
        Assert.Equal((AttemptState.Graded, 450, true), (after.State, after.Score!.Value.Hundredths, after.Passed!.Value));
        Assert.Equal(450, Assert.Single(heard.Graded).Score.Hundredths);
        Assert.Empty(await QueuesAsync(db, exam, Anna));
        Assert.Equal(MarkOutcome.Decided, await MarkAsync(db, question.Next!, Bình, 1m));
        await foreach (var mismatch in db.Scope().ServiceProvider.GetRequiredService<ExamResults>().RecomputeAsync()) Assert.Fail($"{mismatch}");
    }

    [Theory, EveryDatabase]
    public async Task Two_markers_do_not_see_each_other_and_a_third_decides_where_they_are_far_apart(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 2));
        var (near, far) = (Guid.NewGuid(), Guid.NewGuid());
        var agreed = new ScriptAddress(await HandInAsync(db, exam, near, "Một"), 2);
        var disputed = new ScriptAddress(await HandInAsync(db, exam, far, "Hai"), 2);

        Assert.Equal(MarkOutcome.Saved, await MarkAsync(db, agreed, Anna, 3m));
        Assert.Null((await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(agreed, Bình)))!.Own);
        Assert.Equal(MarkOutcome.Graded, await MarkAsync(db, agreed, Bình, 3.2m));
        Assert.Equal(410, (await SummaryAsync(db, near)).Score!.Value.Hundredths);

        Assert.Equal(MarkOutcome.Saved, await MarkAsync(db, disputed, Anna, 1m));
        Assert.Equal(MarkOutcome.Saved, await MarkAsync(db, disputed, Bình, 4m));
        Assert.Empty((await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(disputed, Anna)))!.Disputed);
        Assert.Equal([new Points(100), new Points(400)], (await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(disputed, Chi)))!.Disputed);
        Assert.Equal((0, 1), (await QueuesAsync(db, exam, Anna))[0].Questions[0] is var q ? (q.Mine, (await QueuesAsync(db, exam, Chi))[0].Questions[0].Mine) : default);
        Assert.Equal(MarkOutcome.Graded, await MarkAsync(db, disputed, Chi, 2m));
        Assert.Equal(300, (await SummaryAsync(db, far)).Score!.Value.Hundredths);
    }

    [Theory, EveryDatabase]
    public async Task A_rubric_says_what_a_mark_is_worth(DatabaseProvider provider)
    {
        RubricCriterion[] rubric = [new("a", "Nhận diện vấn đề", 1, [new("Không", 0), new("Có", 1)]), new("b", "Kế hoạch can thiệp", 3, [new("Yếu", 0), new("Khá", 0.5m), new("Tốt", 1)])];
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 1, rubric));
        var learner = Guid.NewGuid();
        var script = new ScriptAddress(await HandInAsync(db, exam, learner, "Bài"), 2);
        Assert.Equal(MarkOutcome.OutOfRange, await MarkAsync(db, script, Anna, 0m, 1));
        Assert.Equal(MarkOutcome.OutOfRange, await MarkAsync(db, script, Anna, 0m, 1, 3));
        Assert.Equal(MarkOutcome.Graded, await MarkAsync(db, script, Anna, 0m, 1, 1));
        Assert.Equal(350, (await SummaryAsync(db, learner)).Score!.Value.Hundredths); // 1 for the choice, (1 + 1.5) ÷ 4 of 4 for the essay
    }

    [Theory, EveryDatabase]
    public async Task Markers_who_save_at_once_are_both_kept_and_grade_once(DatabaseProvider provider)
    {
        var heard = new Heard();
        await using var db = await TestDatabase.OpenAsync(provider, s => s.AddSingleton<IAttemptListener>(heard));
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 2));
        var script = new ScriptAddress(await HandInAsync(db, exam, Guid.NewGuid(), "Bài"), 2);
        var outcomes = await Task.WhenAll(Task.Run(() => MarkAsync(db, script, Anna, 3m)), Task.Run(() => MarkAsync(db, script, Bình, 3m)));
        Assert.Equal([MarkOutcome.Saved, MarkOutcome.Graded], outcomes.Order());
        Assert.Single(heard.Graded);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_mark_two_answers_of_one_attempt_at_once_leave_none_without_a_score(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var essays = Enumerable.Range(1, 2).Select(n => new QuestionDraft($"Tự luận {n}", 2, "", new Essay { Prompt = $"Bài {n}" })).ToArray();
        var bank = await Sample.BankAsync(db, essays);
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { ShuffleQuestions = false, Sections = [new() { Draws = [new(bank, null, null, 2, new(400))] }] });
        for (var n = 0; n < 5; n++)
        {
            var learner = Guid.NewGuid();
            var attempt = await Sample.StartAsync(db, exam, learner);
            await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new TextResponse("Một")), new GivenAnswer(2, new TextResponse("Hai")));
            await Sample.HandInAsync(db, attempt, learner);
            var outcomes = await Task.WhenAll(Task.Run(() => MarkAsync(db, new ScriptAddress(attempt, 1), Anna, 1m)), Task.Run(() => MarkAsync(db, new ScriptAddress(attempt, 2), Bình, 2m)));
            Assert.Equal([MarkOutcome.Saved, MarkOutcome.Graded], outcomes.Order());
            Assert.Equal(300, (await SummaryAsync(db, learner)).Score!.Value.Hundredths);
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_marks_her_own(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 1));
        var script = new ScriptAddress(await HandInAsync(db, exam, Anna, "Bài của chính tôi"), 2);
        Assert.Empty(await QueuesAsync(db, exam, Anna));
        Assert.Null(await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(script, Anna)));
        Assert.Equal(MarkOutcome.NotFound, await MarkAsync(db, script, Anna, 4m));
        Assert.Equal(MarkOutcome.Graded, await MarkAsync(db, script, Bình, 4m));
    }

    [Theory, EveryDatabase]
    public async Task An_essay_left_empty_needs_nobody(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 1));
        var learner = Guid.NewGuid();
        await HandInAsync(db, exam, learner, " ");
        Assert.Equal((AttemptState.Graded, 100), (await SummaryAsync(db, learner)) is var s ? (s.State, s.Score!.Value.Hundredths) : default);
    }

    [Theory, EveryDatabase]
    public async Task The_queue_costs_the_same_however_many_scripts_wait(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await PaperAsync(db, markers: 1));
        await HandInAsync(db, exam, Guid.NewGuid(), "Một");
        var one = await QueryCounter.CountAsync(() => QueuesAsync(db, exam, Anna));
        for (var i = 0; i < 9; i++) await HandInAsync(db, exam, Guid.NewGuid(), $"Bài {i}");
        Assert.Equal(one, await QueryCounter.CountAsync(() => QueuesAsync(db, exam, Anna)));
    }

    /// <summary>A choice of one point and an essay of four; half is enough.</summary>
    private static async Task<PaperContent> PaperAsync(TestDatabase db, int markers, RubricCriterion[]? rubric = null)
    {
        var essay = new QuestionDraft("Tự luận", 2, "", new Essay { Prompt = "Trình bày kế hoạch hỗ trợ một gia đình.", Rubric = rubric ?? [] });
        var bank = await Sample.BankAsync(db, Sample.Single(), essay);
        return Sample.Paper(bank) with
        {
            ShuffleQuestions = false, Marking = new MarkingPolicy(markers, TolerancePercent: 10),
            Sections = [new() { Draws = [new(bank, "Tham vấn", null, 1, new(100)), new(bank, "Tự luận", null, 1, new(400))] }],
        };
    }

    private static async Task<PublicCode> HandInAsync(TestDatabase db, ScheduledExam exam, Guid learner, string essay)
    {
        var attempt = await Sample.StartAsync(db, exam, learner);
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new ChoiceResponse(["a"])), new GivenAnswer(2, new TextResponse(essay)));
        await Sample.HandInAsync(db, attempt, learner);
        return attempt;
    }

    private static Task<IReadOnlyList<MarkingQueue>> QueuesAsync(TestDatabase db, ScheduledExam exam, Guid marker) =>
        db.UseAsync<MarkingFace, IReadOnlyList<MarkingQueue>>(m => m.QueuesAsync([exam.Key], marker));

    private static Task<MarkOutcome> MarkAsync(TestDatabase db, ScriptAddress script, Guid marker, decimal points, params int[] levels) =>
        db.UseAsync<MarkingFace, MarkOutcome>(m => m.MarkAsync(script, marker, new NewMark(Points.Of(points), levels, "Rõ ràng.")));

    private static async Task<AttemptSummary> SummaryAsync(TestDatabase db, Guid learner) =>
        Assert.Single(await db.UseAsync<ExamResults, List<AttemptSummary>>(r => r.OfLearnerAsync(learner)));

    private sealed class Heard : IAttemptListener
    {
        public List<AttemptGraded> Graded { get; } = [];

        public Task GradedAsync(AttemptGraded graded, CancellationToken ct)
        {
            Graded.Add(graded);
            return Task.CompletedTask;
        }
    }
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Marking;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.UnitTests.Assessment.Marking;

public sealed class MarkingOrderTests
{
    private static readonly Guid Anna = Guid.NewGuid(), Bình = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task A_marker_goes_from_candidate_to_candidate_or_from_question_to_question(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await ExamAsync(db);
        var attempts = new List<PublicCode> { await HandInAsync(db, exam), await HandInAsync(db, exam), await HandInAsync(db, exam) }.OrderBy(a => a.Value, StringComparer.Ordinal).ToList();

        var queue = Assert.Single(await QueueAsync(db, exam, Anna));
        Assert.Equal(attempts, queue.Candidates.Select(c => c.Attempt));
        Assert.All(queue.Candidates, c => Assert.Equal((2, 0, 2), (c.Scripts, c.Done, c.Mine)));
        var first = (await ScriptAsync(db, queue.Candidates[0].Next!, Anna, MarkingOrder.ByCandidate))!;
        Assert.Equal((1, 6, null, new ScriptAddress(attempts[0], 2), (0, 6)), (first.Number, first.Of, first.Before, first.After, first.Mine));

        await MarkAsync(db, first.Address, Anna);
        var second = (await ScriptAsync(db, first.Next!, Anna, MarkingOrder.ByCandidate))!;
        Assert.Equal((new ScriptAddress(attempts[0], 2), first.Address, new ScriptAddress(attempts[1], 1), (1, 6)), (second.Address, second.Before, second.Next, second.Mine));
        var question = (await ScriptAsync(db, second.Address, Anna, MarkingOrder.ByQuestion))!;
        Assert.Equal((3, (0, 3)), (question.Of, question.Mine));
    }

    [Theory, EveryDatabase]
    public async Task The_queue_tells_how_far_the_exam_and_each_marker_have_come(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await ExamAsync(db);
        var (one, _) = (await HandInAsync(db, exam), await HandInAsync(db, exam));
        await MarkAsync(db, new ScriptAddress(one, 1), Anna);
        await MarkAsync(db, new ScriptAddress(one, 1), Anna);
        await MarkAsync(db, new ScriptAddress(one, 2), Bình);
        var queue = Assert.Single(await QueueAsync(db, exam, Anna));
        Assert.Equal((1, 1), (queue.Scripts, queue.Finished));
        Assert.Equal([(Anna, 1), (Bình, 1)], queue.Markers.Select(m => (m.MarkerKey, m.Marked)).OrderBy(m => m.MarkerKey != Anna));

        var few = await QueryCounter.CountAsync(() => QueueAsync(db, exam, Anna));
        for (var n = 0; n < 12; n++) await MarkAsync(db, new ScriptAddress(await HandInAsync(db, exam), 1), Anna);
        Assert.Equal(few, await QueryCounter.CountAsync(() => QueueAsync(db, exam, Anna)));
    }

    private static Task<IReadOnlyList<MarkingQueue>> QueueAsync(TestDatabase db, ScheduledExam exam, Guid marker) => db.UseAsync<MarkingFace, IReadOnlyList<MarkingQueue>>(m => m.QueuesAsync([exam.Key], marker));

    private static Task<Script?> ScriptAsync(TestDatabase db, ScriptAddress address, Guid marker, MarkingOrder order) => db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(address, marker, order));

    private static async Task MarkAsync(TestDatabase db, ScriptAddress address, Guid marker) =>
        Assert.True(await db.UseAsync<MarkingFace, MarkOutcome>(m => m.MarkAsync(address, marker, new NewMark(new Points(100), [], ""))) is MarkOutcome.Saved or MarkOutcome.Graded);

    private static async Task<PublicCode> HandInAsync(TestDatabase db, ScheduledExam exam)
    {
        var learner = Guid.NewGuid();
        var attempt = await Sample.StartAsync(db, exam, learner);
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new TextResponse("Một")), new GivenAnswer(2, new TextResponse("Hai")));
        await Sample.HandInAsync(db, attempt, learner);
        return attempt;
    }

    private static async Task<ScheduledExam> ExamAsync(TestDatabase db)
    {
        var bank = await Sample.BankAsync(db, [.. Enumerable.Range(1, 2).Select(n => new QuestionDraft($"Tự luận {n}", 2, "", new Essay { Prompt = $"Bài {n}" }))]);
        return await Sample.ExamAsync(db, Sample.Paper(bank) with { ShuffleQuestions = false, Sections = [new() { Draws = [new(bank, null, null, 2, new(400))] }] });
    }
}

using System.Text.Json;
using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Start = (Lms.Assessment.Attempts.StartOutcome Outcome, Lms.Data.PublicCode? Attempt);

namespace Lms.UnitTests.Assessment;

/// <summary>Starting, answering, handing in: every way each of them can end.</summary>
public sealed class SittingTests
{
    private static readonly Guid Learner = Guid.NewGuid();
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, EveryDatabase]
    public async Task An_exam_lets_in_within_its_window_and_as_often_as_it_allows(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var opens = db.Clock.Now;
        Assert.Equal(StartOutcome.NotFound, (await StartAsync(db, PublicCode.New())).Outcome);
        db.Clock.MoveTo(opens.AddTicks(-10));
        Assert.Equal((StartOutcome.NotOpenYet, null), await StartAsync(db, exam.Code));
        db.Clock.MoveTo(opens);
        var first = await StartAsync(db, exam.Code);
        Assert.Equal(StartOutcome.Started, first.Outcome);
        Assert.Equal((StartOutcome.Resumed, first.Attempt), await StartAsync(db, exam.Code));
        await Sample.HandInAsync(db, first.Attempt!.Value, Learner);
        var second = await StartAsync(db, exam.Code);
        Assert.Equal(StartOutcome.Started, second.Outcome);
        Assert.Equal(2, (await Sample.ShowAsync(db, second.Attempt!.Value, Learner)).Number);
        await Sample.HandInAsync(db, second.Attempt.Value, Learner);
        Assert.Equal((StartOutcome.NoAttemptsLeft, null), await StartAsync(db, exam.Code));
        db.Clock.MoveTo(opens.AddHours(2));
        Assert.Equal((StartOutcome.Closed, null), await StartAsync(db, exam.Code, Guid.NewGuid()));
    }

    [Theory, EveryDatabase]
    public async Task The_deadline_is_the_time_limit_or_the_end_of_the_exam_and_stays_when_the_exam_is_moved(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var opens = db.Clock.Now;
        db.Clock.MoveTo(opens.AddMinutes(90));
        var attempt = await Sample.StartAsync(db, exam, Learner);
        Assert.Equal(opens.AddHours(2), (await Sample.ShowAsync(db, attempt, Learner)).DueAt);

        await using (var scope = db.Scope())
        {
            Assert.True(await ((Exams)scope.ServiceProvider.GetService(typeof(Exams))!).RescheduleAsync(exam.Key, opens, opens.AddHours(5)));
            await ((LmsDb)scope.ServiceProvider.GetService(typeof(LmsDb))!).SaveChangesAsync();
        }

        Assert.Equal(opens.AddHours(2), (await Sample.ShowAsync(db, attempt, Learner)).DueAt);
        var later = Guid.NewGuid();
        Assert.Equal(db.Clock.Now.AddMinutes(45), (await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, later), later)).DueAt);
        Assert.Equal(opens.AddHours(5), (await db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(exam.Code)))!.ClosesAt);
        Assert.False(await db.UseAsync<Exams, bool>(e => e.RescheduleAsync(Guid.NewGuid(), opens, opens.AddHours(1))));
    }

    [Theory, EveryDatabase]
    public async Task An_exam_tells_what_it_asks_and_nothing_of_an_unknown_paper_is_scheduled(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var detail = (await db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(exam.Code)))!;
        Assert.Equal((exam.Key, Sample.Class, "Kỳ thi cuối khóa", "Đọc kỹ từng câu.", 8, new Points(1000), new Points(500), 45, 2),
            (detail.Key, detail.ContextKey, detail.Title, detail.Instructions, detail.Questions, detail.Maximum, detail.PassMark, detail.TimeLimitMinutes, detail.AttemptsAllowed));
        Assert.Equal(2, exam.AttemptsAllowed);
        Assert.Null(await db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(PublicCode.New())));
        Assert.Null(await db.UseAsync<Exams, ScheduledExam?>(e => e.ScheduleAsync(new NewExam(Guid.NewGuid(), "x", Sample.Class, db.Clock.Now, db.Clock.Now.AddHours(1)))));
    }

    [Theory, EveryDatabase]
    public async Task An_answer_counts_up_to_the_deadline_and_not_an_instant_longer(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        db.Clock.MoveTo(view.DueAt);
        Assert.Equal(new AnswerReceipt(AnswerOutcome.Saved, view.DueAt, view.DueAt) { Tag = view.Tag }, await Sample.AnswerAsync(db, attempt, Learner, Right(view, 1)));
        db.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(new AnswerReceipt(AnswerOutcome.TooLate, null, view.DueAt) { Tag = view.Tag }, await Sample.AnswerAsync(db, attempt, Learner, Right(view, 2)));
        Assert.Equal(1, await Sample.StepsAsync(db));
    }

    [Theory, EveryDatabase]
    public async Task The_same_answer_again_is_acknowledged_and_adds_no_row(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        var savedAt = db.Clock.Now;
        await Sample.AnswerAsync(db, attempt, Learner, Right(view, 1));
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await Sample.AnswerAsync(db, attempt, Learner, Right(view, 1));
        Assert.Equal((AnswerOutcome.Saved, (DateTime?)savedAt), (again.Outcome, again.SavedAt));
        Assert.Equal(1, await Sample.StepsAsync(db));

        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(1, Sample.Wrong(view.Slots[0].Question)));
        await Sample.AnswerAsync(db, attempt, Learner, Right(view, 1)); // back to the first: a change, so a row
        Assert.Equal(3, await Sample.StepsAsync(db));
        Assert.Equal((AnswerOutcome.Saved, null), await OutcomeAsync(db, attempt));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_an_answer_is_refused_and_its_whole_page_with_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        var single = view.Slots.First(s => s.Question.Type == "singleChoice").Slot;
        var text = view.Slots.First(s => s.Question.Type == "shortText").Slot;
        var statement = view.Slots.First(s => s.Question.Type == "trueFalse").Slot;
        foreach (var slot in (int[])[0, -1, 9, int.MaxValue])
            Assert.Equal(AnswerOutcome.NoSuchSlot, (await OutcomeAsync(db, attempt, Right(view, 1), new GivenAnswer(slot, new ChoiceResponse([])))).Outcome);
        foreach (var malformed in (GivenAnswer[])
                 [
                     new(single, new ChoiceResponse(["z"])), new(single, new ChoiceResponse(["a", "b"])), new(single, new TextResponse("a")),
                     new(statement, new ChoiceResponse(["a"])), new(text, new ChoiceResponse(["a"])), new(text, new TextResponse(new string('x', 401))), new(text, new TextResponse("\ud800")),
                 ])
            Assert.Equal((AnswerOutcome.MalformedResponse, null), await OutcomeAsync(db, attempt, Right(view, 1), malformed));
        Assert.Equal(0, await Sample.StepsAsync(db));
    }

    [Theory, EveryDatabase]
    public async Task Ticks_are_kept_once_each_and_in_order_and_a_cleared_answer_stays_cleared(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var slot = (await Sample.ShowAsync(db, attempt, Learner)).Slots.First(s => s.Question.Type == "multipleResponse").Slot;
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(slot, new ChoiceResponse(["d", "a", "d"])));
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(slot, new ChoiceResponse(["a", "d"])));
        Assert.Equal(1, await Sample.StepsAsync(db));
        Assert.Equal(["a", "d"], Assert.IsType<ChoiceResponse>((await Sample.ShowAsync(db, attempt, Learner)).Slots[slot - 1].Response).OptionIds);
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(slot, new ChoiceResponse([])));
        Assert.Empty(Assert.IsType<ChoiceResponse>((await Sample.ShowAsync(db, attempt, Learner)).Slots[slot - 1].Response).OptionIds);
    }

    [Theory, EveryDatabase]
    public async Task Another_learners_attempt_does_not_exist(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var stranger = Guid.NewGuid();
        Assert.Null(await db.UseAsync<Exams, AttemptView?>(e => e.ShowAsync(attempt, stranger)));
        Assert.Equal(AnswerOutcome.NotFound, (await Sample.AnswerAsync(db, attempt, stranger)).Outcome);
        Assert.Equal(HandInOutcome.NotFound, await Sample.HandInAsync(db, attempt, stranger));
        await Sample.HandInAsync(db, attempt, Learner);
        Assert.Null(await Sample.ReviewAsync(db, attempt, stranger));
    }

    [Theory, EveryDatabase]
    public async Task What_is_handed_in_stays_as_it_is(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, Learner));
        Assert.Equal(HandInOutcome.AlreadyHandedIn, await Sample.HandInAsync(db, attempt, Learner));
        Assert.Equal(AnswerOutcome.AlreadyHandedIn, (await Sample.AnswerAsync(db, attempt, Learner, Right(view, 1))).Outcome);
        Assert.Equal(1, await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().CountAsync()));
    }

    /// <summary>The page of an exam must not hold, anywhere, what tells right from wrong: a curious trainee reads its source.</summary>
    [Theory, EveryDatabase]
    public async Task What_a_candidate_sees_tells_nothing_of_what_is_right(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db), Learner);
        var page = JsonSerializer.Serialize(await Sample.ShowAsync(db, attempt, Learner), Readable);
        Assert.Contains("bước đầu tiên", page, StringComparison.Ordinal);
        foreach (var tellTale in (string[])["correct", "feedback", "Phản hồi", "\"answers\"", "kiểm huấn viên", "right"])
            Assert.DoesNotContain(tellTale, page, StringComparison.OrdinalIgnoreCase);
    }

    private static GivenAnswer Right(AttemptView view, int slot) => new(slot, Sample.Right(view.Slots[slot - 1].Question));

    private static async Task<(AnswerOutcome Outcome, DateTime? SavedAt)> OutcomeAsync(TestDatabase db, PublicCode attempt, params GivenAnswer[] answers)
    {
        var receipt = await Sample.AnswerAsync(db, attempt, Learner, answers);
        return (receipt.Outcome, receipt.SavedAt);
    }

    private static Task<Start> StartAsync(TestDatabase db, PublicCode exam, Guid? learner = null) => db.UseAsync<Exams, Start>(e => e.StartAsync(exam, learner ?? Learner));
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment.Invigilation;

public sealed class RoomAndReplayTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task A_room_of_a_thousand_costs_as_many_statements_as_one_of_ten(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        await FillAsync(db, exam, 10);
        var few = await QueryCounter.CountAsync(exam.RoomAsync);
        await FillAsync(db, exam, 990);

        var many = await QueryCounter.CountAsync(async () => Assert.Equal(1000, (await exam.RoomAsync()).Seats.Count));
        Assert.Equal((6, 6), (few, many));
    }

    [Theory, EveryDatabase]
    public async Task A_room_tells_how_far_each_has_come_and_when_seen_last(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        await exam.AnswerAsync(attempt, Learner, 1);
        await exam.AnswerAsync(attempt, Learner, 1, right: false);
        db.Clock.Advance(TimeSpan.FromMinutes(4));
        await exam.AnswerAsync(attempt, Learner, 2);
        var seen = db.Clock.Now;
        await exam.DoAsync(i => i.AllowAsync(exam.Exam.Key, Guid.NewGuid(), new ExtraTime(50, null), "Chưa bắt đầu", Supervised.Invigilator));
        db.Clock.Advance(TimeSpan.FromMinutes(1));

        var room = await exam.RoomAsync();
        var seat = Assert.Single(room.Seats);
        Assert.Equal((2, seen, 8, TimeSpan.FromMinutes(40)), (seat.Answered, seat.LastSeen, room.Questions, seat.LeftAt(room.Now)!.Value));
        Assert.Equal(23, Assert.Single(room.Extra).Value);
    }

    [Theory, EveryDatabase]
    public async Task A_replay_shows_every_step_with_what_happened_in_between(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        await exam.DoAsync(i => i.AllowAsync(exam.Exam.Key, Learner, new ExtraTime(null, 5), "Khiếm thính", Supervised.Invigilator));
        Tick();
        var attempt = await exam.StartAsync(Learner);
        Tick();
        await exam.AnswerAsync(attempt, Learner, 1, right: false);
        Tick();
        await exam.PauseAsync();
        Tick();
        await exam.ResumeAsync();
        Tick();
        await db.UseAsync<Seats, bool>(async s => { await s.ReportAbsenceAsync(attempt, Learner, 2, 40); return true; });
        Tick();
        await exam.AnswerAsync(attempt, Learner, 1, right: true);
        await exam.AnswerAsync(attempt, Learner, 1, right: true);
        Tick();
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, null, "Còn ít phút", Supervised.Invigilator));
        Tick();
        await db.UseAsync<Seats, bool>(async s => await s.SeenAsync(attempt, Learner, (await s.MessagesAsync(attempt, Learner))[0].Key));
        Tick();
        Assert.Null(await db.UseAsync<Replays, Replay?>(r => r.FindAsync(attempt)));
        await Sample.HandInAsync(db, attempt, Learner);
        Tick();
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, null, "Sau khi nộp", Supervised.Invigilator));

        var replay = await exam.ReplayAsync(attempt);
        Assert.Equal(
            [typeof(InterventionStep), typeof(StartStep), typeof(AnswerStep), typeof(InterventionStep), typeof(InterventionStep), typeof(SignalStep), typeof(AnswerStep), typeof(InterventionStep), typeof(SeenStep), typeof(CloseStep)],
            replay.Steps.Select(s => s.GetType()));
        var (first, second) = ((AnswerStep)replay.Steps[2], (AnswerStep)replay.Steps[6]);
        Assert.Null(first.Before);
        Assert.Equal(ResponseJson.Write(first.Response), ResponseJson.Write(second.Before!));
        Assert.NotEqual(ResponseJson.Write(first.Response), ResponseJson.Write(second.Response));
        Assert.Equal((1, 8, true), (second.Answered, replay.Questions.Count, ((InterventionStep)replay.Steps[3]).ForAll));
        Assert.Equal(5, await QueryCounter.CountAsync(() => exam.ReplayAsync(attempt)));

        void Tick() => db.Clock.Advance(TimeSpan.FromSeconds(20));
    }

    private static async Task FillAsync(TestDatabase db, Supervised exam, int sitters)
    {
        await using var scope = db.Scope();
        var data = (LmsDb)scope.ServiceProvider.GetService(typeof(LmsDb))!;
        await using var unit = await data.BeginUnitAsync();
        var exams = (Exams)scope.ServiceProvider.GetService(typeof(Exams))!;
        for (var i = 0; i < sitters; i++)
        {
            var learner = Guid.NewGuid();
            var (_, attempt) = await exams.StartAsync(exam.Exam.Code, learner);
            var question = (await exams.ShowAsync(attempt!.Value, learner))!.Slots[5].Question;
            Assert.Equal(AnswerOutcome.Saved, (await exams.AnswerAsync(attempt.Value, learner, [new GivenAnswer(6, Sample.Right(question))])).Outcome);
        }

        await unit.CommitAsync();
    }
}

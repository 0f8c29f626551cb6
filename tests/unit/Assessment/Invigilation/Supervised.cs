using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment.Invigilation;

/// <summary>An exam with an invigilator.</summary>
internal sealed record Supervised(TestDatabase Db, ScheduledExam Exam)
{
    public static readonly Guid Invigilator = Guid.NewGuid();

    public static async Task<Supervised> OpenAsync(TestDatabase db) => new(db, await Sample.ExamAsync(db));

    public Task<PublicCode> StartAsync(Guid learner) => Sample.StartAsync(Db, Exam, learner);

    public Task<InterventionOutcome> DoAsync(Func<Interventions, Task<InterventionOutcome>> what) => Db.UseAsync(what);

    public Task<InterventionOutcome> PauseAsync(PublicCode? attempt = null) => DoAsync(i => i.PauseAsync(Exam.Key, attempt, "Chuông báo cháy", Invigilator));

    public Task<InterventionOutcome> ResumeAsync(PublicCode? attempt = null) => DoAsync(i => i.ResumeAsync(Exam.Key, attempt, null, Invigilator));

    public async Task<RoomSeat> SeatAsync(PublicCode attempt) => (await RoomAsync()).Seats.Single(s => s.Code == attempt);

    public async Task<ExamRoom> RoomAsync() => (await Db.UseAsync<ExamRooms, ExamRoom?>(r => r.FindAsync(Exam.Key)))!;

    public async Task<Replay> ReplayAsync(PublicCode attempt) => (await Db.UseAsync<Replays, Replay?>(r => r.FindAsync(attempt)))!;

    public Task<Pulse?> PulseAsync(PublicCode attempt, Guid learner, int? seat = null, string? tag = null, string? address = "10.0.0.1") =>
        Db.UseAsync<Seats, Pulse?>(s => s.PulseAsync(attempt, learner, seat, address, tag));

    /// <summary>Opens the questions as a page does; the seat it then has.</summary>
    public async Task<int> OpenPageAsync(PublicCode attempt, Guid learner, string? address = "10.0.0.1")
    {
        await using (var scope = Db.Scope())
        {
            await ((Seats)scope.ServiceProvider.GetService(typeof(Seats))!).TakeAsync(attempt, learner, address);
        }

        return (await Sample.ShowAsync(Db, attempt, learner)).Seat;
    }

    public async Task<AnswerOutcome> AnswerAsync(PublicCode attempt, Guid learner, int slot = 1, bool right = true, int? seat = null)
    {
        var view = await Sample.ShowAsync(Db, attempt, learner);
        if (view.Slots.Count == 0) return AnswerOutcome.AlreadyHandedIn;
        var question = view.Slots[slot - 1].Question;
        return (await Db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, new Candidate(learner, Seat: seat), [new GivenAnswer(slot, right ? Sample.Right(question) : Sample.Wrong(question))]))).Outcome;
    }
}

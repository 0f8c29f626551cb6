using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Assessment.Invigilation;

public sealed class SeatTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task The_page_opened_last_answers_and_the_earlier_one_is_told(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var first = await exam.OpenPageAsync(attempt, Learner);
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, 1, seat: first));
        var second = await exam.OpenPageAsync(attempt, Learner);

        Assert.Equal(AnswerOutcome.Elsewhere, await exam.AnswerAsync(attempt, Learner, 2, seat: first));
        Assert.True((await exam.PulseAsync(attempt, Learner, first))!.Elsewhere);
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, 2, seat: second));
        var third = await exam.OpenPageAsync(attempt, Learner);
        Assert.Equal(AnswerOutcome.Elsewhere, await exam.AnswerAsync(attempt, Learner, 3, seat: second));
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, 3, seat: third));
        Assert.Equal(1, (await exam.SeatAsync(attempt)).Signals.OpenedElsewhere);
    }

    [Theory, EveryDatabase]
    public async Task After_hand_in_every_page_is_refused_whatever_its_seat(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        var (first, second) = (await exam.OpenPageAsync(attempt, Learner), await exam.OpenPageAsync(attempt, Learner));
        await Sample.HandInAsync(db, attempt, Learner);
        foreach (var seat in (int?[])[first, second, second + 1, null])
        {
            var receipt = await db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, new Candidate(Learner, Seat: seat), [new GivenAnswer(1, Sample.Right(view.Slots[0].Question))]));
            Assert.Equal(AnswerOutcome.AlreadyHandedIn, receipt.Outcome);
        }
    }

    [Theory, EveryDatabase]
    public async Task Saving_an_answer_costs_two_reads_beside_its_share_in_a_commit_with_a_seat_too(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var seat = await exam.OpenPageAsync(attempt, Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        var answer = new GivenAnswer(1, Sample.Right(view.Slots[0].Question));
        Assert.Equal(2, await QueryCounter.CountAsync(() => db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, new Candidate(Learner, Seat: seat), [answer]))));
        Assert.Equal(2, await QueryCounter.CountAsync(() => db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, new Candidate(Learner, Seat: seat), [answer]))));
    }

    [Theory, EveryDatabase]
    public async Task A_pulse_without_news_is_one_read_and_a_sign_of_life_is_written_once_a_minute(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var seat = await exam.OpenPageAsync(attempt, Learner);
        var tag = (await exam.PulseAsync(attempt, Learner, seat))!.Tag;

        Assert.Equal(1, await CostAsync());
        db.Clock.Advance(Seats.Heartbeat);
        Assert.Equal(2, await CostAsync());
        Assert.Equal(1, await CostAsync());
        Assert.Equal(db.Clock.Now, (await exam.SeatAsync(attempt)).LastSeen);

        Task<int> CostAsync() => QueryCounter.CountAsync(async () => Assert.Null((await exam.PulseAsync(attempt, Learner, seat, tag))!.Messages));
    }

    [Theory, EveryDatabase]
    public async Task Every_change_of_the_standing_changes_the_tag_and_an_answers_receipt_carries_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var tags = new List<string> { await TagAsync() };
        await exam.PauseAsync();
        tags.Add(await TagAsync());
        await exam.ResumeAsync();
        tags.Add(await TagAsync());
        await exam.DoAsync(i => i.ExtendAsync(exam.Exam.Key, 5, "Mất điện", Supervised.Invigilator));
        tags.Add(await TagAsync());
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, null, "Câu 3: bỏ chữ “không”.", Supervised.Invigilator));
        tags.Add(await TagAsync());
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, attempt, "Chị ngồi lại bàn 4.", Supervised.Invigilator));
        tags.Add(await TagAsync());
        Assert.Equal(tags.Count, tags.Distinct().Count());

        var receipt = await db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, Learner, []));
        Assert.Equal(tags[^1], receipt.Tag);

        async Task<string> TagAsync() => (await exam.PulseAsync(attempt, Learner))!.Tag;
    }

    [Theory, EveryDatabase]
    public async Task A_message_reaches_whom_it_is_for_and_is_confirmed_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var other = Guid.NewGuid();
        var (mine, others) = (await exam.StartAsync(Learner), await exam.StartAsync(other));
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, mine, "Chỉ cho một người", Supervised.Invigilator));
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        await exam.DoAsync(i => i.TellAsync(exam.Exam.Key, null, "  Cho tất cả ", Supervised.Invigilator));
        var late = Guid.NewGuid();
        var lateAttempt = await exam.StartAsync(late);

        var got = (await exam.PulseAsync(mine, Learner))!.Messages!;
        Assert.Equal(["Chỉ cho một người", "Cho tất cả"], got.Select(m => m.Text));
        Assert.Equal(["Cho tất cả"], (await exam.PulseAsync(others, other))!.Messages!.Select(m => m.Text));
        Assert.Equal(["Cho tất cả"], (await exam.PulseAsync(lateAttempt, late))!.Messages!.Select(m => m.Text));
        Assert.False(await SeenAsync(others, other, got[0].Key));
        Assert.False(await SeenAsync(mine, other, got[0].Key));
        Assert.True(await SeenAsync(mine, Learner, got[1].Key));
        Assert.True(await SeenAsync(mine, Learner, got[1].Key));
        Assert.Equal([false, true], (await exam.PulseAsync(mine, Learner))!.Messages!.Select(m => m.Seen));
        Assert.Equal([1, 0], (await exam.RoomAsync()).Latest.Select(r => r.Seen));

        Task<bool> SeenAsync(PublicCode attempt, Guid learner, Guid message) => db.UseAsync<Seats, bool>(s => s.SeenAsync(attempt, learner, message));
    }

    [Theory, EveryDatabase]
    public async Task Signals_are_bounded_and_throttled_and_what_cannot_be_is_cut(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        await ReportAsync(int.MaxValue, int.MaxValue);
        await ReportAsync(1, 1);
        await ReportAsync(0, 5);
        await ReportAsync(-5, 5);
        Assert.Equal(new RoomSignals(100, 3600, 0, 0), (await exam.SeatAsync(attempt)).Signals);

        for (var i = 0; i < SignalLog.MostOfAttempt + 20; i++)
        {
            db.Clock.Advance(SignalLog.Pause);
            await ReportAsync(1, -7);
        }

        Assert.Equal(SignalLog.MostOfAttempt, await db.UseAsync<LmsDb, int>(d => d.Set<AttemptSignal>().CountAsync()));
        Assert.Equal(3600, (await exam.SeatAsync(attempt)).Signals.SecondsAway);
        await db.UseAsync<Seats, bool>(async s => { await s.ReportAbsenceAsync(attempt, Guid.NewGuid(), 1, 1); return true; });
        await db.UseAsync<Seats, bool>(async s => { await s.ReportAbsenceAsync(PublicCode.New(), Learner, 1, 1); return true; });

        Task<bool> ReportAsync(int times, int seconds) => db.UseAsync<Seats, bool>(async s => { await s.ReportAbsenceAsync(attempt, Learner, times, seconds); return true; });
    }

    [Theory, EveryDatabase]
    public async Task A_new_address_is_noticed_by_opening_and_by_asking(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        await exam.OpenPageAsync(attempt, Learner, "10.0.0.1");
        await exam.PulseAsync(attempt, Learner, address: "10.0.0.1");
        Assert.Equal(0, (await exam.SeatAsync(attempt)).Signals.AddressChanges);
        await exam.PulseAsync(attempt, Learner, address: "10.0.0.2");
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await exam.OpenPageAsync(attempt, Learner, "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
        Assert.Equal(2, (await exam.SeatAsync(attempt)).Signals.AddressChanges);
    }
}

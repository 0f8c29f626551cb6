using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Assessment.Invigilation;

public sealed class TimeTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task Extra_time_before_the_start_lengthens_the_limit_and_the_exam_for_that_person_alone(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        Assert.Equal(InterventionOutcome.Done, await exam.DoAsync(i => i.AllowAsync(exam.Exam.Key, Learner, new ExtraTime(25, null), "Khiếm thị", Supervised.Invigilator)));
        db.Clock.Advance(TimeSpan.FromMinutes(100));

        // A quarter of 45 is 11.25, rounded up; the exam closes to others in 20 minutes, to her in 32.
        Assert.Equal(new Allowance(32, 57, 12), await db.UseAsync<Seats, Allowance?>(s => s.AllowanceAsync(exam.Exam.Code, Learner)));
        Assert.Equal(new Allowance(20, 45, 0), await db.UseAsync<Seats, Allowance?>(s => s.AllowanceAsync(exam.Exam.Code, Guid.NewGuid())));
        var hers = await exam.SeatAsync(await exam.StartAsync(Learner));
        var others = await exam.SeatAsync(await exam.StartAsync(Guid.NewGuid()));
        Assert.Equal((db.Clock.Now.AddMinutes(32), 12), (hers.DueAt, hers.ExtraMinutes));
        Assert.Equal((db.Clock.Now.AddMinutes(20), 0), (others.DueAt, others.ExtraMinutes));
    }

    [Theory, EveryDatabase]
    public async Task Extra_time_during_the_exam_moves_the_deadline_and_is_never_taken_back(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var due = (await exam.SeatAsync(attempt)).DueAt;

        Assert.Equal(InterventionOutcome.Done, await AllowAsync(exam, new ExtraTime(null, 10)));
        Assert.Equal(due.AddMinutes(10), (await exam.SeatAsync(attempt)).DueAt);
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(InterventionOutcome.Done, await AllowAsync(exam, new ExtraTime(null, 15)));
        Assert.Equal(due.AddMinutes(15), (await exam.SeatAsync(attempt)).DueAt);
        Assert.Equal(InterventionOutcome.LessThanGiven, await AllowAsync(exam, new ExtraTime(null, 5)));

        Assert.Equal((due.AddMinutes(15), 15), await DueAndExtraAsync(exam, attempt));
        // Each word stands as it was given.
        Assert.Equal([15, 10], (await db.UseAsync<ExamRooms, IReadOnlyList<InterventionRow>>(r => r.OfLearnerAsync(exam.Exam.Key, Learner))).Select(r => r.Minutes));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(10, 10)]
    [InlineData(-1, null)]
    [InlineData(301, null)]
    [InlineData(null, 601)]
    public void Extra_time_is_percent_or_minutes_within_bounds(int? percent, int? minutes) => Assert.False(new ExtraTime(percent, minutes).IsValid);

    [Theory, EveryDatabase]
    public async Task While_the_clock_stands_nobody_is_closed_and_the_time_is_given_back_to_the_second(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var due = (await exam.SeatAsync(attempt)).DueAt;
        db.Clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Equal(InterventionOutcome.Done, await exam.PauseAsync());
        Assert.Equal(InterventionOutcome.NobodyConcerned, await exam.PauseAsync());

        db.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync()));
        Assert.Equal(StartOutcome.Resumed, (await db.UseAsync<Exams, (StartOutcome Outcome, PublicCode? Attempt)>(e => e.StartAsync(exam.Exam.Code, Learner))).Outcome);
        Assert.False((await Sample.ShowAsync(db, attempt, Learner)).IsOver);
        Assert.Equal(TimeSpan.FromMinutes(1), (await exam.SeatAsync(attempt)).LeftAt(db.Clock.Now));
        Assert.Equal(InterventionOutcome.Done, await exam.ResumeAsync());

        Assert.Equal(due.AddMinutes(30), (await exam.SeatAsync(attempt)).DueAt);
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner));
        db.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync()));
        Assert.Equal(due.AddMinutes(30), (await exam.SeatAsync(attempt)).ClosedAt);
    }

    [Theory, EveryDatabase]
    public async Task What_was_on_its_way_when_the_clock_stopped_counts_and_what_comes_later_waits(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        await exam.PauseAsync(attempt);
        db.Clock.Advance(Sitting.PauseReaches);
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, slot: 1));
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AnswerOutcome.Paused, await exam.AnswerAsync(attempt, Learner, slot: 2));
        await exam.ResumeAsync(attempt);
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, slot: 2));
    }

    [Theory, EveryDatabase]
    public async Task More_time_for_all_reaches_those_who_sit_beyond_the_closing_and_nobody_else(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var done = await exam.StartAsync(Guid.NewGuid());
        db.Clock.Advance(TimeSpan.FromMinutes(100));
        await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync());
        var learners = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToList();
        var sitting = new List<PublicCode>();
        foreach (var learner in learners) sitting.Add(await exam.StartAsync(learner));
        var closes = (await exam.RoomAsync()).ClosesAt;

        Assert.Equal(InterventionOutcome.Done, await exam.DoAsync(i => i.ExtendAsync(exam.Exam.Key, 25, "Chuông báo cháy", Supervised.Invigilator)));

        var room = await exam.RoomAsync();
        Assert.All(room.Seats.Where(s => sitting.Contains(s.Code)), s => Assert.Equal(closes.AddMinutes(25), s.DueAt));
        Assert.Equal(AttemptState.Graded, room.Seats.Single(s => s.Code == done).State);
        var act = Assert.Single(room.Latest);
        Assert.Equal((InterventionKind.Extended, 25, 3, "Chuông báo cháy", Supervised.Invigilator), (act.Kind, act.Minutes, act.Reached, act.Text, act.By));
        // The job that was down meanwhile closes at the new deadline.
        db.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(3, await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync()));
        Assert.All((await exam.RoomAsync()).Seats.Where(s => sitting.Contains(s.Code)), s => Assert.Equal(closes.AddMinutes(25), s.ClosedAt));
    }

    [Theory, EveryDatabase]
    public async Task While_somebody_still_sits_the_closing_reveals_nothing_to_those_who_are_done(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var content = Sample.Paper(await Sample.BankAsync(db)) with { Review = new Lms.Assessment.Papers.ReviewPolicy { WhileOpen = Lms.Assessment.Papers.ReviewDetail.Score, AfterClosing = Lms.Assessment.Papers.ReviewDetail.All } };
        var exam = new Supervised(db, await Sample.ExamAsync(db, content));
        var quick = await exam.StartAsync(Learner);
        await Sample.HandInAsync(db, quick, Learner);
        db.Clock.Advance(TimeSpan.FromMinutes(119));
        var slow = Guid.NewGuid();
        await exam.StartAsync(slow);
        await exam.DoAsync(i => i.ExtendAsync(exam.Exam.Key, 30, "Mất điện", Supervised.Invigilator));

        db.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty((await Sample.ReviewAsync(db, quick, Learner))!.Slots);
        db.Clock.Advance(TimeSpan.FromMinutes(30));
        await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync());
        Assert.NotEmpty((await Sample.ReviewAsync(db, quick, Learner))!.Slots);
    }

    [Theory, EveryDatabase]
    public async Task Handing_in_by_force_keeps_what_was_saved_and_says_why(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        await exam.AnswerAsync(attempt, Learner);
        await exam.PauseAsync(attempt);
        db.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(InterventionOutcome.TextMissing, await exam.DoAsync(i => i.SubmitAsync(exam.Exam.Key, attempt, " ", Supervised.Invigilator)));
        Assert.Equal(InterventionOutcome.NotFound, await exam.DoAsync(i => i.SubmitAsync(Guid.NewGuid(), attempt, "Dùng tài liệu", Supervised.Invigilator)));
        Assert.Equal(InterventionOutcome.Done, await exam.DoAsync(i => i.SubmitAsync(exam.Exam.Key, attempt, "Dùng tài liệu", Supervised.Invigilator)));
        Assert.Equal(InterventionOutcome.NobodyConcerned, await exam.DoAsync(i => i.SubmitAsync(exam.Exam.Key, attempt, "Lần nữa", Supervised.Invigilator)));

        // The clock stood: it was ended by hand, not by the deadline.
        Assert.Equal((AttemptState.Graded, (DateTime?)db.Clock.Now), ((await exam.SeatAsync(attempt)).State, (await exam.SeatAsync(attempt)).ClosedAt));
        Assert.Equal(GradingReason.HandedIn, await db.UseAsync<LmsDb, GradingReason>(d => d.Set<Grading>().Select(g => g.Reason).SingleAsync()));
        var (end, row) = (Assert.IsType<CloseStep>((await exam.ReplayAsync(attempt)).Steps[^1]), (await exam.RoomAsync()).Latest[0]);
        Assert.Equal((true, false, InterventionKind.Submitted, "Dùng tài liệu"), (end.Forced, end.AtDeadline, row.Kind, row.Text));
        Assert.Equal(AnswerOutcome.AlreadyHandedIn, await exam.AnswerAsync(attempt, Learner));
    }

    [Theory, EveryDatabase]
    public async Task What_several_do_to_one_attempt_at_once_ends_in_one_state(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempts = new List<PublicCode>();
        for (var i = 0; i < 4; i++) attempts.Add(await exam.StartAsync(Guid.NewGuid()));
        await Task.WhenAll(attempts.SelectMany(a => new[] { exam.PauseAsync(a), exam.DoAsync(i => i.SubmitAsync(exam.Exam.Key, a, "Hết giờ", Supervised.Invigilator)), exam.DoAsync(i => i.ExtendAsync(exam.Exam.Key, 1, "Mất điện", Supervised.Invigilator)) }));

        foreach (var seat in (await exam.RoomAsync()).Seats) Assert.Equal((AttemptState.Graded, (DateTime?)null), (seat.State, seat.PausedAt));
        Assert.Equal(4, await db.UseAsync<LmsDb, int>(d => d.Set<Grading>().CountAsync()));
    }

    private static Task<InterventionOutcome> AllowAsync(Supervised exam, ExtraTime extra) =>
        exam.DoAsync(i => i.AllowAsync(exam.Exam.Key, Learner, extra, "Đến muộn do xe hỏng", Supervised.Invigilator));

    private static async Task<(DateTime, int)> DueAndExtraAsync(Supervised exam, PublicCode attempt) => await exam.SeatAsync(attempt) is var seat ? (seat.DueAt, seat.ExtraMinutes) : default;
}

using System.Net;
using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class ExamDoorsTests
{
    private static readonly Guid Learner = Guid.NewGuid();
    private static readonly IPAddress Inside = IPAddress.Parse("10.1.2.3"), Outside = IPAddress.Parse("10.2.0.1");

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.255.255", true)]
    [InlineData("10.1.0.0/16", "10.2.0.0", false)]
    [InlineData("10.1.77.3/16", "10.1.0.1", true)] // bits behind the prefix do not count
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("10.1.0.0/16", "::ffff:10.1.2.3", true)] // IPv4 on an IPv6 socket
    [InlineData("2001:db8::/32", "2001:db8:1::5", true)]
    [InlineData("2001:db8::/32", "2001:db9::5", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("10.1.0.0/16; 192.168.1.0/24\n2001:db8::/32", "192.168.1.9", true)]
    public void An_address_lies_in_a_range_or_not(string typed, string address, bool holds) =>
        Assert.Equal(holds, Networks.Admit(Networks.Read(typed, out _)!.ToString(), IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.0.0/33", "10.1.0.0/33")]
    [InlineData("10.1.0.0/16, phòng", "phòng")]
    [InlineData("10.1", "10.1")]
    [InlineData("10", "10")]
    [InlineData("2001:db8::/129", "2001:db8::/129")]
    [InlineData("10.1.0.0/", "10.1.0.0/")]
    [InlineData("10.1.0.0/-1", "10.1.0.0/-1")]
    [InlineData("10.1.0.256", "10.1.0.256")]
    public void What_cannot_be_read_is_named(string typed, string word)
    {
        Assert.Null(Networks.Read(typed, out var unreadable));
        Assert.Equal(word, unreadable);
    }

    [Fact]
    public void Without_ranges_everywhere_is_inside_and_with_them_an_unknown_address_is_not()
    {
        Assert.True(Networks.Admit("", null));
        Assert.False(Networks.Admit("10.1.0.0/16", null));
    }

    [Theory, EveryDatabase]
    public async Task A_code_is_asked_for_at_each_start_and_case_does_not_matter(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        Assert.Equal((DoorOutcome.Done, ""), await SetAsync(db, exam, " Phòng 7 ", ""));
        Assert.Equal(new ExamDoor("Phòng 7", ""), await db.UseAsync<ExamDoors, ExamDoor?>(d => d.FindAsync(exam.Key)));
        Assert.Equal((StartOutcome.WrongCode, StartOutcome.WrongCode), (await StartAsync(db, exam, new(Learner)), await StartAsync(db, exam, new(Learner, null, "phòng 8"))));
        Assert.True((await db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(exam.Code)))!.AsksForCode);
        Assert.Equal(StartOutcome.Started, await StartAsync(db, exam, new(Learner, null, "phòng 7 ")));
        Assert.Equal(StartOutcome.Resumed, await StartAsync(db, exam, new(Learner)));
    }

    [Theory, EveryDatabase]
    public async Task Outside_the_network_nobody_starts_reads_or_answers_and_handing_in_stays_possible(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        await SetAsync(db, exam, "", "10.1.0.0/16");
        Assert.Equal(StartOutcome.OutsideNetwork, await StartAsync(db, exam, new(Learner, Outside)));
        Assert.Equal(StartOutcome.OutsideNetwork, await StartAsync(db, exam, new(Learner)));
        var (_, attempt) = await db.UseAsync<Exams, (StartOutcome, PublicCode?)>(e => e.StartAsync(exam.Code, new Candidate(Learner, Inside)));

        var inside = (await db.UseAsync<Exams, AttemptView?>(e => e.ShowAsync(attempt!.Value, new Candidate(Learner, Inside))))!;
        var outside = (await db.UseAsync<Exams, AttemptView?>(e => e.ShowAsync(attempt!.Value, new Candidate(Learner, Outside))))!;
        Assert.Equal((8, false, 0, true), (inside.Slots.Count, inside.Outside, outside.Slots.Count, outside.Outside));

        var answer = new GivenAnswer(1, Sample.Right(inside.Slots[0].Question));
        Assert.Equal(AnswerOutcome.OutsideNetwork, await AnswerAsync(db, attempt!.Value, new(Learner, Outside), answer));
        Assert.Equal(0, await Sample.StepsAsync(db));
        Assert.Equal(AnswerOutcome.Saved, await AnswerAsync(db, attempt.Value, new(Learner, Inside), answer));
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt.Value, Learner));
    }

    [Fact]
    public async Task What_is_wrong_with_a_door_is_told_and_changes_nothing()
    {
        await using var db = await TestDatabase.OpenAsync();
        var exam = await Sample.ExamAsync(db);
        Assert.Equal(DoorOutcome.CodeTooShort, (await SetAsync(db, exam, "abc", "")).Outcome);
        Assert.Equal(DoorOutcome.CodeTooLong, (await SetAsync(db, exam, new string('a', 41), "")).Outcome);
        Assert.Equal((DoorOutcome.NetworkUnreadable, "10.1"), await SetAsync(db, exam, "abcd", "10.1"));
        Assert.Equal(DoorOutcome.TooManyNetworks, (await SetAsync(db, exam, "", string.Join(' ', Enumerable.Range(0, 100).Select(i => $"10.{i}.0.0/16")))).Outcome);
        Assert.Equal(DoorOutcome.NotFound, (await db.UseAsync<ExamDoors, (DoorOutcome Outcome, string)>(d => d.SetAsync(Guid.NewGuid(), new("", "")))).Outcome);
        Assert.Equal(new ExamDoor("", ""), await db.UseAsync<ExamDoors, ExamDoor?>(d => d.FindAsync(exam.Key)));
        Assert.Equal(6, ExamDoors.NewCode().Length);
    }

    private static Task<(DoorOutcome Outcome, string Unreadable)> SetAsync(TestDatabase db, ScheduledExam exam, string code, string networks) =>
        db.UseAsync<ExamDoors, (DoorOutcome, string)>(d => d.SetAsync(exam.Key, new ExamDoor(code, networks)));

    private static async Task<StartOutcome> StartAsync(TestDatabase db, ScheduledExam exam, Candidate candidate) =>
        (await db.UseAsync<Exams, (StartOutcome Outcome, PublicCode?)>(e => e.StartAsync(exam.Code, candidate))).Outcome;

    private static async Task<AnswerOutcome> AnswerAsync(TestDatabase db, PublicCode attempt, Candidate candidate, GivenAnswer answer) =>
        (await db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, candidate, [answer]))).Outcome;
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Assessment.Invigilation;
using Lms.UnitTests.Infrastructure;
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

/// <summary>Questions 1 to 5 within 20 minutes, then 6 to 8 within 10.</summary>
public sealed class TimedSectionsTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task Only_the_present_section_is_shown_and_answered_until_its_time_is_up(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var start = db.Clock.Now;

        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal([1, 2, 3, 4, 5], view.Slots.Select(s => s.Slot));
        Assert.Equal((new TimedSection(1, 2, start.AddMinutes(20)), start.AddMinutes(30)), (view.Timed, view.DueAt));
        Assert.Equal(AnswerOutcome.SectionClosed, await AnswerAsync(db, attempt, 6));
        db.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(AnswerOutcome.Saved, await AnswerAsync(db, attempt, 1));
        Assert.Equal(1, await Sample.StepsAsync(db));
        db.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(AnswerOutcome.SectionClosed, await AnswerAsync(db, attempt, 2));
        Assert.True((await Sample.ShowAsync(db, attempt, Learner)).IsSectionOver);

        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SectionOutcome.Begun, await GoOnAsync(db, attempt, 2));
        view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal([6, 7, 8], view.Slots.Select(s => s.Slot));
        // The minute she stayed away was hers: the whole ends as it was to.
        Assert.Equal(start.AddMinutes(30), view.EndsAt);
        Assert.Equal(AnswerOutcome.SectionClosed, await AnswerAsync(db, attempt, 1));
        Assert.Equal(AnswerOutcome.Saved, await AnswerAsync(db, attempt, 6));
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, Learner));
    }

    [Theory, EveryDatabase]
    public async Task Going_on_early_gives_the_next_section_its_own_time_and_a_second_click_gives_no_more(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var tag = (await Sample.ShowAsync(db, attempt, Learner)).Tag;
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        var begun = db.Clock.Now;

        Assert.Equal(SectionOutcome.NotNext, await GoOnAsync(db, attempt, 3));
        Assert.All(await Task.WhenAll(GoOnAsync(db, attempt, 2), GoOnAsync(db, attempt, 2)), outcome => Assert.Equal(SectionOutcome.Begun, outcome));
        db.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(SectionOutcome.Begun, await GoOnAsync(db, attempt, 2));
        Assert.Equal(SectionOutcome.NotNext, await GoOnAsync(db, attempt, 1));
        Assert.Equal(SectionOutcome.NotFound, await db.UseAsync<TimedSections, SectionOutcome>(e => e.BeginAsync(attempt, Guid.NewGuid(), 2)));
        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal(begun.AddMinutes(10), view.EndsAt);
        Assert.NotEqual(tag, view.Tag);
        var seat = await exam.SeatAsync(attempt);
        Assert.Equal((2, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(22)), (seat.Section, seat.SectionLeftAt(db.Clock.Now), seat.LeftAt(db.Clock.Now)));
        Assert.Equal(2, (await exam.RoomAsync()).TimedSections);

        db.Clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(AnswerOutcome.SectionClosed, await AnswerAsync(db, attempt, 6));
        Assert.Equal(SectionOutcome.NotNext, await GoOnAsync(db, attempt, 3));
        db.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await db.UseAsync<Exams, int>(e => e.CloseOverdueAsync()));
        Assert.Equal(begun.AddMinutes(25), (await exam.ReplayAsync(attempt)).ClosedAt);
    }

    [Theory, EveryDatabase]
    public async Task A_pause_moves_the_sections_deadline_and_nobody_goes_on_meanwhile(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var start = db.Clock.Now;
        db.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal(InterventionOutcome.Done, await exam.PauseAsync());
        db.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(SectionOutcome.NotNow, await GoOnAsync(db, attempt, 2));
        Assert.False((await Sample.ShowAsync(db, attempt, Learner)).IsSectionOver);
        Assert.Equal(InterventionOutcome.Done, await exam.ResumeAsync());

        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal((start.AddMinutes(50), start.AddMinutes(60)), (view.EndsAt, view.DueAt));
        Assert.Equal(view.EndsAt, (await exam.PulseAsync(attempt, Learner))!.EndsAt);
        Assert.Equal(AnswerOutcome.Saved, await AnswerAsync(db, attempt, 1));
    }

    [Theory, EveryDatabase]
    public async Task Extra_time_is_shared_among_the_sections_and_more_time_for_all_goes_to_the_present_one(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await OpenAsync(db);
        await AllowAsync(exam, new ExtraTime(50, null)); // 15 of 30: 10 to the first section, 5 to the second
        var attempt = await exam.StartAsync(Learner);
        var start = db.Clock.Now;
        Assert.Equal((start.AddMinutes(30), start.AddMinutes(45)), await DueAsync(db, attempt));

        db.Clock.Advance(TimeSpan.FromSeconds(1));
        await AllowAsync(exam, new ExtraTime(null, 18)); // three more: two of them here
        Assert.Equal((start.AddMinutes(32), start.AddMinutes(48)), await DueAsync(db, attempt));
        Assert.Equal(InterventionOutcome.Done, await exam.DoAsync(i => i.ExtendAsync(exam.Exam.Key, 4, "Mất điện", Supervised.Invigilator)));
        Assert.Equal((start.AddMinutes(36), start.AddMinutes(52)), await DueAsync(db, attempt));

        Assert.Equal(SectionOutcome.Begun, await GoOnAsync(db, attempt, 2));
        Assert.Equal((db.Clock.Now.AddMinutes(16), start.AddMinutes(52)), await DueAsync(db, attempt));
    }

    [Theory, EveryDatabase]
    public async Task Without_limits_of_sections_an_attempt_knows_of_none(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Supervised.OpenAsync(db);
        var attempt = await exam.StartAsync(Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.Equal((8, null, view.DueAt), (view.Slots.Count, view.Timed, view.EndsAt));
        Assert.All(view.Sections, s => Assert.Null(s.Minutes));
        Assert.Equal(SectionOutcome.NotFound, await GoOnAsync(db, attempt, 2));
        Assert.Equal(AnswerOutcome.Saved, await exam.AnswerAsync(attempt, Learner, slot: 8));
        var seat = await exam.SeatAsync(attempt);
        Assert.Equal((0, null), (seat.Section, seat.SectionLeftAt(db.Clock.Now)));
    }

    [Fact]
    public async Task An_answer_costs_no_more_statements_than_without_limits()
    {
        await using var db = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        var (timed, plain) = (await OpenAsync(db), await Supervised.OpenAsync(db));
        var costs = new List<int>();
        foreach (var exam in new[] { timed, plain })
        {
            var attempt = await exam.StartAsync(Learner);
            await AnswerAsync(db, attempt, 1);
            costs.Add(await QueryCounter.CountAsync(() => AnswerAsync(db, attempt, 2)));
        }

        Assert.Equal(costs[1], costs[0]);
    }

    [Theory]
    [InlineData(20, 10, 30, "")]
    [InlineData(20, null, 45, "Sections[1].TimeLimitMinutes SectionUntimed")]
    [InlineData(20, 10, 45, "TimeLimitMinutes NotSumOfSections")]
    [InlineData(20, 0, 20, "Sections[1].TimeLimitMinutes OutOfRange")]
    public async Task Either_every_section_has_a_limit_and_the_papers_is_their_sum_or_none_has(int? first, int? second, int whole, string problem)
    {
        await using var db = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        var content = Timed(Sample.Paper(await Sample.BankAsync(db)), first, second) with { TimeLimitMinutes = whole };
        var (outcome, key, problems) = await db.UseAsync<PaperFace, (PaperOutcome, Guid, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, content, null));
        if (outcome == PaperOutcome.Done) (_, problems) = await db.UseAsync<PaperFace, (PaperOutcome, IReadOnlyList<PaperProblem>)>(p => p.MoveAsync(key, Lms.Publishing.PublishAction.Published, null, null));
        Assert.Equal(problem, string.Join("; ", problems.Select(p => $"{p.Field} {p.Kind}")));
    }

    private static PaperContent Timed(PaperContent paper, int? first = 20, int? second = 10) =>
        paper with { TimeLimitMinutes = 30, Sections = [paper.Sections[0] with { TimeLimitMinutes = first }, paper.Sections[1] with { TimeLimitMinutes = second }] };

    private static async Task<Supervised> OpenAsync(TestDatabase db) => new(db, await Sample.ExamAsync(db, Timed(Sample.Paper(await Sample.BankAsync(db)))));

    private static Task<SectionOutcome> GoOnAsync(TestDatabase db, PublicCode attempt, int number) => db.UseAsync<TimedSections, SectionOutcome>(e => e.BeginAsync(attempt, Learner, number));

    private static async Task AllowAsync(Supervised exam, ExtraTime extra) =>
        Assert.Equal(InterventionOutcome.Done, await exam.DoAsync(i => i.AllowAsync(exam.Exam.Key, Learner, extra, "Khiếm thị", Supervised.Invigilator)));

    private static async Task<(DateTime, DateTime)> DueAsync(TestDatabase db, PublicCode attempt) => await Sample.ShowAsync(db, attempt, Learner) is var view ? (view.EndsAt, view.DueAt) : default;

    /// <summary>Whatever the page shows: as somebody does who writes requests by hand.</summary>
    private static async Task<AnswerOutcome> AnswerAsync(TestDatabase db, PublicCode attempt, int slot)
    {
        var shown = (await Sample.ShowAsync(db, attempt, Learner)).Slots.FirstOrDefault(s => s.Slot == slot);
        return (await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(slot, shown is null ? new ChoiceResponse(["a"]) : Sample.Right(shown.Question)))).Outcome;
    }
}

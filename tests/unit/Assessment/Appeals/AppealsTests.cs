using Lms.Assessment.Appeals;
using Lms.Assessment.Attempts;
using Lms.Assessment.Marking;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using AppealFace = Lms.Assessment.Appeals.Appeals;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.UnitTests.Assessment.Appeals;

public sealed class AppealsTests
{
    private static readonly Guid Marker = Guid.NewGuid(), Board = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task An_upheld_appeal_replaces_the_mark_and_is_recorded(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await MarkedAsync(db, points: 1m);
        Assert.Equal(AppealOutcome.TextMissing, await RaiseAsync(db, attempt, learner, " "));
        Assert.Equal(AppealOutcome.NotFound, await RaiseAsync(db, attempt, Guid.NewGuid(), "Không phải bài của tôi."));
        Assert.Equal(AppealOutcome.Raised, await RaiseAsync(db, attempt, learner, "Tôi đã nêu đủ ba bước."));
        Assert.Equal(AppealOutcome.AlreadyRaised, await RaiseAsync(db, attempt, learner, "Thêm một lần."));
        var raised = (await StandingAsync(db, attempt, learner)).Raised!;
        Assert.Equal(("Tôi đã nêu đủ ba bước.", null, false), (raised.Text, raised.Upheld, raised.Passed));

        Assert.Equal(DecisionOutcome.ReasonsMissing, await DecideAsync(db, raised.Key, true, "", new Remark(1, Points.Of(8))));
        Assert.Equal(DecisionOutcome.PointsOutOfRange, await DecideAsync(db, raised.Key, true, "Đúng.", new Remark(1, Points.Of(11))));
        Assert.Equal(DecisionOutcome.DismissedButRemarked, await DecideAsync(db, raised.Key, false, "Không.", new Remark(1, Points.Of(8))));
        Assert.Null((await StandingAsync(db, attempt, learner)).Raised!.Upheld);
        Assert.Equal(DecisionOutcome.Decided, await DecideAsync(db, raised.Key, true, "Bài nêu đủ ba bước.", new Remark(1, Points.Of(8))));
        Assert.Equal(DecisionOutcome.AlreadyDecided, await DecideAsync(db, raised.Key, false, "Lần nữa."));

        var decided = (await StandingAsync(db, attempt, learner)).Raised!;
        Assert.Equal((true, "Bài nêu đủ ba bước.", 800, true), (decided.Upheld, decided.Reasons, decided.Score!.Value.Hundredths, decided.Passed));
        await foreach (var mismatch in db.Scope().ServiceProvider.GetRequiredService<ExamResults>().RecomputeAsync()) Assert.Fail($"{mismatch}");
    }

    [Theory, EveryDatabase]
    public async Task A_dismissed_appeal_leaves_the_score_and_keeps_the_reasons(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await MarkedAsync(db, points: 4m);
        await RaiseAsync(db, attempt, learner, "Xin xem lại.");
        var key = (await StandingAsync(db, attempt, learner)).Raised!.Key;
        Assert.Equal(DecisionOutcome.Decided, await DecideAsync(db, key, false, "Bài chưa nêu bước lượng giá."));
        var decided = (await StandingAsync(db, attempt, learner)).Raised!;
        Assert.Equal((false, 400), (decided.Upheld, decided.Score!.Value.Hundredths));
        Assert.Single(await db.UseAsync<AppealFace, List<AppealDetail>>(a => a.OfContextsAsync([decided.ContextKey])));
        Assert.Empty(await db.UseAsync<AppealFace, List<AppealDetail>>(a => a.OfContextsAsync([Guid.NewGuid()])));
    }

    [Theory, EveryDatabase]
    public async Task Appeals_are_taken_for_the_papers_days_after_the_result(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await MarkedAsync(db, points: 4m);
        var standing = await StandingAsync(db, attempt, learner);
        Assert.Equal((true, db.Clock.Now.AddDays(10)), (standing.Open, standing.Until));
        db.Clock.Advance(TimeSpan.FromDays(10) + TimeSpan.FromSeconds(1));
        Assert.False((await StandingAsync(db, attempt, learner)).Open);
        Assert.Equal(AppealOutcome.WindowClosed, await RaiseAsync(db, attempt, learner, "Muộn rồi."));

        var (never, someone) = await MarkedAsync(db, points: 4m, days: 0);
        Assert.Null((await StandingAsync(db, never, someone)).Until);
        Assert.Equal(AppealOutcome.WindowClosed, await RaiseAsync(db, never, someone, "Xin xem lại."));
    }

    private static async Task<(PublicCode Attempt, Guid Learner)> MarkedAsync(TestDatabase db, decimal points, int days = 10)
    {
        var bank = await Sample.BankAsync(db, new QuestionDraft("Tự luận", 2, "", new Essay { Prompt = "Trình bày." }));
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { AppealDays = days, Sections = [new() { Draws = [new(bank, null, null, 1, Points.Of(10))] }] });
        var learner = Guid.NewGuid();
        var attempt = await Sample.StartAsync(db, exam, learner);
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new TextResponse("Bài làm")));
        await Sample.HandInAsync(db, attempt, learner);
        Assert.Equal(AppealOutcome.NotGraded, await RaiseAsync(db, attempt, learner, "Sớm quá."));
        Assert.Equal(MarkOutcome.Graded, await db.UseAsync<MarkingFace, MarkOutcome>(m => m.MarkAsync(new ScriptAddress(attempt, 1), Marker, new NewMark(Points.Of(points), [], ""))));
        return (attempt, learner);
    }

    private static Task<AppealOutcome> RaiseAsync(TestDatabase db, PublicCode attempt, Guid learner, string text) =>
        db.UseAsync<AppealFace, AppealOutcome>(a => a.RaiseAsync(attempt, learner, text));

    private static Task<DecisionOutcome> DecideAsync(TestDatabase db, Guid appeal, bool upheld, string reasons, params Remark[] remarks) =>
        db.UseAsync<AppealFace, DecisionOutcome>(a => a.DecideAsync(appeal, upheld, reasons, remarks, Board));

    private static async Task<AppealStanding> StandingAsync(TestDatabase db, PublicCode attempt, Guid learner) =>
        (await db.UseAsync<AppealFace, AppealStanding?>(a => a.StandingAsync(attempt, learner)))!;
}

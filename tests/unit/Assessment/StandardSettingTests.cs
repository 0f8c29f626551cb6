using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Assessment.Standards;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

public sealed class StandardSettingTests
{
    private static readonly Guid Lan = Guid.NewGuid(), Minh = Guid.NewGuid();

    /// <summary>Three judges, three questions of one point: worked by hand.</summary>
    [Fact]
    public void The_cut_score_is_the_mean_of_the_judges_sums()
    {
        var result = Angoff.Of([100, 100, 100], [(Lan, [50, 60, 70]), (Minh, [60, 80, 70]), (Guid.NewGuid(), [40, 70, 70])])!;
        Assert.Equal([180, 210, 180], result.Judges.Select(j => Math.Round(j.Cut, 9)));
        Assert.Equal(190, result.Cut, 9);
        Assert.Equal(Math.Sqrt(300), result.Deviation!.Value, 9); // 100 + 400 + 100 over 2
        Assert.Equal(10, result.Error!.Value, 9);
        Assert.Equal((50, 10, 40, 60), (result.Questions[0].Mean, result.Questions[0].Deviation!.Value, result.Questions[0].Lowest, result.Questions[0].Highest));
        Assert.Equal(0, result.Questions[2].Deviation);
    }

    [Fact]
    public void One_judge_has_no_error_and_none_no_result()
    {
        Assert.Null(Angoff.Of([100], [(Lan, [50])])!.Error);
        Assert.Null(Angoff.Of([100], []));
    }

    [Theory, EveryDatabase]
    public async Task A_study_goes_through_two_rounds_and_only_complete_sheets_count(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2), Sample.Single(3, difficulty: 3));
        // Two of the easy ones would be all of them; one of two is worth half its points to each.
        var content = Sample.Paper(bank) with { Sections = [new() { Draws = [new(bank, null, 1, 1, new(200)), new(bank, null, 3, 1, new(300))] }] };
        var (_, paper, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, content, null));
        Assert.Null(await StudyAsync(db, paper));
        Assert.Equal(StudyOutcome.PaperNotReady, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.OpenAsync(paper, content with { Sections = [] }, null)));
        Assert.Equal(StudyOutcome.Done, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.OpenAsync(paper, content, null)));
        var study = (await StudyAsync(db, paper))!;
        Assert.Equal((new Points(500), AngoffStage.FirstRound, null), (study.Maximum, study.Stage, study.PassMark));
        Assert.Equal([100, 100, 300], study.Questions.Select(q => q.Points));

        foreach (var judge in new[] { Lan, Minh, Lan }) await db.UseAsync<StandardSettings, StudyOutcome>(s => s.InviteAsync(study.Key, judge));
        Assert.Null(await SheetAsync(db, study.Key, Guid.NewGuid()));
        Assert.Equal(StudyOutcome.NotFound, await EstimateAsync(db, study.Key, Guid.NewGuid(), 1, 1, 1));
        Assert.Equal(StudyOutcome.NobodyJudged, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.AdvanceAsync(study.Key)));
        foreach (var wrong in new int?[][] { [1, 1], [1, 1, 101], [1, -1, 1] }) Assert.Equal(StudyOutcome.OutOfRange, await EstimateAsync(db, study.Key, Lan, wrong));
        await EstimateAsync(db, study.Key, Lan, 10, 10, 10);
        await EstimateAsync(db, study.Key, Lan, 50, 70, 40); // the latest counts
        await EstimateAsync(db, study.Key, Minh, 90, null, 90);
        Assert.Equal([50, 70, 40], (await SheetAsync(db, study.Key, Lan))!.Estimates);
        Assert.Null((await SheetAsync(db, study.Key, Lan))!.Others);
        study = (await StudyAsync(db, paper))!;
        Assert.Equal([Lan], study.Rounds[0].Complete);
        Assert.Equal(new Points(240), study.PassMark); // 50 + 70 + 120

        Assert.Equal(StudyOutcome.Done, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.AdvanceAsync(study.Key)));
        Assert.Equal(StudyOutcome.NotInRound, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.InviteAsync(study.Key, Guid.NewGuid())));
        var second = (await SheetAsync(db, study.Key, Minh))!;
        Assert.Equal([90, null, 90], second.Estimates);
        Assert.Equal(40, second.Others!.Questions[2].Mean);
        await EstimateAsync(db, study.Key, Lan, 51, 70, 40);
        await EstimateAsync(db, study.Key, Minh, 60, 60, 61);
        Assert.Equal(StudyOutcome.Done, await db.UseAsync<StandardSettings, StudyOutcome>(s => s.AdvanceAsync(study.Key)));
        Assert.Equal(StudyOutcome.NotInRound, await EstimateAsync(db, study.Key, Lan, 1, 1, 1));

        study = (await StudyAsync(db, paper))!;
        Assert.Equal((AngoffStage.Closed, 272.0, new Points(272)), (study.Stage, Math.Round(study.Result!.Cut, 6), study.PassMark!.Value)); // 241 and 303
        Assert.Empty(await db.UseAsync<StandardSettings, List<StudyToJudge>>(s => s.ForJudgeAsync(Lan)));
        Assert.Equal(3, await QueryCounter.CountAsync(() => StudyAsync(db, paper)));
    }

    private static Task<Study?> StudyAsync(TestDatabase db, Guid paper) => db.UseAsync<StandardSettings, Study?>(s => s.OfPaperAsync(paper));

    private static Task<JudgeSheet?> SheetAsync(TestDatabase db, Guid study, Guid judge) => db.UseAsync<StandardSettings, JudgeSheet?>(s => s.SheetAsync(study, judge));

    private static Task<StudyOutcome> EstimateAsync(TestDatabase db, Guid study, Guid judge, params int?[] estimates) => db.UseAsync<StandardSettings, StudyOutcome>(s => s.EstimateAsync(study, judge, estimates));
}

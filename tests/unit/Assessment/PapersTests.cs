using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Created = (Lms.Assessment.Papers.PaperOutcome Outcome, System.Guid Key, System.Collections.Generic.IReadOnlyList<Lms.Assessment.Papers.PaperProblem> Problems);
using Done = (Lms.Assessment.Papers.PaperOutcome Outcome, System.Collections.Generic.IReadOnlyList<Lms.Assessment.Papers.PaperProblem> Problems);
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

public sealed class PapersTests
{
    private static readonly Guid Bank = Guid.NewGuid();
    private static readonly PaperDraw Draw = new(Bank, null, null, 1, new(100));

    public static TheoryData<string, PaperProblemKind, PaperContent> Malformed { get; } = new()
    {
        { "Title", PaperProblemKind.Required, With(Draw) with { Title = " " } },
        { "Title", PaperProblemKind.TooLong, With(Draw) with { Title = new string('x', 301) } },
        { "TimeLimitMinutes", PaperProblemKind.OutOfRange, With(Draw) with { TimeLimitMinutes = 0 } },
        { "PassMarkPercent", PaperProblemKind.OutOfRange, With(Draw) with { PassMarkPercent = 101 } },
        { "AttemptsAllowed", PaperProblemKind.OutOfRange, With(Draw) with { AttemptsAllowed = 0 } },
        { "QuestionsPerPage", PaperProblemKind.OutOfRange, With(Draw) with { QuestionsPerPage = 0 } },
        { "AppealDays", PaperProblemKind.OutOfRange, With(Draw) with { AppealDays = 91 } },
        { "Markers", PaperProblemKind.OutOfRange, With(Draw) with { Marking = new(3) } },
        { "TolerancePercent", PaperProblemKind.OutOfRange, With(Draw) with { Marking = new(2, 101) } },
        { "Sections[0].Draws[0].Count", PaperProblemKind.OutOfRange, With(Draw with { Count = 0 }) },
        { "Sections[0].Draws[0].PointsEach", PaperProblemKind.OutOfRange, With(Draw with { PointsEach = Points.Zero }) },
        { "Sections[0].Draws[0].Difficulty", PaperProblemKind.OutOfRange, With(Draw with { Difficulty = 4 }) },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void A_malformed_paper_is_not_even_kept_as_a_draft(string field, PaperProblemKind kind, PaperContent content) =>
        Assert.Equal([new PaperProblem(field, kind)], PaperRules.OfDraft(content));

    [Fact]
    public void A_paper_without_draws_is_a_draft_but_not_a_paper()
    {
        Assert.Empty(PaperRules.OfDraft(new PaperContent { Title = "Đề" }));
        Assert.Equal([new PaperProblem("Sections", PaperProblemKind.NoDraws)], PaperRules.OfFinished(new PaperContent { Title = "Đề" }));
        Assert.Equal([new PaperProblem("Sections[1].Draws", PaperProblemKind.NoDraws)], PaperRules.OfFinished(With(Draw) with { Sections = [new() { Draws = [Draw] }, new()] }));
    }

    [Theory, EveryDatabase]
    public async Task A_paper_is_published_only_when_its_banks_hold_enough_published_questions(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2), Sample.Statement());
        await db.UseAsync<QuestionBanks, Guid>(async b => (await b.AddAsync(bank, [Sample.Single(3)], null)).Keys[0]); // a draft does not count
        var key = (await CreateAsync(db, With(new PaperDraw(bank, "Tham vấn", null, 3, new(100)), new PaperDraw(Bank, null, null, 1, new(100))))).Key;

        var (outcome, problems) = await MoveAsync(db, key, PublishAction.Published);
        Assert.Equal(PaperOutcome.Invalid, outcome);
        Assert.Equal([new("Sections[0].Draws[0].Count", PaperProblemKind.NotEnoughQuestions), new PaperProblem("Sections[0].Draws[1].BankKey", PaperProblemKind.UnknownBank)], problems);
        Assert.Equal(Stage.Draft, (await DraftAsync(db, key))!.Stage);
        Assert.Equal(problems, (await PreviewAsync(db, key, 1))!.Problems);

        Assert.Equal(PaperOutcome.Done, (await SaveAsync(db, key, 0, With(new PaperDraw(bank, " Tham vấn ", null, 2, new(100))))).Outcome);
        Assert.Equal(PaperOutcome.Done, (await MoveAsync(db, key, PublishAction.Published)).Outcome);
        var version = (await DraftAsync(db, key))!.PublishedVersionKey!.Value;
        Assert.Equal(new PaperVersionSummary(version, "Đề thi", 1, 2, new Points(200), 45, 50), await db.UseAsync<PaperFace, PaperVersionSummary?>(p => p.VersionAsync(version)));
        Assert.Null(await db.UseAsync<PaperFace, PaperVersionSummary?>(p => p.VersionAsync(Guid.NewGuid())));
    }

    [Theory, EveryDatabase]
    public async Task A_paper_is_not_published_with_questions_of_a_bank_that_is_not_shared_with_its_owner(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var owner = Guid.NewGuid();
        var (drawn, named) = (await Sample.BankAsync(db, Sample.Single(1)), await Sample.BankAsync(db, Sample.Statement()));
        var asked = (await db.UseAsync<QuestionSearch, (List<QuestionSummary> Found, int, int)>(s => s.FindAsync(new QuestionFilter { Banks = [named] }, 1, 10))).Found.Single().Key;
        var content = With(new PaperDraw(drawn, null, null, 1, new(100)));
        content = content with { Sections = [content.Sections[0] with { Questions = [new FixedQuestion(asked, new(100))] }] };
        var key = (await db.UseAsync<PaperFace, Created>(p => p.CreateAsync(owner, content, null))).Key;

        PaperProblem[] refused = [new("Sections[0].Draws[0].BankKey", PaperProblemKind.BankNotShared), new("Sections[0].Questions[0]", PaperProblemKind.BankNotShared)];
        Assert.Equal(refused, (await MoveAsync(db, key, PublishAction.Submitted)).Problems);
        await ShareAsync(drawn, new BankShares(true, []));
        Assert.Equal(refused[1..], (await MoveAsync(db, key, PublishAction.Published)).Problems);
        await ShareAsync(named, new BankShares(false, [owner]));
        Assert.Equal(PaperOutcome.Done, (await MoveAsync(db, key, PublishAction.Published)).Outcome);
        await ShareAsync(drawn, new BankShares(false, [Guid.NewGuid()]));
        Assert.Equal(refused[..1], (await MoveAsync(db, key, PublishAction.Published)).Problems);

        Task<bool> ShareAsync(Guid bank, BankShares shares) => db.UseAsync<BankSettings, bool>(s => s.ShareAsync(bank, shares));
    }

    [Theory, EveryDatabase]
    public async Task Published_again_a_paper_takes_in_what_its_bank_has_gained_and_otherwise_stays(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db);
        var key = (await CreateAsync(db, Sample.Paper(bank))).Key;
        var first = await Sample.PublishAsync(db, key);
        Assert.Equal(first, await Sample.PublishAsync(db, key));

        await db.UseAsync<QuestionBanks, QuestionOutcome>(async b => await b.MoveAsync((await b.AddAsync(bank, [Sample.Single(77)], null)).Keys, PublishAction.Published, null, null));
        var second = await Sample.PublishAsync(db, key);
        Assert.NotEqual(first, second);
        Assert.Equal(2, (await db.UseAsync<PaperFace, PaperVersionSummary?>(p => p.VersionAsync(second)))!.Number);
    }

    [Theory, EveryDatabase]
    public async Task Every_way_a_change_can_end_is_told(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var owner = Guid.NewGuid();
        var bank = await Sample.BankAsync(db);
        await db.UseAsync<BankSettings, bool>(b => b.ShareAsync(bank, new BankShares(false, [owner])));
        var content = Sample.Paper(bank);
        Assert.Equal(PaperOutcome.Invalid, (await CreateAsync(db, content with { Title = "" })).Outcome);
        var key = (await db.UseAsync<PaperFace, Created>(p => p.CreateAsync(owner, content, null))).Key;
        Assert.Equal(PaperOutcome.NotFound, (await SaveAsync(db, Guid.NewGuid(), 0, content)).Outcome);
        Assert.Equal(PaperOutcome.Done, (await SaveAsync(db, key, 0, content with { TimeLimitMinutes = 60 })).Outcome);
        Assert.Equal(PaperOutcome.ChangedMeanwhile, (await SaveAsync(db, key, 0, content)).Outcome);
        Assert.Equal(PaperOutcome.Invalid, (await SaveAsync(db, key, 1, content with { PassMarkPercent = -1 })).Outcome);
        Assert.Equal(PaperOutcome.NotFound, (await MoveAsync(db, Guid.NewGuid(), PublishAction.Published)).Outcome);
        Assert.Equal(PaperOutcome.WrongStage, (await MoveAsync(db, key, PublishAction.Returned)).Outcome);
        Assert.Equal(PaperOutcome.Done, (await MoveAsync(db, key, PublishAction.Submitted)).Outcome);
        Assert.Equal(PaperOutcome.Done, (await MoveAsync(db, key, PublishAction.Returned)).Outcome);
        Assert.Equal([new PaperSummary(key, content.Title, owner, Stage.Returned, 0, null)], await db.UseAsync<PaperFace, List<PaperSummary>>(p => p.ListAsync(owner)));
        Assert.Equal(60, (await DraftAsync(db, key))!.Content.TimeLimitMinutes);
        Assert.Null(await DraftAsync(db, Guid.NewGuid()));
    }

    [Theory, EveryDatabase]
    public async Task A_preview_shows_what_a_trainee_would_see_and_the_same_seed_shows_it_again(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var key = (await CreateAsync(db, Sample.Paper(await Sample.BankAsync(db)))).Key;
        var (one, again, other) = (await PreviewAsync(db, key, 1), await PreviewAsync(db, key, 1), await PreviewAsync(db, key, 2));
        Assert.Equal(8, one!.Slots.Count);
        Assert.Equal(one.Slots.Select(s => s.Question.Prompt), again!.Slots.Select(s => s.Question.Prompt));
        Assert.NotEqual(one.Slots.Select(s => s.Question.Prompt), other!.Slots.Select(s => s.Question.Prompt));
        Assert.All(one.Slots, s => Assert.Null(s.Response));
        Assert.Null(await PreviewAsync(db, Guid.NewGuid(), 1));
        Assert.Equal(Stage.Draft, (await DraftAsync(db, key))!.Stage);
    }

    private static PaperContent With(params PaperDraw[] draws) => new() { Title = "Đề thi", Sections = [new() { Draws = draws }] };

    private static Task<Created> CreateAsync(TestDatabase db, PaperContent content) => db.UseAsync<PaperFace, Created>(p => p.CreateAsync(null, content, null));
    private static Task<Done> SaveAsync(TestDatabase db, Guid key, int revision, PaperContent content) => db.UseAsync<PaperFace, Done>(p => p.SaveAsync(key, revision, content, null));
    private static Task<Done> MoveAsync(TestDatabase db, Guid key, PublishAction action) => db.UseAsync<PaperFace, Done>(p => p.MoveAsync(key, action, null, null));
    private static Task<PaperDraft?> DraftAsync(TestDatabase db, Guid key) => db.UseAsync<PaperFace, PaperDraft?>(p => p.DraftAsync(key));
    private static Task<PaperPreview?> PreviewAsync(TestDatabase db, Guid key, long seed) => db.UseAsync<PaperFace, PaperPreview?>(p => p.PreviewAsync(key, seed));
}

using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Added = (Lms.Assessment.Questions.QuestionOutcome Outcome, System.Collections.Generic.IReadOnlyList<System.Guid> Keys, System.Collections.Generic.IReadOnlyList<Lms.Assessment.Questions.QuestionProblem> Problems);
using Saved = (Lms.Assessment.Questions.QuestionOutcome Outcome, System.Collections.Generic.IReadOnlyList<Lms.Assessment.Questions.QuestionProblem> Problems);

namespace Lms.UnitTests.Assessment;

public sealed class QuestionBanksTests
{
    [Theory, EveryDatabase]
    public async Task A_bank_counts_its_questions_those_published_and_those_in_review(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var owner = Guid.NewGuid();
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync(" Ngân hàng ", owner, null));
        var keys = (await AddAsync(db, bank, Sample.Single(), Sample.Statement(), Sample.Text())).Keys;
        await MoveAsync(db, PublishAction.Published, keys[0]);
        await MoveAsync(db, PublishAction.Submitted, keys[1]);
        Assert.True(await db.UseAsync<BankSettings, bool>(b => b.RenameAsync(bank, "Ngân hàng chung")));
        Assert.False(await db.UseAsync<BankSettings, bool>(b => b.RenameAsync(Guid.NewGuid(), "Không có")));
        Assert.Equal([new BankSummary(bank, "Ngân hàng chung", owner, 3, 1, 1)], await db.UseAsync<QuestionBanks, List<BankSummary>>(b => b.ListAsync(owner)));
        Assert.Empty(await db.UseAsync<QuestionBanks, List<BankSummary>>(b => b.ListAsync(Guid.NewGuid())));
    }

    [Theory, EveryDatabase]
    public async Task Questions_are_found_without_typing_diacritics_and_come_in_order_of_entry(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        await AddAsync(db, bank, [.. Enumerable.Range(1, 12).Select(n => Sample.Single(n)), Sample.Statement(), Sample.Text(99)]);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => Sample.Single(n).Definition.Prompt), (await ListAsync(db, bank, category: "Tham vấn")).Select(q => q.Prompt));
        Assert.Equal("trueFalse", Assert.Single(await ListAsync(db, bank, "DAO DUC than chu")).Type);
        Assert.Equal(3, Assert.Single(await ListAsync(db, bank, "hướng dẫn 99")).Difficulty);
        Assert.Empty(await ListAsync(db, bank, "100%"));
        Assert.Empty(await ListAsync(db, bank, stage: Stage.Published));
        Assert.Equal(14, (await ListAsync(db, bank, " ")).Count);
    }

    [Theory, EveryDatabase]
    public async Task Options_feedback_tags_and_source_are_searched_as_well(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (_, keys, _) = await AddAsync(db, bank, Sample.Single(), Sample.Statement() with { Tags = [" Trẻ  em ", "trẻ em", "Luật 2016"], Level = CognitiveLevel.Apply, Source = " Giáo trình CTXH, tr. 12 " });
        foreach (var words in (string[])["chuyen gui", "phan hoi dung", "tre em", "giao trinh 12"])
            Assert.Single(await ListAsync(db, bank, words));
        var kept = (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(keys[1])))!.Draft;
        Assert.Equal(["Trẻ em", "Luật 2016"], kept.Tags);
        Assert.Equal((CognitiveLevel.Apply, "Giáo trình CTXH, tr. 12"), (kept.Level, kept.Source));
    }

    [Fact]
    public void A_question_from_before_there_were_tags_reads_as_one_without_and_too_many_are_told()
    {
        var old = QuestionBody.Read("""{"category":"Đạo đức","difficulty":1,"outcome":"","definition":{"type":"trueFalse","correct":true,"prompt":"Đúng?"}}""");
        Assert.Empty(old.Tags);
        Assert.Equal((null, ""), (old.Level, old.Source));
        Assert.Equal([new QuestionProblem("Tags", QuestionProblemKind.TooManyOptions)], QuestionRules.Problems(old with { Tags = [.. Enumerable.Range(1, 21).Select(n => $"nhãn {n}")] }));
        Assert.Equal([new QuestionProblem("Tags", QuestionProblemKind.TooLong)], QuestionRules.Problems(old with { Tags = [new string('a', 61)] }));
    }

    [Theory, EveryDatabase]
    public async Task One_invalid_draft_and_none_is_added(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (outcome, keys, problems) = await AddAsync(db, bank, Sample.Single(), Sample.Single() with { Category = " " });
        Assert.Equal(QuestionOutcome.Invalid, outcome);
        Assert.Empty(keys);
        Assert.Equal([new QuestionProblem("[1].Category", QuestionProblemKind.Required)], problems);
        Assert.Empty(await ListAsync(db, bank));
        Assert.Equal(QuestionOutcome.NotFound, (await AddAsync(db, Guid.NewGuid(), Sample.Single())).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_edit_one_question_the_second_is_told(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (bank, key) = await OneAsync(db);
        var seen = (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(key)))!;
        Assert.Equal((bank, Stage.Draft, 0), (seen.BankKey, seen.Stage, seen.LatestNumber));
        Assert.Equal(QuestionOutcome.Done, (await SaveAsync(db, key, seen.Revision, Sample.Statement())).Outcome);
        Assert.Equal(QuestionOutcome.ChangedMeanwhile, (await SaveAsync(db, key, seen.Revision, Sample.Text())).Outcome);
        Assert.Equal(QuestionOutcome.NotFound, (await SaveAsync(db, Guid.NewGuid(), 0, Sample.Text())).Outcome);
        Assert.Equal(QuestionOutcome.Invalid, (await SaveAsync(db, key, seen.Revision + 1, Sample.Text() with { Difficulty = 4 })).Outcome);
        var listed = Assert.Single(await ListAsync(db, bank));
        Assert.Equal(("trueFalse", "Đạo đức"), (listed.Type, listed.Category));
        Assert.IsType<TrueFalse>((await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(key)))!.Draft.Definition);
        Assert.Null(await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(Guid.NewGuid())));
    }

    [Theory, EveryDatabase]
    public async Task A_question_goes_its_way_to_the_public_and_no_other(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (bank, key) = await OneAsync(db);
        Assert.Equal(QuestionOutcome.WrongStage, await MoveAsync(db, PublishAction.Returned, key));
        Assert.Equal(QuestionOutcome.WrongStage, await MoveAsync(db, PublishAction.Withdrawn, key));
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Submitted, key));
        Assert.Equal(QuestionOutcome.WrongStage, await MoveAsync(db, PublishAction.Submitted, key));
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Returned, key));
        Assert.Equal(QuestionOutcome.WrongStage, await MoveAsync(db, PublishAction.Published, key));
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Submitted, key));
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Published, key));
        var version = Assert.Single(await ListAsync(db, bank, stage: Stage.Published)).PublishedVersionKey;
        Assert.NotNull(version);
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Withdrawn, key));
        Assert.Null(Assert.Single(await ListAsync(db, bank, stage: Stage.Withdrawn)).PublishedVersionKey);
        Assert.Equal(QuestionOutcome.Done, await MoveAsync(db, PublishAction.Published, key));
        Assert.Equal((version, 1), (await ListAsync(db, bank)).Select(q => (q.PublishedVersionKey, q.LatestNumber)).Single()); // unchanged, so the same version
        Assert.Equal(QuestionOutcome.NotFound, await MoveAsync(db, PublishAction.Withdrawn, key, Guid.NewGuid()));
    }

    [Theory, EveryDatabase]
    public async Task One_question_at_the_wrong_stage_and_none_is_moved(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (bank, key) = await OneAsync(db);
        var other = (await AddAsync(db, bank, Sample.Text())).Keys[0];
        await MoveAsync(db, PublishAction.Submitted, other);
        Assert.Equal(QuestionOutcome.WrongStage, await MoveAsync(db, PublishAction.Submitted, key, other));
        Assert.Equal([Stage.Draft, Stage.InReview], (await ListAsync(db, bank)).Select(q => q.Stage));
    }

    [Theory, EveryDatabase]
    public async Task Publishing_reads_as_often_for_forty_questions_as_for_four(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (four, forty) = (await AddAsync(db, bank, Many(4)), await AddAsync(db, bank, Many(40)));
        foreach (var action in (PublishAction[])[PublishAction.Published, PublishAction.Withdrawn, PublishAction.Published])
            Assert.Equal(await ReadsAsync(four.Keys, action), await ReadsAsync(forty.Keys, action));

        // SQLite knows no batches: there each row that is written is a statement. What is left over are the reads.
        async Task<int> ReadsAsync(IReadOnlyList<Guid> keys, PublishAction action)
        {
            var versionsBefore = await VersionsAsync();
            var count = await QueryCounter.CountAsync(() => MoveAsync(db, action, [.. keys]));
            return provider == DatabaseProvider.Sqlite ? count - 2 * keys.Count - (await VersionsAsync() - versionsBefore) : count;
        }

        Task<int> VersionsAsync() => db.UseAsync<Publications, int>(p => Task.FromResult(p.Versions.Count()));
    }

    private static QuestionDraft[] Many(int count) => [.. Enumerable.Range(1, count).Select(n => Sample.Single(n))];

    private static async Task<(Guid Bank, Guid Question)> OneAsync(TestDatabase db)
    {
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        return (bank, (await AddAsync(db, bank, Sample.Single())).Keys.Single());
    }

    private static Task<Added> AddAsync(TestDatabase db, Guid bank, params QuestionDraft[] drafts) => db.UseAsync<QuestionBanks, Added>(b => b.AddAsync(bank, drafts, null));

    private static Task<Saved> SaveAsync(TestDatabase db, Guid key, int revision, QuestionDraft draft) => db.UseAsync<QuestionBanks, Saved>(b => b.SaveAsync(key, revision, draft, null));

    private static Task<QuestionOutcome> MoveAsync(TestDatabase db, PublishAction action, params Guid[] keys) => db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, action, null, null));

    private static async Task<List<QuestionSummary>> ListAsync(TestDatabase db, Guid bank, string? search = null, string? category = null, Stage? stage = null) =>
        (await db.UseAsync<QuestionSearch, (List<QuestionSummary> Questions, int, int)>(s => s.FindAsync(new QuestionFilter { Banks = [bank], Search = search, Category = category, Stage = stage }, 1, 1000))).Questions;
}

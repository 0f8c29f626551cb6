using Lms.Assessment.Questions;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class BulkEditingTests
{
    [Theory, EveryDatabase]
    public async Task What_is_set_changes_and_what_is_not_stays(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single() with { Tags = ["cũ", "giữ"] }, Sample.Statement());
        var edit = new BulkEdit { Category = "Chung", AddTags = ["mới"], RemoveTags = ["CŨ"], Level = CognitiveLevel.Evaluate, Source = "Giáo trình" };
        var before = await AllAsync(db, bank);

        var preview = await PreviewAsync(db, bank, before, edit);
        Assert.Equal(["giữ", "mới"], preview[0].After.Tags);
        Assert.Equal((Stage.Published, Stage.Draft), (preview[0].StageBefore, preview[0].StageAfter));
        Assert.DoesNotContain("Difficulty", preview[0].Fields);
        Assert.Equal(QuestionOutcome.Done, await ApplyAsync(db, bank, preview, edit with { Step = PublishAction.Published }));

        var after = (await db.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(before[0].Key)))!;
        Assert.Equal((Stage.Published, 2, "Chung", CognitiveLevel.Evaluate), (after.Stage, after.LatestNumber, after.Draft.Category, after.Draft.Level));
        Assert.Equal("Nêu được bước đầu", after.Draft.Outcome);
        Assert.All(await AllAsync(db, bank), q => Assert.Contains("mới", q.Tags));
    }

    [Fact]
    public void What_is_to_be_emptied_is_and_a_new_value_counts_before_that()
    {
        var draft = Sample.Single() with { Level = CognitiveLevel.Apply, Source = "Giáo trình" };
        var edit = new BulkEdit { Clear = [BulkField.Level, BulkField.Outcome, BulkField.Source], Source = "Bài giảng" };
        var after = edit.Of(draft);
        Assert.Equal((null, "", "Bài giảng", draft.Category), (after.Level, after.Outcome, after.Source, after.Category));
        Assert.False(edit.IsEmpty);
        Assert.Equal(QuestionBody.Write(draft), QuestionBody.Write(new BulkEdit().Of(draft)));
    }

    [Theory, EveryDatabase]
    public async Task One_that_was_changed_meanwhile_or_cannot_take_the_step_and_none_is_changed(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(), Sample.Statement());
        var questions = await AllAsync(db, bank);
        var preview = await PreviewAsync(db, bank, questions, new BulkEdit { Difficulty = 3 });
        await db.UseAsync<QuestionBanks, object>(async b => await b.SaveAsync(questions[1].Key, preview[1].Revision, Sample.Statement(7), null));
        Assert.Equal(QuestionOutcome.ChangedMeanwhile, await ApplyAsync(db, bank, preview, new BulkEdit { Difficulty = 3 }));
        Assert.Equal(1, (await AllAsync(db, bank))[0].Difficulty);

        var submit = new BulkEdit { Step = PublishAction.Submitted };
        preview = await PreviewAsync(db, bank, questions, submit);
        Assert.Equal([BulkObstacle.WrongStage, null], preview.Select(c => c.Obstacle));
        Assert.Equal(QuestionOutcome.WrongStage, await ApplyAsync(db, bank, preview, submit));
        var tags = new BulkEdit { AddTags = [.. Enumerable.Range(1, 21).Select(n => $"{n}")] };
        Assert.Equal(QuestionOutcome.Invalid, await ApplyAsync(db, bank, await PreviewAsync(db, bank, questions, tags), tags));
        Assert.Equal(QuestionOutcome.NotFound, await ApplyAsync(db, Guid.NewGuid(), preview, new BulkEdit { Difficulty = 2 }));
    }

    [Theory, EveryDatabase]
    public async Task Questions_go_to_the_end_of_another_bank_and_belong_to_its_owner(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (from, owner) = (await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2)), Guid.NewGuid());
        var to = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Đích", owner, null));
        await db.UseAsync<QuestionBanks, object>(async b => await b.AddAsync(to, [Sample.Statement()], null));
        var edit = new BulkEdit { ToBank = to };
        Assert.Equal(QuestionOutcome.Done, await ApplyAsync(db, from, await PreviewAsync(db, from, await AllAsync(db, from), edit), edit));
        Assert.Empty(await AllAsync(db, from));
        Assert.Equal([Sample.Statement().Definition.Prompt, Sample.Single(1).Definition.Prompt, Sample.Single(2).Definition.Prompt], (await AllAsync(db, to)).Select(q => q.Prompt));
        Assert.Equal(QuestionOutcome.NotFound, await ApplyAsync(db, to, await PreviewAsync(db, to, await AllAsync(db, to), edit), new BulkEdit { ToBank = Guid.NewGuid() }));
    }

    [Theory, EveryDatabase]
    public async Task Many_cost_as_many_reads_as_one(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, [.. Enumerable.Range(1, 30).Select(n => Sample.Single(n))]);
        var edit = new BulkEdit { Difficulty = 2, Step = PublishAction.Published };
        var all = await AllAsync(db, bank);
        Assert.Equal(await QueryCounter.CountAsync(() => PreviewAsync(db, bank, all[..1], edit)), await QueryCounter.CountAsync(() => PreviewAsync(db, bank, all, edit)));
        Assert.Equal(1, await QueryCounter.CountAsync(() => PreviewAsync(db, bank, all, edit)));
    }

    private static Task<List<QuestionSummary>> AllAsync(TestDatabase db, Guid bank) => db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank));

    private static Task<List<BulkChange>> PreviewAsync(TestDatabase db, Guid bank, IEnumerable<QuestionSummary> questions, BulkEdit edit) =>
        db.UseAsync<BulkEditing, List<BulkChange>>(b => b.PreviewAsync(bank, [.. questions.Select(q => q.Key)], edit));

    private static Task<QuestionOutcome> ApplyAsync(TestDatabase db, Guid bank, IEnumerable<BulkChange> changes, BulkEdit edit) =>
        db.UseAsync<BulkEditing, QuestionOutcome>(b => b.ApplyAsync(bank, changes.ToDictionary(c => c.Key, c => c.Revision), edit, null, null));
}

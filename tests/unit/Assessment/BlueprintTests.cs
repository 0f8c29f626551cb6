using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

public sealed class BlueprintTests
{
    [Theory, EveryDatabase]
    public async Task A_draw_goes_by_tag_outcome_and_level_as_well(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db,
            Sample.Single(1) with { Tags = ["Trẻ em", "luật"] }, Sample.Single(2) with { Tags = ["trẻ em"] }, Sample.Single(3) with { Outcome = "CĐR 2" },
            Sample.Single(4) with { Level = CognitiveLevel.Apply }, Sample.Single(5));
        var draw = new PaperDraw(bank, null, null, 1, new(100));
        Assert.Equal([2, 1, 1, 1, 5], await AvailableAsync(db, draw with { Tag = "TRẺ EM" }, draw with { Tag = "luật" }, draw with { Outcome = "CĐR 2" }, draw with { Level = CognitiveLevel.Apply }, draw));
    }

    /// <summary>Two ask for tags whose questions overlap: whoever comes first must leave the other what it cannot do without.</summary>
    [Theory, EveryDatabase]
    public async Task Draws_that_share_questions_are_all_filled_and_ask_nothing_twice(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1) with { Tags = ["a", "b"] }, Sample.Single(2) with { Tags = ["a", "b"] }, Sample.Single(3) with { Tags = ["a"] }, Sample.Single(4) with { Tags = ["a"] });
        var paper = Sample.Paper(bank) with { AttemptsAllowed = 50, Sections = [new() { Draws = [Tagged("a", 2)] }, new() { Draws = [Tagged("b", 2)] }] };
        var exam = await Sample.ExamAsync(db, paper);
        for (var i = 0; i < 10; i++)
        {
            var learner = Guid.NewGuid();
            var slots = (await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, learner), learner)).Slots;
            Assert.Equal(4, slots.Select(s => s.Question.Prompt).Distinct().Count());
        }

        var (_, key, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, paper with { Sections = [new() { Draws = [Tagged("a", 3), Tagged("b", 2)] }] }, null));
        Assert.Equal([new PaperProblem("Sections[0].Draws[1].Count", PaperProblemKind.NotEnoughQuestions)], (await db.UseAsync<PaperFace, PaperPreview?>(p => p.PreviewAsync(key, 1)))!.Problems);

        PaperDraw Tagged(string tag, int count) => new(bank, null, null, count, new(100)) { Tag = tag };
    }

    [Fact]
    public void Pools_suffice_only_where_a_matching_exists()
    {
        var q = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray();
        var pools = new SharedPools([[q[0], q[1]], [q[1], q[2]], [q[2], q[0]]]);
        Assert.True(pools.Overlap);
        Assert.True(pools.Suffice([1, 1, 1]));
        Assert.False(pools.Suffice([2, 1, 1]));
        Assert.True(pools.Suffice([2, 1, 0]));
        pools.Take(q[0]);
        Assert.False(pools.Suffice([1, 1, 1]));
        Assert.False(new SharedPools([[q[0], q[1]], [q[2], q[3]]]).Overlap);
    }

    /// <summary>A form drawn before draws could share questions: the same seed still gives it, to the letter.</summary>
    [Fact]
    public void A_paper_whose_draws_share_nothing_is_drawn_as_ever()
    {
        var pool = Enumerable.Range(0, 9).Select(n => new PooledQuestion(Guid.NewGuid(), Sample.Single(n).Definition, null, new(50))).ToList();
        var paper = new FrozenPaper(Guid.NewGuid(), 1, new PaperContent { Title = "" }, pool, [new FrozenDraw(0, 0, 6, 3), new FrozenDraw(1, 6, 3, 1)]);
        Assert.Equal("[[0,0,3,1,2],[5,0,3,2,1],[4,2,3,0,1],[8,1,2,0,3]]", DrawnForm.Write(paper.Draw(2024)));
    }

    [Theory, EveryDatabase]
    public async Task A_new_attempt_draws_around_the_last_ones_as_far_as_the_pool_allows(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, [.. Enumerable.Range(1, 7).Select(n => Sample.Single(n))]);
        var paper = Sample.Paper(bank) with { AttemptsAllowed = 4, AttemptsToAvoid = 2, Sections = [new() { Draws = [new(bank, null, null, 3, new(100))] }] };
        var (_, key, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, paper, null));
        var learner = Guid.NewGuid();
        var first = await PromptsAsync(db, await Sample.ScheduleAsync(db, await Sample.PublishAsync(db, key)), learner);

        // The second attempt is of another exam, with a later version of the paper.
        await db.UseAsync<PaperFace, PaperOutcome>(async p => (await p.SaveAsync(key, (await p.DraftAsync(key))!.Revision, paper with { TimeLimitMinutes = 60 }, null)).Outcome);
        var exam = await Sample.ScheduleAsync(db, await Sample.PublishAsync(db, key));
        var second = await PromptsAsync(db, exam, learner);
        Assert.Empty(first.Intersect(second));

        // One is left that was in neither; the other two have to come again.
        var third = await PromptsAsync(db, exam, learner);
        Assert.Single(third.Except(first).Except(second));
        // The first attempt is long ago by now.
        var fresh = first.Union(second).Union(third).Except(second).Except(third);
        Assert.Empty(fresh.Except(await PromptsAsync(db, exam, learner)));
    }

    [Theory, EveryDatabase]
    public async Task The_blueprint_counts_what_there_is_and_what_is_asked_in_two_statements(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2), Sample.Single(3, difficulty: 3), Sample.Single(4, difficulty: 3) with { Tags = ["a", "b"] }, Sample.Statement());
        var statement = (await db.UseAsync<QuestionSearch, List<QuestionSummary>>(b => b.AllAsync(bank)))[4].Key;
        var content = Sample.Paper(bank) with { Sections = [new() { Questions = [new(statement, new(100))], Draws = [new(bank, "Tham vấn", 1, 1, new(100)), new(bank, null, 3, 2, new(100))] }] };
        var table = await db.UseAsync<Blueprints, BlueprintTable>(b => b.TableAsync(content, BlueprintSide.Difficulty));
        Assert.Equal(["1", "3"], table.Columns);
        Assert.Equal([("Tham vấn", 4, 3m), ("Đạo đức", 1, 1m)], table.Rows.OrderByDescending(r => r.Available).Select(r => (r.Category, r.Available, r.Asked)));
        Assert.Equal([new("1", 2, 1m), new BlueprintCell("3", 2, 2m)], table.Rows.Single(r => r.Category == "Tham vấn").Cells);
        Assert.Equal(["", "a", "b"], (await db.UseAsync<Blueprints, BlueprintTable>(b => b.TableAsync(content, BlueprintSide.Tag))).Columns);
        Assert.Equal(2, await QueryCounter.CountAsync(() => db.UseAsync<Blueprints, BlueprintTable>(b => b.TableAsync(content, BlueprintSide.Level))));
    }

    private static Task<IReadOnlyList<int>> AvailableAsync(TestDatabase db, params PaperDraw[] draws) =>
        db.UseAsync<PaperFace, IReadOnlyList<int>>(p => p.AvailableAsync(new PaperContent { Title = "Đề", Sections = [new() { Draws = draws }] }));

    private static async Task<List<string>> PromptsAsync(TestDatabase db, ScheduledExam exam, Guid learner)
    {
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var attempt = await Sample.StartAsync(db, exam, learner);
        var prompts = (await Sample.ShowAsync(db, attempt, learner)).Slots.Select(s => s.Question.Prompt).ToList();
        await Sample.HandInAsync(db, attempt, learner);
        return prompts;
    }
}

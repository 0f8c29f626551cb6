using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

public sealed class CaseStudiesTests
{
    [Theory, EveryDatabase]
    public async Task A_case_is_drawn_whole_in_its_order_and_shown_with_its_questions(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, [.. Enumerable.Range(1, 6).Select(n => Sample.Single(n, "Chung"))]);
        var (study, questions) = await CaseAsync(db, bank, 3);
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<CaseStudies, QuestionOutcome>(c => c.ReorderAsync(study, questions[2], up: true)));
        var exam = await Sample.ExamAsync(db, Content(bank, 5));
        // What its author changes later, who sits the published paper does not see.
        await db.UseAsync<CaseStudies, object>(async c => await c.SaveAsync(study, 1, new CaseDraft("Khác", "Khác"), null));

        var withCase = 0;
        for (var i = 0; i < 12; i++)
        {
            var learner = Guid.NewGuid();
            var slots = (await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, learner), learner)).Slots;
            Assert.Equal(5, slots.Count);
            var asked = slots.Where(s => s.Question.Case is not null).ToList();
            if (asked.Count == 0) continue;
            withCase++;
            Assert.Equal(["Ca 1?", "Ca 3?", "Ca 2?"], asked.Select(s => s.Question.Prompt));
            Assert.Equal(asked[0].Slot + 2, asked[2].Slot);
            Assert.All(asked, s => Assert.Equal("Chị H. đến gặp nhân viên xã hội.", s.Question.Case!.Text));
        }

        Assert.True(withCase > 0);
    }

    [Theory, EveryDatabase]
    public async Task A_paper_is_refused_whose_number_its_cases_cannot_make_up(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        await CaseAsync(db, bank, 3);
        await CaseAsync(db, bank, 4);
        foreach (var (count, problems) in new (int, PaperProblemKind[])[] { (3, []), (4, []), (7, []), (5, [PaperProblemKind.CasesDoNotFit]), (8, [PaperProblemKind.NotEnoughQuestions]) })
        {
            var (_, paper, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, Content(bank, count), null));
            var preview = (await db.UseAsync<PaperFace, PaperPreview?>(p => p.PreviewAsync(paper, 1)))!;
            Assert.Equal(problems, preview.Problems.Select(p => p.Kind));
            Assert.Equal(problems.Length == 0 ? count : 0, preview.Slots.Count);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_case_waits_until_it_is_published_and_is_not_taken_in_part(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (study, questions) = await CaseAsync(db, bank, 2, publish: false);
        Assert.Equal([0], await AvailableAsync(db, Content(bank, 2)));
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<CaseStudies, QuestionOutcome>(c => c.MoveAsync(study, PublishAction.Published, null, null)));
        Assert.Equal([2], await AvailableAsync(db, Content(bank, 2)));
        var narrowed = Content(bank, 1) with { Sections = [new PaperSection { Draws = [new(bank, null, 1, 1, new(100))] }] };
        Assert.Equal([0], await AvailableAsync(db, narrowed));

        var half = Content(bank, 1) with { Sections = [new PaperSection { Questions = [new FixedQuestion(questions[0], new(100))] }] };
        var (_, paper, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, half, null));
        Assert.Equal([new PaperProblem("Sections[0].Questions[0]", PaperProblemKind.CaseTorn)], (await db.UseAsync<PaperFace, PaperPreview?>(p => p.PreviewAsync(paper, 1)))!.Problems);
    }

    [Theory, EveryDatabase]
    public async Task A_question_names_a_case_of_its_own_bank_and_stays_there(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (bank, other) = (await Sample.BankAsync(db, Sample.Single()), await Sample.BankAsync(db, Sample.Single()));
        var (study, questions) = await CaseAsync(db, bank, 2);
        var (outcome, _, problems) = await db.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(other, [Sample.Statement() with { CaseKey = study }], null));
        Assert.Equal((QuestionOutcome.Invalid, new QuestionProblem("[0].CaseKey", QuestionProblemKind.UnknownReference)), (outcome, problems[0]));
        Assert.Equal(BulkObstacle.OfCase, (await db.UseAsync<BulkEditing, List<BulkChange>>(b => b.PreviewAsync(bank, questions, new BulkEdit { ToBank = other })))[0].Obstacle);

        var summary = Assert.Single(await db.UseAsync<CaseStudies, List<CaseSummary>>(c => c.ListAsync(bank)));
        Assert.Equal((study, 2, 2, Stage.Published), (summary.Key, summary.Questions, summary.Ready, summary.Stage));
        Assert.Equal(QuestionOutcome.NotFound, await db.UseAsync<CaseStudies, QuestionOutcome>(c => c.ReorderAsync(study, Guid.NewGuid(), true)));
        var (refused, _, why) = await db.UseAsync<CaseStudies, (QuestionOutcome, Guid, IReadOnlyList<QuestionProblem>)>(c => c.AddAsync(bank, new CaseDraft(" ", ""), null));
        Assert.Equal((QuestionOutcome.Invalid, 2), (refused, why.Count));
        var (again, _) = await db.UseAsync<CaseStudies, (QuestionOutcome, IReadOnlyList<QuestionProblem>)>(c => c.SaveAsync(study, 0, new CaseDraft("A", "B"), null));
        Assert.Equal(QuestionOutcome.ChangedMeanwhile, again);
    }

    [Fact]
    public void Every_seed_meets_the_number_and_each_case_and_question_has_its_turn()
    {
        FrozenCase Study() => new(Guid.NewGuid(), new CaseDraft("T", "T"));
        var (a, b) = (Study(), Study());
        PooledQuestion Asked(FrozenCase? study) => new(Guid.NewGuid(), new TrueFalse { Prompt = "?", Correct = true }, null, new(100)) { Case = study };
        PooledQuestion[] pool = [Asked(null), Asked(a), Asked(a), Asked(a), Asked(b), Asked(b), Asked(null)];
        var turns = new int[pool.Length];
        for (var seed = 0; seed < 2000; seed++)
        {
            var chance = new SeededShuffle(seed);
            var picked = CaseDrawing.Pick(new FrozenDraw(0, 0, pool.Length, 4), pool, ref chance).SelectMany(u => u).ToList();
            Assert.Equal(4, picked.Distinct().Count());
            foreach (var i in picked) turns[i]++;
            Assert.Contains(picked.Count(i => pool[i].Case == a), (int[])[0, 3]);
        }

        Assert.All(turns, t => Assert.InRange(t, 500, 1900));
    }

    [Fact]
    public void A_shuffle_moves_a_case_as_a_whole_and_its_questions_only_where_it_says_so()
    {
        foreach (var within in (bool[])[false, true])
        {
            var study = new FrozenCase(Guid.NewGuid(), new CaseDraft("T", "T") { ShuffleWithin = within });
            var pool = Enumerable.Range(0, 8).Select(i => new PooledQuestion(Guid.NewGuid(), new TrueFalse { Prompt = "?", Correct = true }, null, new(100)) { Case = i is >= 2 and <= 4 ? study : null }).ToList();
            var paper = new FrozenPaper(Guid.NewGuid(), 1, new PaperContent { Title = "T", Sections = [new PaperSection()] }, pool, [new FrozenDraw(0, 0, 8, 8)]);
            var orders = Enumerable.Range(1, 60).Select(seed => paper.Draw(seed).Select(s => s.PoolIndex).ToList()).ToList();
            Assert.All(orders, o => Assert.Equal(2, o.FindLastIndex(i => i is >= 2 and <= 4) - o.FindIndex(i => i is >= 2 and <= 4)));
            Assert.Equal(within ? 6 : 1, orders.Select(o => string.Join(' ', o.Where(i => i is >= 2 and <= 4))).Distinct().Count());
            Assert.True(orders.Select(o => o.FindIndex(i => i is >= 2 and <= 4)).Distinct().Count() > 3);
        }
    }

    internal static async Task<(Guid Key, IReadOnlyList<Guid> Questions)> CaseAsync(TestDatabase db, Guid bank, int questions, bool publish = true)
    {
        var (outcome, study, _) = await db.UseAsync<CaseStudies, (QuestionOutcome, Guid Key, IReadOnlyList<QuestionProblem>)>(c => c.AddAsync(bank, new CaseDraft(" Ca chị H. ", "Chị H. đến gặp nhân viên xã hội."), null));
        Assert.Equal(QuestionOutcome.Done, outcome);
        var drafts = Enumerable.Range(1, questions).Select(n => new QuestionDraft("Chung", n, "", new TrueFalse { Prompt = $"Ca {n}?", Correct = true }) { CaseKey = study, Difficulty = Math.Min(n, 3) });
        var (_, keys, problems) = await db.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(bank, [.. drafts], null));
        Assert.Empty(problems);
        await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, PublishAction.Published, null, null));
        if (publish) await db.UseAsync<CaseStudies, QuestionOutcome>(c => c.MoveAsync(study, PublishAction.Published, null, null));
        return (study, keys);
    }

    private static PaperContent Content(Guid bank, int count) => new() { Title = "Đề", Sections = [new PaperSection { Draws = [new(bank, null, null, count, new(100))] }] };

    private static Task<IReadOnlyList<int>> AvailableAsync(TestDatabase db, PaperContent content) => db.UseAsync<PaperFace, IReadOnlyList<int>>(p => p.AvailableAsync(content));
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class PassRuleTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory]
    [InlineData(500, 300, 200, true)]
    [InlineData(499, 300, 199, false)] // the sum
    [InlineData(700, 501, 199, false)] // the second section
    [InlineData(700, 300, 400, true)]
    public void It_takes_the_sum_and_each_section_that_asks_for_its_own(int sum, int first, int second, bool passes)
    {
        var rule = new PassRule(new(500), [new(1, new(200))]);
        Assert.Equal(passes, rule.IsReached(new(sum), section => new(section == 0 ? first : second)));
    }

    [Theory, EveryDatabase]
    public async Task Who_falls_short_in_one_section_fails_and_is_told_in_which(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var paper = Sample.Paper(await Sample.BankAsync(db));
        var exam = await Sample.ExamAsync(db, paper with { Sections = [paper.Sections[0], paper.Sections[1] with { MinimumPercent = 50, Instructions = "Viết ngắn gọn." }] });
        var attempt = await Sample.StartAsync(db, exam, Learner);
        var shown = (await Sample.ShowAsync(db, attempt, Learner)).Sections;
        Assert.Equal([("Trắc nghiệm", "", 1, 5, new(600), null), ("Ngắn", "Viết ngắn gọn.", 6, 8, new(400), new Points(200))],
            shown.Select(s => (s.Title, s.Instructions, s.FirstSlot, s.LastSlot, s.Maximum, s.Minimum)));

        // All of the first section: six of ten points, and nothing of the second, where two are needed.
        await Sample.AnswerAllAsync(db, attempt, Learner, slot => slot <= 5);
        await Sample.HandInAsync(db, attempt, Learner);
        var review = (await Sample.ReviewAsync(db, attempt, Learner))!;
        Assert.Equal((new Points(600), new Points(500), false), (review.Score!.Value, review.PassMark, review.Passed!.Value));
        Assert.Equal([false, true], review.Sections.Select(s => s.FellShort));
        Assert.Equal([new Points(600), Points.Zero], review.Sections.Select(s => s.Score));
        Assert.Equal([new SectionToPass("Ngắn", 2, new(200), new(400))], (await db.UseAsync<Exams, ExamDetail?>(e => e.DetailAsync(exam.Code)))!.Sections);
        Assert.Empty(await MismatchesAsync(db));
    }

    [Fact]
    public async Task A_pass_mark_in_points_counts_instead_of_the_percentage()
    {
        await using var db = await TestDatabase.OpenAsync();
        var paper = Sample.Paper(await Sample.BankAsync(db)) with { PassMarkPoints = new(850), PassMarkPercent = 10, ShuffleQuestions = false };
        Assert.Contains(new PaperProblem("PassMarkPoints", PaperProblemKind.OutOfRange), PaperRules.OfFinished(paper with { PassMarkPoints = new(1001) }));
        var exam = await Sample.ExamAsync(db, paper);
        var attempt = await Sample.StartAsync(db, exam, Learner);
        await Sample.AnswerAllAsync(db, attempt, Learner, slot => slot < 8); // 8 of 10
        await Sample.HandInAsync(db, attempt, Learner);
        var review = (await Sample.ReviewAsync(db, attempt, Learner))!;
        Assert.Equal((new Points(800), new Points(850), false), (review.Score!.Value, review.PassMark, review.Passed!.Value));
    }

    [Theory, EveryDatabase]
    public async Task Fixed_questions_are_asked_of_everybody_with_their_own_points_and_never_drawn_besides(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2), Sample.Single(3), Sample.Single(4));
        var questions = await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank));
        var paper = Sample.Paper(bank) with
        {
            ShuffleQuestions = false,
            Sections = [new() { Title = "Chung", Questions = [new(questions[2].Key, new(300)), new(questions[0].Key, new(50))], Draws = [new(bank, null, null, 2, new(100))] }],
        };
        var exam = await Sample.ExamAsync(db, paper);
        foreach (var learner in Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()))
        {
            var slots = (await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, learner), learner)).Slots;
            Assert.Equal([questions[2].Prompt, questions[0].Prompt], slots.Take(2).Select(s => s.Question.Prompt));
            Assert.Equal([300, 50, 100, 100], slots.Select(s => s.Maximum.Hundredths));
            Assert.Equal(4, slots.Select(s => s.Question.Prompt).Distinct().Count());
        }

        Assert.Contains(new PaperProblem("Sections[0].Questions[2]", PaperProblemKind.AskedTwice),
            PaperRules.OfDraft(paper with { Sections = [paper.Sections[0] with { Questions = [.. paper.Sections[0].Questions, new(questions[0].Key, new(100))] }] }));
        Assert.Empty(PaperRules.OfFinished(paper with { Sections = [paper.Sections[0] with { Draws = [] }] }));
    }

    [Fact]
    public async Task A_paper_does_not_ask_what_is_not_published()
    {
        await using var db = await TestDatabase.OpenAsync();
        var bank = await Sample.BankAsync(db, Sample.Single(1));
        var draft = await db.UseAsync<QuestionBanks, Guid>(async b => (await b.AddAsync(bank, [Sample.Single(9)], null)).Keys[0]);
        var paper = Sample.Paper(bank) with { Sections = [new() { Questions = [new(draft, new(100))] }] };
        var preview = await db.UseAsync<Lms.Assessment.Papers.Papers, PaperPreview?>(async p => await p.PreviewAsync((await p.CreateAsync(null, paper, null)).Key, 1));
        Assert.Equal([new PaperProblem("Sections[0].Questions[0]", PaperProblemKind.UnknownQuestion)], preview!.Problems);
    }

    [Fact]
    public async Task A_practice_paper_tells_of_answered_questions_and_no_other_paper_does()
    {
        await using var db = await TestDatabase.OpenAsync();
        var paper = Sample.Paper(await Sample.BankAsync(db));
        var silent = await Sample.StartAsync(db, await Sample.ExamAsync(db, paper), Learner);
        Assert.Null(await db.UseAsync<Practice, IReadOnlyList<SlotReview>?>(p => p.OnAnsweredAsync(silent, Learner)));

        var exam = await Sample.ExamAsync(db, paper with { Review = new() { During = ReviewDetail.Correctness | ReviewDetail.Feedback } });
        var attempt = await Sample.StartAsync(db, exam, Learner);
        var view = await Sample.ShowAsync(db, attempt, Learner);
        Assert.True(view.Practice);
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(1, Sample.Right(view.Slots[0].Question)), new GivenAnswer(2, Sample.Wrong(view.Slots[1].Question)));
        var told = await db.UseAsync<Practice, IReadOnlyList<SlotReview>?>(p => p.OnAnsweredAsync(attempt, Learner));
        Assert.Equal([(1, MarkReason.Right), (2, MarkReason.Wrong)], told!.Select(t => (t.Slot, t.Reason!.Value)));
        Assert.All(told!, t => Assert.Null(t.Key));
        Assert.Null(await db.UseAsync<Practice, IReadOnlyList<SlotReview>?>(p => p.OnAnsweredAsync(attempt, Guid.NewGuid())));
        await Sample.HandInAsync(db, attempt, Learner);
        Assert.Null(await db.UseAsync<Practice, IReadOnlyList<SlotReview>?>(p => p.OnAnsweredAsync(attempt, Learner)));
    }

    private static Task<List<GradingMismatch>> MismatchesAsync(TestDatabase db) =>
        db.UseAsync<ExamResults, List<GradingMismatch>>(async r => await r.RecomputeAsync().ToListAsync());
}

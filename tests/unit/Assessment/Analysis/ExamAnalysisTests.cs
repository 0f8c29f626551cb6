using Lms.Assessment.Analysis;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment.Analysis;

public sealed class ExamAnalysisTests
{
    private const int People = 40;

    [Theory, EveryDatabase]
    public async Task Figures_come_from_what_people_answered(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db, await FixedPaperAsync(db));
        // Person i gets the first i % 5 of the four slots right; the strongest always take the last one wrongly.
        for (var i = 0; i < People; i++) await SitAsync(db, exam, slot => slot <= i % 5 && !(slot == 4 && i % 5 == 4));

        var figures = await db.UseAsync<ExamAnalysis, AnalysedPaper>(a => a.OfExamAsync(exam.Key));
        Assert.Equal(People, figures.Total.Attempts);
        // Scores 0, 25, 50, 75 and 75 percent, eight people each.
        Assert.Equal(45, figures.Total.Mean!.Value, 6);
        Assert.Equal(50, figures.Total.Median!.Value, 6);
        Assert.Equal([8, 0, 8, 0, 0, 8, 0, 16, 0, 0], figures.Histogram);
        Assert.Equal(60, figures.PassPercent!.Value, 6);
        Assert.NotNull(figures.Total.InternalConsistencyPercent);
        Assert.Equal(figures.Questions.Count, figures.Total.Slots.Count);

        var first = figures.Questions.Single(q => q.Prompt.StartsWith("Câu 1:", StringComparison.Ordinal));
        Assert.Equal((80d, 25d, 0), (Math.Round(first.FacilityPercent!.Value, 6), first.GuessPercent, first.Unanswered));
        Assert.Equal([("a", true, 32), ("b", false, 8)], first.Options.Where(o => o.Total > 0).Select(o => (o.Id, o.Right, o.Total)));
        // 27 % of 40 are 11, and the strongest eleven on the rest all have it right.
        Assert.Equal((11, 32), (first.Options[0].Upper, first.Options[0].Total));
        Assert.Contains(QuestionFlag.IdleDistractor, first.Flags);

        var never = figures.Questions.Single(q => q.Prompt.StartsWith("Câu 4:", StringComparison.Ordinal));
        Assert.Equal(0, never.FacilityPercent);
        Assert.Null(never.DiscriminationPercent);
        Assert.Equal([QuestionFlag.VeryHard, QuestionFlag.StrongPreferWrong, QuestionFlag.IdleDistractor], never.Flags);
    }

    [Theory, EveryDatabase]
    public async Task Only_first_attempts_count_and_drawn_papers_have_no_consistency(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var exam = await Sample.ExamAsync(db);
        var learner = Guid.NewGuid();
        for (var tries = 0; tries < 2; tries++) await SitAsync(db, exam, _ => tries == 1, learner);
        await SitAsync(db, exam, _ => true);
        await SitAsync(db, exam, slot => slot % 2 == 0);

        var figures = await db.UseAsync<ExamAnalysis, AnalysedPaper>(a => a.OfExamAsync(exam.Key));
        Assert.Equal(3, figures.Total.Attempts);
        Assert.Null(figures.Total.InternalConsistencyPercent);
        Assert.All(figures.Questions, q => Assert.Equal([QuestionFlag.FewAttempts], q.Flags));
        Assert.Equal(6, await QueryCounter.CountAsync(() => db.UseAsync<ExamAnalysis, AnalysedPaper>(a => a.OfExamAsync(exam.Key)))); // a batch: attempts, gradings, answers, corrections, marks; and the end
    }

    private static async Task<PaperContent> FixedPaperAsync(TestDatabase db)
    {
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2), Sample.Single(3), Sample.Single(4));
        return Sample.Paper(bank) with { ShuffleQuestions = false, Sections = [new() { Title = "Trắc nghiệm", Draws = [new(bank, null, null, 4, new(100))] }] };
    }

    private static async Task SitAsync(TestDatabase db, ScheduledExam exam, Func<int, bool> right, Guid? learner = null)
    {
        var person = learner ?? Guid.NewGuid();
        var attempt = await Sample.StartAsync(db, exam, person);
        await Sample.AnswerAllAsync(db, attempt, person, right);
        await Sample.HandInAsync(db, attempt, person);
    }
}

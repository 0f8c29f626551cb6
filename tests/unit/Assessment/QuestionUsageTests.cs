using Lms.Assessment.Questions;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class QuestionUsageTests
{
    [Theory, EveryDatabase]
    public async Task A_question_tells_where_it_was_asked_and_how_it_did(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db);
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank));
        var questions = await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank));
        var before = await db.UseAsync<QuestionUsage, UseOfQuestion>(u => u.OfAsync(questions[0].Key));
        Assert.Equal(("Đề cuối khóa", 0, 0), (Assert.Single(before.Papers).Title, before.Overall.Attempts, before.Seen));

        for (var i = 0; i < 12; i++)
        {
            var learner = Guid.NewGuid();
            var attempt = await Sample.StartAsync(db, exam, learner);
            var strong = i % 2 == 0;
            await Sample.AnswerAllAsync(db, attempt, learner, _ => strong);
            await Sample.HandInAsync(db, attempt, learner);
        }

        var uses = new List<UseOfQuestion>();
        foreach (var question in questions) uses.Add(await db.UseAsync<QuestionUsage, UseOfQuestion>(u => u.OfAsync(question.Key)));
        // Eight questions a paper: every attempt is counted with each of the questions it had, and with no other.
        Assert.Equal(12 * 8, uses.Sum(u => u.Overall.Attempts));
        var asked = uses.Where(u => u.Overall.Attempts > 3).MaxBy(u => u.Overall.Attempts)!;
        Assert.InRange(asked.Overall.FacilityPercent!.Value, 0, 100);
        Assert.Equal(asked.Overall.Attempts, Assert.Single(asked.Exams).Performance.Attempts);
        Assert.False(asked.More);
    }

    [Theory, EveryDatabase]
    public async Task Ten_attempts_cost_as_many_statements_as_one_and_a_draft_costs_one(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single());
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { Sections = [new() { Draws = [new(bank, null, null, 1, new(100))] }] });
        var question = (await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank)))[0].Key;
        await SitAsync(1);
        var one = await CountAsync();
        await SitAsync(9);
        Assert.Equal(one, await CountAsync());
        Assert.InRange(one, 5, 10);
        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<QuestionUsage, UseOfQuestion>(u => u.OfAsync(Guid.NewGuid()))));
        Assert.Equal(10, (await db.UseAsync<QuestionUsage, UseOfQuestion>(u => u.OfAsync(question))).Overall.Attempts);

        Task<int> CountAsync() => QueryCounter.CountAsync(() => db.UseAsync<QuestionUsage, UseOfQuestion>(u => u.OfAsync(question)));

        async Task SitAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var learner = Guid.NewGuid();
                var attempt = await Sample.StartAsync(db, exam, learner);
                await Sample.AnswerAllAsync(db, attempt, learner, _ => i % 2 == 0);
                await Sample.HandInAsync(db, attempt, learner);
            }
        }
    }
}

using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lms.UnitTests.Assessment;

public sealed class FrozenPaperTests
{
    /// <summary>With the paper's cache and without it: what is in memory and what is in the database must tell the same.</summary>
    [Theory, EveryDatabase]
    public async Task A_bank_that_changes_changes_no_paper_that_is_out(DatabaseProvider provider)
    {
        foreach (var cached in (bool[])[true, false])
        {
            await using var db = await TestDatabase.OpenAsync(provider, s => { if (!cached) s.Replace(ServiceDescriptor.Scoped<FrozenPapers, FrozenPapers>()); });
            var bank = await Sample.BankAsync(db);
            var exam = await Sample.ScheduleAsync(db, await Sample.PaperVersionAsync(db, Sample.Paper(bank)));
            var (early, late) = (Guid.NewGuid(), Guid.NewGuid());
            var attempt = await Sample.StartAsync(db, exam, early);
            var before = await Sample.ShowAsync(db, attempt, early);

            await RewriteAsync(db, bank);

            var after = await Sample.ShowAsync(db, attempt, early);
            Assert.Equal(before.Slots.Select(s => s.Question.Prompt), after.Slots.Select(s => s.Question.Prompt));
            Assert.Equal(before.Slots.SelectMany(s => s.Question.Options), after.Slots.SelectMany(s => s.Question.Options));
            await Sample.AnswerAllAsync(db, attempt, early, _ => true);
            await Sample.HandInAsync(db, attempt, early);
            Assert.Equal(1000, (await Sample.ReviewAsync(db, attempt, early))!.Score!.Value.Hundredths);

            // Even who starts only now sits the paper that was published for this exam.
            var second = await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, late), late);
            Assert.All(second.Slots, s => Assert.DoesNotContain("mới", s.Question.Prompt, StringComparison.Ordinal));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_draw_goes_by_what_is_published_not_by_what_an_author_is_about_to_change(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(1), Sample.Single(2, category: "Khác"));
        var listed = (await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank)))[0];
        await db.UseAsync<QuestionBanks, QuestionOutcome>(async b => (await b.SaveAsync(listed.Key, (await b.QuestionAsync(listed.Key))!.Revision, Sample.Single(3, category: "Khác"), null)).Outcome);

        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with { Sections = [new() { Draws = [new(bank, "Tham vấn", null, 1, new(100))] }] });
        var learner = Guid.NewGuid();
        var slot = Assert.Single((await Sample.ShowAsync(db, await Sample.StartAsync(db, exam, learner), learner)).Slots);
        Assert.Equal(Sample.Single(1).Definition.Prompt, slot.Question.Prompt);
    }

    /// <summary>Every question gets a new text and another right answer, and half of them are taken from the public.</summary>
    private static async Task RewriteAsync(TestDatabase db, Guid bank)
    {
        var keys = (await db.UseAsync<QuestionSearch, List<QuestionSummary>>(s => s.AllAsync(bank))).ConvertAll(q => q.Key);
        foreach (var key in keys)
            await db.UseAsync<QuestionBanks, QuestionOutcome>(async b =>
            {
                var seen = (await b.QuestionAsync(key))!;
                return (await b.SaveAsync(key, seen.Revision, seen.Draft with { Definition = new TrueFalse { Prompt = "Câu mới", Correct = false } }, null)).Outcome;
            });
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, PublishAction.Published, null, null)));
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync([.. keys.Take(20)], PublishAction.Withdrawn, null, null)));
    }
}

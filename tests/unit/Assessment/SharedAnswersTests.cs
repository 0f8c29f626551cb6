using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Assessment;

public sealed class SharedAnswersTests
{
    private const int Sitters = 40;
    private static readonly DateTime At = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory, EveryDatabase]
    public async Task Answers_that_come_together_are_each_acknowledged_and_there(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempts = await AttemptsAsync(db);
        await using var commits = Commits(db, out var scope);
        using var _ = scope;

        var taken = await Task.WhenAll(attempts.Select(a => Append(commits, new Answer(a, 1, 1, "[\"a\"]", At))));
        Assert.All(taken, Assert.True);
        Assert.Equal(attempts.Order(), (await StepsAsync(db)).Select(s => s.AttemptKey).Order());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_answers_for_one_place_in_the_log_one_is_told_to_try_again(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempts = await AttemptsAsync(db);
        await using var commits = Commits(db, out var scope);
        using var _ = scope;

        var both = attempts.SelectMany(a => (Answer[])[new(a, 1, 1, "[\"a\"]", At), new(a, 1, 2, "[\"b\"]", At)]).Select(step => (step, Kept: Append(commits, step))).ToList();
        await Task.WhenAll(both.Select(b => b.Kept));
        Assert.All(both.GroupBy(b => b.step.AttemptKey), pair => Assert.Single(pair, b => b.Kept.Result));
        Assert.Equal(both.Where(b => b.Kept.Result).Select(b => (b.step.AttemptKey, b.step.Slot)).Order(), (await StepsAsync(db)).Select(s => (s.AttemptKey, s.Slot)).Order());
    }

    [Theory, EveryDatabase]
    public async Task An_answer_that_cannot_be_written_is_not_acknowledged_and_spoils_no_other(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var attempts = await AttemptsAsync(db);
        await using var commits = Commits(db, out var scope);
        using var _ = scope;

        var good = attempts.Select(a => Append(commits, new Answer(a, 1, 1, "[\"a\"]", At))).ToList();
        var bad = Append(commits, new Answer(Guid.NewGuid(), 1, 1, "[\"a\"]", At)); // of no attempt: the foreign key refuses it
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.All(await Task.WhenAll(good), Assert.True);
        Assert.Equal(Sitters, (await StepsAsync(db)).Count);
    }

    [Fact]
    public async Task What_was_given_to_it_before_the_end_is_still_written()
    {
        await using var db = await TestDatabase.OpenAsync();
        var attempts = await AttemptsAsync(db);
        var commits = Commits(db, out var scope);
        using var _ = scope;
        var given = attempts.Select(a => Append(commits, new Answer(a, 1, 1, "[\"a\"]", At))).ToList();
        await commits.DisposeAsync();
        Assert.All(await Task.WhenAll(given), Assert.True);
        Assert.Equal(Sitters, (await StepsAsync(db)).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Append(commits, new Answer(attempts[0], 2, 1, "[\"b\"]", At)));
    }

    private static Task<bool> Append(SharedCommit commits, Answer step) => commits.RunAsync(step.AttemptKey, async shared => await shared.AppendAsync([step], skipDuplicates: true) == 1);

    private static SharedCommit Commits(TestDatabase db, out IServiceScope scope)
    {
        scope = db.Scope();
        return new SharedCommit(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>());
    }

    private static async Task<List<Guid>> AttemptsAsync(TestDatabase db)
    {
        var exam = await Sample.ExamAsync(db);
        for (var i = 0; i < Sitters; i++) await Sample.StartAsync(db, exam, Guid.NewGuid());
        return await db.UseAsync<LmsDb, List<Guid>>(d => d.Set<Attempt>().Select(a => a.Key).ToListAsync());
    }

    private static Task<List<Answer>> StepsAsync(TestDatabase db) => db.UseAsync<LmsDb, List<Answer>>(d => d.Set<Answer>().AsNoTracking().ToListAsync());
}

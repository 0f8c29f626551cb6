using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates;

public class RenewalRemindersTests
{
    [Theory, EveryDatabase]
    public async Task Each_holder_is_reminded_once_at_each_step_and_whoever_was_missed_once_only(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        await db.IssuedAsync(Sample.Achievement());
        List<int> reminded = [];
        for (var day = 0; day < 400; day++)
        {
            reminded.AddRange((await TakeAsync(db)).Select(r => r.DaysLeft));
            db.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([90, 30, 7], reminded);
        db.Clock.MoveTo(new DateTime(2028, 1, 5, 3, 0, 0));
        await db.IssuedAsync(Sample.Achievement());
        db.Clock.Advance(TimeSpan.FromDays(361));
        Assert.Equal([5], (await TakeAsync(db)).Select(r => r.DaysLeft));
        Assert.Empty(await TakeAsync(db));
    }

    [Theory, EveryDatabase]
    public async Task Verifications_are_counted_by_day_without_a_query_in_the_request(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        var entry = await db.IssuedAsync(achievement);
        await using var scope = db.Scope();
        var counts = scope.ServiceProvider.GetRequiredService<VerificationCounts>();
        Assert.Equal(0, await QueryCounter.CountAsync(() =>
        {
            for (var i = 0; i < 5; i++) counts.Record(entry.Code);
            counts.Record(CertificateCode.New());
            return Task.CompletedTask;
        }));
        Assert.Empty(await counts.OfHolderAsync(achievement.HolderKey));
        await counts.FlushAsync();
        counts.Record(entry.Code);
        db.Clock.Advance(TimeSpan.FromDays(1));
        counts.Record(entry.Code);
        await counts.FlushAsync();
        Assert.Equal([new(new DateOnly(2026, 3, 3), 1), new(new DateOnly(2026, 3, 2), 6)], (await counts.OfHolderAsync(achievement.HolderKey))[entry.Code]);
    }

    private static async Task<List<DueReminder>> TakeAsync(TestDatabase db)
    {
        await using var scope = db.Scope();
        var due = await scope.ServiceProvider.GetRequiredService<RenewalReminders>().TakeDueAsync();
        await scope.ServiceProvider.GetRequiredService<LmsDb>().SaveChangesAsync();
        return due;
    }
}

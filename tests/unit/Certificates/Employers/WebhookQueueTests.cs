using Lms.Certificates.Credentials;
using Lms.Certificates.Employers;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates.Employers;

public class WebhookQueueTests
{
    private static readonly Guid Registrar = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task A_change_of_a_watched_certificate_is_told_once_with_what_it_was_and_is(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var issued = await db.KeyAsync("https://example.com/hook");
        var key = await db.KeyOfAsync(issued);
        var (watched, other) = (await db.IssuedAsync(Sample.Achievement()), await db.IssuedAsync(Sample.Achievement()));
        Assert.Equal(WatchOutcome.Watched, await WatchAsync(db, key, watched));
        Assert.Equal(WatchOutcome.Watched, await WatchAsync(db, key, watched));
        Assert.Equal(0, await NoteAsync(db));

        foreach (var entry in new[] { watched, other })
            Assert.Equal(RevokeOutcome.Revoked, await db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(entry.Code, "Cấp sai", Registrar)));
        Assert.Equal(1, await NoteAsync(db));
        Assert.Equal(0, await NoteAsync(db));

        var due = Assert.Single(await TakeAsync(db));
        Assert.Equal((watched.Code, Standing.Valid, Standing.Revoked, "https://example.com/hook", 1), (due.Code, due.Previous, due.Standing, due.Address, due.Try));
        Assert.Equal(issued.WebhookSecret, Convert.ToHexStringLower(due.Secret));
        Assert.Equal(new WatchedCertificate(watched.Code, Standing.Revoked, Assert.Single(await WatchedAsync(db, key)).Since), Assert.Single(await WatchedAsync(db, key)));
    }

    [Theory, EveryDatabase]
    public async Task Every_kind_of_change_is_noticed_expiry_too(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var key = await db.KeyOfAsync(await db.KeyAsync("https://example.com/hook"));
        var (expiring, suspended, replaced) = (await db.IssuedAsync(Sample.Achievement()), await db.IssuedAsync(Sample.Achievement()), await db.IssuedAsync(Sample.Achievement()));
        foreach (var entry in new[] { expiring, suspended, replaced }) await WatchAsync(db, key, entry);

        await db.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.SuspendAsync(suspended.Code, "Xác minh", Registrar));
        await db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.ReplaceAsync(replaced.Code, "Mất", Registrar));
        Assert.Equal(2, await NoteAsync(db));
        db.Clock.MoveTo(new DateTime(2027, 6, 1));
        Assert.Equal(1, await NoteAsync(db));

        var told = (await TakeAsync(db)).ToDictionary(d => d.Code, d => d.Standing);
        Assert.Equal((Standing.Expired, Standing.Suspended, Standing.Superseded), (told[expiring.Code], told[suspended.Code], told[replaced.Code]));
    }

    [Theory, EveryDatabase]
    public async Task What_is_taken_is_nobody_elses_and_what_fails_comes_again_later_and_later_and_is_given_up(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await ChangedAsync(db);
        var due = Assert.Single(await TakeAsync(db));
        Assert.Empty(await TakeAsync(db));
        db.Clock.Advance(TimeSpan.FromMinutes(3)); // whoever took it has died
        Assert.Equal(2, Assert.Single(await TakeAsync(db)).Try);

        var pauses = new List<TimeSpan>();
        for (var tries = 0; tries < 20; tries++)
        {
            await db.UseAsync<WebhookQueue, bool>(async q => { await q.NoteAsync(due.Key, "Answered 500.", default); return true; });
            var failed = db.Clock.Now;
            while ((await TakeAsync(db)).Count == 0 && db.Clock.Now - failed < TimeSpan.FromDays(5)) db.Clock.Advance(TimeSpan.FromMinutes(5));
            if (db.Clock.Now - failed >= TimeSpan.FromDays(5)) break;
            pauses.Add(db.Clock.Now - failed);
        }

        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Count, 5, 9);
        Assert.Equal("Answered 500.", Assert.Single(await db.UseAsync<ApiKeys, List<ApiKeySummary>>(k => k.ListAsync())).LastProblem);
    }

    [Fact]
    public async Task A_withdrawn_key_is_told_nothing_more()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var key = await ChangedAsync(db);
        await db.UseAsync<ApiKeys, bool>(k => k.WithdrawAsync(key));
        Assert.Empty(await TakeAsync(db));
    }

    [Fact]
    public async Task Of_two_nodes_that_notice_a_change_at_once_one_tells_it()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var key = await db.KeyOfAsync(await db.KeyAsync("https://example.com/hook"));
        var entry = await db.IssuedAsync(Sample.Achievement());
        await WatchAsync(db, key, entry);
        await db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(entry.Code, "Cấp sai", Registrar));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => NoteAsync(db))));
        Assert.Single(await TakeAsync(db));
    }

    [Fact]
    public async Task Forty_changes_cost_as_many_statements_as_one()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var key = await db.KeyOfAsync(await db.KeyAsync("https://example.com/hook"));
        for (var i = 0; i < 40; i++) await WatchAsync(db, key, await db.IssuedAsync(Sample.Achievement()));
        db.Clock.MoveTo(new DateTime(2027, 6, 1));
        Assert.InRange(await QueryCounter.CountAsync(() => NoteAsync(db)), 1, 4);
    }

    [Fact]
    public async Task What_nobody_holds_cannot_be_watched_and_what_is_watched_can_be_left()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var (key, another) = (await db.KeyOfAsync(await db.KeyAsync()), await db.KeyOfAsync(await db.KeyAsync()));
        foreach (var code in new[] { CertificateCode.New().Value, "x", "" }) Assert.Equal(WatchOutcome.UnknownCode, await db.UseAsync<Watches, WatchOutcome>(w => w.WatchAsync(key, code)));

        var entry = await db.IssuedAsync(Sample.Achievement());
        await WatchAsync(db, key, entry);
        await UnwatchAsync(another);
        Assert.Single(await WatchedAsync(db, key));
        await UnwatchAsync(key);
        Assert.Empty(await WatchedAsync(db, key));

        Task<bool> UnwatchAsync(Guid by) => db.UseAsync<Watches, bool>(async w => { await w.UnwatchAsync(by, entry.Code.Value); return true; });
    }

    private static async Task<Guid> ChangedAsync(TestDatabase db)
    {
        var key = await db.KeyOfAsync(await db.KeyAsync("https://example.com/hook"));
        var entry = await db.IssuedAsync(Sample.Achievement());
        await WatchAsync(db, key, entry);
        await db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(entry.Code, "Cấp sai", Registrar));
        Assert.Equal(1, await NoteAsync(db));
        return key;
    }

    private static Task<WatchOutcome> WatchAsync(TestDatabase db, Guid key, RegisterEntry entry) => db.UseAsync<Watches, WatchOutcome>(w => w.WatchAsync(key, entry.Code.Value));
    private static Task<List<WatchedCertificate>> WatchedAsync(TestDatabase db, Guid key) => db.UseAsync<Watches, List<WatchedCertificate>>(w => w.ListAsync(key));
    private static Task<int> NoteAsync(TestDatabase db) => db.UseAsync<WebhookQueue, int>(q => q.NoteChangesAsync());
    private static Task<IReadOnlyList<DueDelivery>> TakeAsync(TestDatabase db) => db.UseAsync<WebhookQueue, IReadOnlyList<DueDelivery>>(q => q.TakeDueAsync(10));
}

using Lms.Certificates.Audit;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class AuditLogTests
{
    private static readonly Guid Registrar = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task Every_step_is_a_line_and_the_chain_of_lines_holds(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        db.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        await db.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.SuspendAsync(entry.Code, "Xác minh\nhai dòng", Registrar));
        await db.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.LiftAsync(entry.Code, null, Registrar));
        await db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.ReplaceAsync(entry.Code, "Mất", Registrar));

        var page = await db.UseAsync<AuditLog, AuditPage>(a => a.PageAsync(new AuditFilter(Certificate: entry.Code), 1));
        Assert.Equal([CertificateAction.Replaced, CertificateAction.SuspensionLifted, CertificateAction.Suspended, CertificateAction.Issued], page.Lines.Select(l => l.Action));
        Assert.Equal((Registrar, entry.CertificateNumber), (page.Lines[0].By!.Value, page.Lines[0].CertificateNumber!));
        var check = await CheckAsync(db);
        Assert.Equal((5L, null), (check.Lines, check.BrokenAt));
        Assert.Equal((await db.UseAsync<AuditLog, AuditPage>(a => a.PageAsync(new AuditFilter(), 1))).Lines[0].Hash, check.LastHash);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_a_removed_and_a_cut_off_line_break_the_chain_where_they_are(DatabaseProvider provider)
    {
        foreach (var (statement, brokenAt) in new[]
        {
            ("""UPDATE "AuditEntries" SET "Detail" = 'Khác' WHERE "Number" = 3""", 3L),
            ("""DELETE FROM "AuditEntries" WHERE "Number" = 2""", 2L),
            ("""DELETE FROM "AuditEntries" WHERE "Number" = 5""", 5L),
            ("""UPDATE "AuditEntries" SET "PreviousHash" = "Hash" WHERE "Number" = 4""", 4L),
        })
        {
            await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
            for (var i = 0; i < 5; i++) await db.IssuedAsync(Sample.Achievement());
            Assert.Null((await CheckAsync(db)).BrokenAt);
            await db.UseAsync<LmsDb, int>(d => d.Database.ExecuteSqlRawAsync(statement));
            Assert.Equal(brokenAt, (await CheckAsync(db)).BrokenAt);
        }
    }

    [Theory, EveryDatabase]
    public async Task Lines_written_at_once_follow_one_another(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => db.IssueAsync(Sample.Achievement() with { IssuerKey = Guid.CreateVersion7() }))));
        Assert.Equal((12L, null), await CheckAsync(db) is var c ? (c.Lines, c.BrokenAt) : default);
    }

    [Theory, EveryDatabase]
    public async Task Several_issues_in_one_unit_of_work_chain_to_each_other_before_they_are_saved(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await using (var scope = db.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await context.BeginUnitAsync();
            for (var i = 0; i < 3; i++) await scope.ServiceProvider.GetRequiredService<Face>().IssueAsync(Sample.Achievement());
            await context.SaveChangesAsync();
            await unit.CommitAsync();
        }

        await using (var scope = db.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await context.BeginUnitAsync();
            await scope.ServiceProvider.GetRequiredService<Face>().IssueAsync(Sample.Achievement());
            await context.SaveChangesAsync();
        }

        await db.IssuedAsync(Sample.Achievement());
        Assert.Equal((4L, null), await CheckAsync(db) is var c ? (c.Lines, c.BrokenAt) : default);
    }

    [Theory, EveryDatabase]
    public async Task What_was_issued_before_the_log_is_written_down_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        for (var i = 0; i < 3; i++) await db.IssuedAsync(Sample.Achievement());
        var revoked = await db.IssuedAsync(Sample.Achievement());
        await db.UseAsync<Face>(c => c.RevokeAsync(revoked.Code, "Sai đối tượng", Registrar));
        await db.UseAsync<LmsDb, int>(d => d.Database.ExecuteSqlRawAsync("""DELETE FROM "AuditEntries" """));
        await db.UseAsync<LmsDb, int>(d => d.Database.ExecuteSqlRawAsync("""DELETE FROM "Sequences" WHERE "Name" = 'audit'"""));

        Assert.Equal(4, await db.UseAsync<AuditLog, int>(a => a.RebuildAsync()));
        Assert.Equal(0, await db.UseAsync<AuditLog, int>(a => a.RebuildAsync()));
        Assert.Equal((6L, null), await CheckAsync(db) is var c ? (c.Lines, c.BrokenAt) : default);
        Assert.Equal([CertificateAction.Issued, CertificateAction.Revoked], (await db.UseAsync<CertificateRegister, List<RegisterEvent>>(r => r.EventsAsync(revoked.Code))).Select(e => e.Action));
    }

    [Theory, EveryDatabase]
    public async Task A_page_of_the_log_costs_two_queries_and_the_check_one_more_than_its_lines(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        for (var i = 0; i < 60; i++) await db.IssueAsync(Sample.Achievement());
        Assert.Equal(2, await QueryCounter.CountAsync(() => db.UseAsync<AuditLog, AuditPage>(a => a.PageAsync(new AuditFilter(CertificateAction.Issued), 1))));
        Assert.Equal(2, await QueryCounter.CountAsync(() => CheckAsync(db)));
    }

    private static Task<ChainCheck> CheckAsync(TestDatabase db) => db.UseAsync<AuditLog, ChainCheck>(a => a.CheckAsync());
}

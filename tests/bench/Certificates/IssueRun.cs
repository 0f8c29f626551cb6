using System.Diagnostics;
using Lms.Certificates;
using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Bench.Certificates;

/// <summary>A year or ten in one go: rows, numbers, both signed carriers, log, part by part as the job does it; no letters and no PDFs.</summary>
internal static class IssueRun
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    public static async Task<int> RunAsync(bool postgres, int people)
    {
        var folder = Directory.CreateTempSubdirectory("lms-bench-");
        await using var db = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCertificates().Configure<CertificateOptions>(o => o.MasterKey = new byte[32])
            .AddLmsDb(postgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, postgres ? PostgresServer.EmptyDatabase() : $"Data Source={Path.Combine(folder.FullName, "bench.db")}")
            .ConfigureDbContext<LmsDb>(o => o.AddInterceptors(QueryCounter.Shared)).BuildServiceProvider();
        await using (var scope = db.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<LmsDb>().Database.EnsureCreatedAsync();
        var decision = await ApprovedAsync(db, people);
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var (issued, parts, statements) = (0, 0, 0);
        while (true)
        {
            IssuedPart? part = null;
            statements += await QueryCounter.CountAsync(async () => part = await NextAsync(db, decision));
            if (part is null) break;
            issued += part.Issued.Count;
            parts++;
            if (part.Left == 0) break;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}: {issued:N0} certificates issued and signed in {seconds:N1} s, {issued / seconds:N0}/s ({busy:N1} s of processor time), {parts} parts, {(double)statements / parts:N1} statements a part, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB");
        return issued == people ? 0 : 1;
    }

    private static async Task<Guid> ApprovedAsync(ServiceProvider db, int people)
    {
        var type = new CredentialType("bench", "Chứng chỉ đo tải", "Bench certificate", "", null, "{number:00000}/{year}/DO", "Quyết định số {decision} ngày {date}", "Nguyễn Văn An", "Giám đốc") { IssuesBy = IssuesBy.Decision };
        await UseAsync<CredentialTypes, CredentialProblem>(db, t => t.AddAsync(type));
        var (issuer, of, signatory) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var first = 0; first < people; first += 1_000)
        {
            await using var scope = db.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            var certificates = scope.ServiceProvider.GetRequiredService<Lms.Certificates.Issuing.Certificates>();
            await using var unit = await context.BeginUnitAsync();
            for (var i = first; i < Math.Min(people, first + 1_000); i++)
                await certificates.IssueAsync(new Achievement(Guid.CreateVersion7(), "bench", Guid.CreateVersion7(), $"Nguyễn Thị Thùy Dương {i}", new DateOnly(1990, 1, 1).AddDays(i % 9_000), "Bến Tre", "Trung tâm Công tác xã hội", issuer, "Trường Đại học", "University",
                    of, "DO-01", "Quản lý ca", "Case Management", 1, 120, Day.AddDays(-60), Day.AddDays(-1), 86.5m));
            await context.SaveChangesAsync();
            await unit.CommitAsync();
        }

        var waiting = (await UseAsync<Proposals, List<ProposalRow>>(db, p => p.WaitingAsync())).Select(p => p.Key).ToList();
        var (_, key) = await UseAsync<Decisions, (DecisionOutcome, Guid?)>(db, d => d.DrawUpAsync(new DecisionDraft("1/QĐ", Day, signatory, "Nguyễn Văn An", "Giám đốc"), waiting, signatory));
        await UseAsync<Decisions, DecisionOutcome>(db, d => d.SubmitAsync(key!.Value, signatory));
        await UseAsync<Decisions, DecisionOutcome>(db, d => d.ApproveAsync(key!.Value, signatory));
        return key!.Value;
    }

    private static async Task<IssuedPart?> NextAsync(ServiceProvider db, Guid decision)
    {
        await using var scope = db.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await using var unit = await context.BeginUnitAsync();
        var part = await scope.ServiceProvider.GetRequiredService<BatchIssuing>().IssueNextAsync(decision);
        await context.SaveChangesAsync();
        await unit.CommitAsync();
        return part;
    }

    private static async Task<TResult> UseAsync<TFace, TResult>(ServiceProvider db, Func<TFace, Task<TResult>> use) where TFace : notnull
    {
        await using var scope = db.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TFace>());
    }
}

using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Lms.E2E.Infrastructure;
using Lms.UnitTests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Bench.Certificates;

/// <summary>
/// Kills the server at random moments while it issues a batch. At the end there has to be one certificate for each proposal,
/// numbered without a gap or a double, each with its seal, its line in the log and its letter.
/// </summary>
internal static class KillIssueRun
{
    public static async Task<int> RunAsync(bool postgres, int people, int kills)
    {
        var settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false", ["Logging:LogLevel:Default"] = "Warning" };
        var server = postgres ? PostgresServer.EmptyDatabase() : null;
        if (server is not null) (settings["Database:Provider"], settings["ConnectionStrings:Lms"]) = ("Postgres", server);
        await using var site = new Site(settings);
        var (exit, output) = await site.RunAsync("seed", "batch", "--sitters", $"{people}");
        if (exit != 0) throw new InvalidOperationException(output);

        DbConnection Open() => server is null ? new SqliteConnection($"Data Source={site.DatabaseFile};Mode=ReadOnly;Pooling=False") : new NpgsqlConnection(server);
        var random = new Random(1);
        var watch = Stopwatch.StartNew();
        var done = 0;
        for (; done < kills; done++)
        {
            var before = await CountAsync(Open, Issued);
            if (before == people) break;
            await site.StartAsync();
            while (await CountAsync(Open, Issued) == before) await Task.Delay(2);
            await Task.Delay(random.Next(0, 60));
            await site.KillAsync();
            Console.WriteLine($"  kill {done + 1}: {await CountAsync(Open, Issued):N0} issued so far");
        }

        await site.StartAsync();
        while (await CountAsync(Open, Issued) < people || await CountAsync(Open, "SELECT COUNT(*) FROM \"CertificateDecisions\" WHERE \"Number\" = '1/QĐ-TAI' AND \"State\" = 'Issued'") == 0) await Task.Delay(50);
        await site.KillAsync();
        watch.Stop();

        var faults = 0;
        foreach (var (what, sql, expected) in Checks(people))
        {
            var found = await CountAsync(Open, sql);
            if (found == expected) continue;
            faults++;
            Console.WriteLine($"  FAULT: {what}: {found}, not {expected}");
        }

        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}: {people:N0} certificates, {done} times SIGKILL in {watch.Elapsed.TotalSeconds:N0} s, {faults} faults");
        return faults == 0 && done == kills ? 0 : 1;
    }

    /// <summary>A started site may plant its demo beside the batch.</summary>
    private const string Batch = "\"Certificates\" c WHERE c.\"CredentialCode\" = 'batch'", Issued = $"SELECT COUNT(*) FROM {Batch}";

    private static IEnumerable<(string What, string Sql, long Expected)> Checks(int people) =>
    [
        ("certificates", Issued, people),
        ("register numbers", $"SELECT COUNT(DISTINCT c.\"RegisterNumber\") FROM {Batch}", people),
        ("the first number", $"SELECT MIN(c.\"RegisterNumber\") FROM {Batch}", 1),
        ("the last number", $"SELECT MAX(c.\"RegisterNumber\") FROM {Batch}", people),
        ("the counter", "SELECT MAX(\"Last\") FROM \"Sequences\" WHERE \"Name\" LIKE 'register:%'", people),
        ("certificate numbers", $"SELECT COUNT(DISTINCT c.\"CertificateNumber\") FROM {Batch}", people),
        ("holders", $"SELECT COUNT(DISTINCT c.\"HolderKey\") FROM {Batch}", people),
        ("seals", $"SELECT COUNT(*) FROM \"CertificateSeals\" s WHERE s.\"CertificateKey\" IN (SELECT c.\"Key\" FROM {Batch})", people),
        ("places given out twice", "SELECT (SELECT COUNT(*) FROM \"CertificateSeals\") - (SELECT COUNT(*) FROM (SELECT DISTINCT \"StatusList\", \"StatusIndex\" FROM \"CertificateSeals\") p)", 0),
        ("proposals issued", "SELECT COUNT(*) FROM \"CertificateProposals\" p JOIN \"Certificates\" c ON c.\"Key\" = p.\"CertificateKey\" AND c.\"HolderKey\" = p.\"HolderKey\" WHERE p.\"State\" = 'Issued' AND p.\"CredentialCode\" = 'batch'", people),
        ("lines of the log", $"SELECT COUNT(*) FROM \"AuditEntries\" a WHERE a.\"Action\" = 'Issued' AND a.\"CertificateKey\" IN (SELECT c.\"Key\" FROM {Batch})", people),
        ("gaps in the log", "SELECT MAX(\"Number\") - COUNT(*) FROM \"AuditEntries\"", 0),
        ("letters", "SELECT COUNT(*) FROM \"OutgoingMails\" WHERE \"Subject\" LIKE '%đợt cấp tải%'", people),
    ];

    private static async Task<long> CountAsync(Func<DbConnection> open, string sql)
    {
        await using var connection = open();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

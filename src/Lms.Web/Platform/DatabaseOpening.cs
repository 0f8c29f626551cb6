using Lms.Assessment.Questions;
using Lms.Certificates;
using Lms.Certificates.Audit;
using Lms.Certificates.Signing;
using Lms.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Web.Platform;

/// <summary>Makes the database fit for this program, or says in one line why it is not and touches nothing.</summary>
internal sealed class DatabaseOpening(LmsDb db, DatabaseChoice choice, QuestionSearch questions, SigningKeys keys, Resealing resealing, AuditLog audit, IOptions<CertificateOptions> certificates)
{
    /// <summary>How long another node may take over its migration before we stop waiting for its lock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Creates what is missing: the folder, the file, the tables.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="StartupProblem"/>
    public Task<int> MigrateAsync(CancellationToken ct = default) => DatabaseProblem.InOneLineAsync(choice, async () =>
    {
        CreateFolder();
        var pending = await PendingAsync(ct);
        // Most starts find nothing to do: they skip EF's migration lock, which a killed process can leave behind on SQLite.
        if (pending > 0)
        {
            await ApplyAsync(ct);
            await questions.RefreshAsync(ct);
            await audit.RebuildAsync(ct);
            await keys.RotateIfDueAsync(ct);
            await resealing.RunAsync(ct);
        }

        await ProveWritableAsync(ct);
        _ = certificates.Value.MasterKey; // a node that cannot sign says so now
        return pending;
    });

    /// <summary>For nodes that must not change the schema: it has to be there already.</summary>
    /// <exception cref="StartupProblem"/>
    public Task CheckAsync(CancellationToken ct = default) => DatabaseProblem.InOneLineAsync(choice, async () =>
    {
        var pending = await PendingAsync(ct);
        if (pending > 0)
            throw new StartupProblem($"The database ({choice.Place}) lacks {pending} migration(s) of this version: run the command \"migrate\" first.");
        await ProveWritableAsync(ct);
        _ = certificates.Value.MasterKey; // a node that cannot sign says so now
        return pending;
    });

    private void CreateFolder()
    {
        if (choice.SqliteFile is null) return;
        var folder = Path.GetDirectoryName(choice.SqliteFile)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"The folder {folder} cannot be created ({DatabaseChoice.FirstLine(e.Message)}): make it writable, or name another file in ConnectionStrings:Lms.", e);
        }
    }

    private async Task<int> PendingAsync(CancellationToken ct)
    {
        await LookIntoFileAsync(ct);
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet();
        if (applied.Except(known).Order(StringComparer.Ordinal).LastOrDefault() is { } newer)
            throw new StartupProblem($"The database ({choice.Place}) belongs to a newer version of this program (migration {newer} is unknown here): install that version, or restore a backup made with this one.");
        return known.Count - applied.Count;
    }

    /// <summary>
    /// Only SQLite, where a wrong path easily points into another program's file: it is read without our pragmas, which
    /// would already change it. Once it is known as ours, a first connection turns on write-ahead logging, because EF
    /// asks its questions on a read-only connection and a restored backup is not in that mode.
    /// </summary>
    private async Task LookIntoFileAsync(CancellationToken ct)
    {
        if (choice.SqliteFile is not { } file || !File.Exists(file) || new FileInfo(file).Length == 0) return;
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(choice.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) > 0 AND SUM(name = '__EFMigrationsHistory') = 0 FROM sqlite_master WHERE type = 'table'";
            if (await command.ExecuteScalarAsync(ct) is 1L)
                throw new StartupProblem($"The database ({choice.Place}) holds tables that are not this program's: name another file in ConnectionStrings:Lms.");
        }

        await db.Database.OpenConnectionAsync(ct);
        await db.Database.CloseConnectionAsync();
    }

    private async Task ApplyAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await db.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new StartupProblem($"Another process holds the migration lock of the database ({choice.Place}): wait for it, or if none runs, empty the table __EFMigrationsLock.", e);
        }
    }

    /// <summary>A read-only file would otherwise show itself at the first answer of the first exam.</summary>
    private async Task ProveWritableAsync(CancellationToken ct)
    {
        if (choice.SqliteFile is null) return;
        await using var probe = await db.Database.BeginTransactionAsync(ct); // BEGIN IMMEDIATE
        await probe.RollbackAsync(ct);
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace Lms.Data;

/// <summary>The value of <c>Database:Provider</c>.</summary>
public enum DatabaseProvider { Sqlite, Postgres, SqlServer }

public static class DatabaseRegistration
{
    /// <summary>Registers <see cref="LmsDb"/> on the chosen provider with the migrations assembly that belongs to it.</summary>
    public static IServiceCollection AddLmsDb(this IServiceCollection services, DatabaseProvider provider, string connectionString) =>
        // Pooled: what a context is made of costs more than the queries of saving one answer.
        services.AddDbContextPool<LmsDb>((built, options) => options.UseLmsProvider(provider, connectionString).UseModelParts(built.GetServices<ModelPart>())).AddSingleton<SharedCommit>();

    public static DbContextOptionsBuilder UseLmsProvider(this DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString) =>
        provider switch
        {
            DatabaseProvider.Sqlite => options
                .UseSqlite(connectionString, o => o.MigrationsAssembly("Lms.Data.Sqlite").CommandTimeout(30))
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.Postgres => options
                .UseNpgsql(connectionString, o => o.MigrationsAssembly("Lms.Data.Postgres")),
            DatabaseProvider.SqlServer => options
                .UseSqlServer(connectionString, o => o.MigrationsAssembly("Lms.Data.SqlServer")),
        };

    /// <summary>A module's own line in its <c>AddX()</c>.</summary>
    public static IServiceCollection AddModelPart<TMarker>(this IServiceCollection services) =>
        services.AddSingleton(new ModelPart(typeof(TMarker).Assembly));
}

/// <summary>
/// Every connection writes ahead, checks foreign keys and syncs each commit to the disk: an acknowledged answer
/// survives a power cut (https://sqlite.org/pragma.html#pragma_synchronous, FULL).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>A connection that comes back from the pool is set already: its handle tells.</summary>
    internal static void Apply(SqliteConnection connection)
    {
        if (!Set.TryAdd(connection.Handle!, connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

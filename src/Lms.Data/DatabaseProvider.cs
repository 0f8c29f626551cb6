using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Data;

/// <summary>The value of <c>Database:Provider</c>.</summary>
public enum DatabaseProvider { Sqlite, Postgres, SqlServer }

public static class DatabaseRegistration
{
    /// <summary>Registers <see cref="LmsDb"/> on the chosen provider with the migrations assembly that belongs to it.</summary>
    public static IServiceCollection AddLmsDb(this IServiceCollection services, DatabaseProvider provider, string connectionString) =>
        services.AddDbContext<LmsDb>(options => options.UseLmsProvider(provider, connectionString));

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
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

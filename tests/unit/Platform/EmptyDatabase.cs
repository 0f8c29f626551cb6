using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.UnitTests.Platform;

/// <summary>A database with nothing in it: for SQLite a file that does not exist yet, in a folder of its own.</summary>
public sealed class EmptyDatabase : IAsyncDisposable
{
    private EmptyDatabase(DatabaseProvider provider, string connectionString, string place)
    {
        Provider = provider;
        ConnectionString = connectionString;
        Place = place;
    }

    public DatabaseProvider Provider { get; }
    public string ConnectionString { get; }

    /// <summary>The SQLite file or the PostgreSQL database's name.</summary>
    public string Place { get; }

    public static async Task<EmptyDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("lms-empty-").FullName, "lms.db");
            return new EmptyDatabase(provider, $"Data Source={file};Pooling=False", file);
        }

        var name = $"lms_empty_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new EmptyDatabase(provider, new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = name, Pooling = false }.ConnectionString, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(Place)!, recursive: true);
        }
        else
        {
            await ExecuteAsync($"DROP DATABASE {Place} WITH (FORCE)");
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

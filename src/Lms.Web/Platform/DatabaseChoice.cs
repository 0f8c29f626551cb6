using System.Data.Common;
using Lms.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Web.Platform;

/// <summary>The database this process works on: <c>Database:Provider</c> and <c>ConnectionStrings:Lms</c>, checked.</summary>
/// <param name="SqliteFile">Absolute path; null on a server or in memory.</param>
internal sealed record DatabaseChoice(DatabaseProvider Provider, string ConnectionString, string? SqliteFile, string Place)
{
    /// <exception cref="StartupProblem">No such provider, or a connection string it does not understand.</exception>
    public static DatabaseChoice Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new StartupProblem($"Database:Provider is \"{name}\": use {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");

        var text = configuration.GetConnectionString("Lms");
        if (string.IsNullOrWhiteSpace(text))
            throw new StartupProblem("ConnectionStrings:Lms is empty: name the database, for SQLite \"Data Source=App_Data/lms.db\".");
        try
        {
            return provider switch
            {
                DatabaseProvider.Sqlite => Sqlite(new SqliteConnectionStringBuilder(text), environment.ContentRootPath),
                DatabaseProvider.Postgres => Postgres(new NpgsqlConnectionStringBuilder(text)),
                DatabaseProvider.SqlServer => SqlServer(new SqlConnectionStringBuilder(text)),
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartupProblem($"ConnectionStrings:Lms is not a connection string for {provider}: {FirstLine(e.Message)}", e);
        }
    }

    public static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].Trim();

    /// <summary>A relative file lies in the program's folder, wherever the program was started from.</summary>
    private static DatabaseChoice Sqlite(SqliteConnectionStringBuilder parts, string root)
    {
        if (parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or ":memory:")
            throw new ArgumentException("name a file as the Data Source; a database in memory would forget everything between two requests.");
        parts.DataSource = Path.GetFullPath(parts.DataSource, root);
        if (Directory.Exists(parts.DataSource)) throw new ArgumentException($"{parts.DataSource} is a folder; name a file in it.");
        return new DatabaseChoice(DatabaseProvider.Sqlite, parts.ConnectionString, parts.DataSource, $"SQLite, {parts.DataSource}");
    }

    private static DatabaseChoice Postgres(NpgsqlConnectionStringBuilder parts) => Server(DatabaseProvider.Postgres, parts,
        Required(parts.Host, "Host"), Required(parts.Database, "Database"), $":{parts.Port}");

    private static DatabaseChoice SqlServer(SqlConnectionStringBuilder parts) => Server(DatabaseProvider.SqlServer, parts,
        Required(parts.DataSource, "Server"), Required(parts.InitialCatalog, "Database"), "");

    private static DatabaseChoice Server(DatabaseProvider provider, DbConnectionStringBuilder parts, string host, string database, string port) =>
        new(provider, parts.ConnectionString, null, $"{(provider == DatabaseProvider.Postgres ? "PostgreSQL" : "SQL Server")}, {database} on {host}{port}");

    private static string Required(string? value, string key) =>
        string.IsNullOrEmpty(value) ? throw new ArgumentException($"it names no {key}.") : value;
}

internal static class DatabaseRegistration
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseChoice choice) =>
        services.AddSingleton(choice).AddScoped<DatabaseOpening>().AddLmsDb(choice.Provider, choice.ConnectionString);
}

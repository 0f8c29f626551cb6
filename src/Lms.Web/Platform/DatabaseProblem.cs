using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Lms.Web.Platform;

/// <summary>Says in one line what a database driver's exception means for the person who starts the program.</summary>
internal static class DatabaseProblem
{
    public static async Task<T> InOneLineAsync<T>(DatabaseChoice choice, Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception e) when (e is not StartupProblem && Describe(choice, e) is { } line)
        {
            throw new StartupProblem(line, e);
        }
    }

    private static string? Describe(DatabaseChoice choice, Exception exception) => exception switch
    {
        SqliteException e => Sqlite(choice, e),
        PostgresException e => Postgres(choice, e),
        NpgsqlException e when e.InnerException is SocketException or TimeoutException or IOException =>
            $"No PostgreSQL answers for {choice.Place} ({DatabaseChoice.FirstLine(e.InnerException.Message)}): start the server, or correct Host and Port in ConnectionStrings:Lms.",
        SqlException e => $"SQL Server refused {choice.Place}: {DatabaseChoice.FirstLine(e.Message)}",
        FileNotFoundException e when e.FileName?.StartsWith("Microsoft.SqlServer.Server", StringComparison.Ordinal) == true =>
            "This build has no SQL Server client: build with -p:SqlServer=true (see docs/guides/databases.md).",
        InvalidOperationException e when e.Message.Contains(nameof(RelationalEventId.PendingModelChangesWarning), StringComparison.Ordinal) =>
            "The program's model has changed since its last migration: run ./tools/add-migration.sh <Name> and build again.",
        DbException e => $"The database ({choice.Place}) cannot be used: {DatabaseChoice.FirstLine(e.Message)}",
        { InnerException: { } inner } => Describe(choice, inner),
        _ => null,
    };

    /// <summary>Result codes: https://sqlite.org/rescode.html</summary>
    private static string Sqlite(DatabaseChoice choice, SqliteException e) => e.SqliteErrorCode switch
    {
        26 => $"{choice.SqliteFile} is not a SQLite database: name another file in ConnectionStrings:Lms; this one was left as it is.",
        11 => $"The SQLite file {choice.SqliteFile} is damaged: restore it from a backup; it was left as it is.",
        8 => $"The SQLite file {choice.SqliteFile} is read-only: make the file and its folder writable for the account that runs the site.",
        14 => $"The SQLite file {choice.SqliteFile} cannot be opened: make the file and its folder writable for the account that runs the site.",
        5 or 6 => $"Another program keeps the SQLite file {choice.SqliteFile} locked: close it and start again.",
        13 => $"The disk that holds {choice.SqliteFile} is full: free some space and start again.",
        _ => $"The SQLite file {choice.SqliteFile} cannot be used: {DatabaseChoice.FirstLine(e.Message)}",
    };

    private static string Postgres(DatabaseChoice choice, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL does not let this user in ({choice.Place}): correct Username and Password in ConnectionStrings:Lms.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no such database ({choice.Place}): create it, or run the command \"migrate\" as a user who may.",
        PostgresErrorCodes.InsufficientPrivilege => $"PostgreSQL refused ({choice.Place}): {e.MessageText}. Run the command \"migrate\" as the owner of the database.",
        _ => $"PostgreSQL refused ({choice.Place}): {e.MessageText}",
    };
}

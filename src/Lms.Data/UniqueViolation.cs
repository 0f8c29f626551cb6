using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lms.Data;

/// <summary>
/// Tells the loser of a race from a bug: <c>catch (DbUpdateException e) when (e.IsUniqueViolation())</c>. On PostgreSQL the
/// transaction it happened in can only be rolled back.
/// </summary>
public static class UniqueViolation
{
    public static bool IsUniqueViolation(this DbUpdateException exception) => exception.InnerException is DbException inner && inner.IsUniqueViolation();

    /// <summary>For a statement that did not go through the change tracker.</summary>
    public static bool IsUniqueViolation(this DbException exception) => exception switch
    {
        // https://sqlite.org/rescode.html: SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException server => server.Number is 2601 or 2627,
        _ => false,
    };
}

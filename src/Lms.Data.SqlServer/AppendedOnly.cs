using Microsoft.EntityFrameworkCore.Migrations;

namespace Lms.Data.SqlServer;

/// <summary>Lets the database itself refuse what nobody may do: change or remove a line of a log.</summary>
internal static class AppendedOnly
{
    /// <summary>In EXEC, because CREATE TRIGGER must stand alone in its batch and an idempotent script puts an IF around it.</summary>
    public static void Protect(MigrationBuilder migration, string table) =>
        migration.Sql($"""EXEC(N'CREATE TRIGGER [{table}_change_refused] ON [{table}] INSTEAD OF UPDATE, DELETE AS THROW 51000, N''{table} is only appended.'', 1;');""");

    public static void Release(MigrationBuilder migration, string table) => migration.Sql($"DROP TRIGGER [{table}_change_refused];");
}

using Microsoft.EntityFrameworkCore.Migrations;

namespace Lms.Data.Sqlite;

/// <summary>Lets the database itself refuse what nobody may do: change or remove a line of a log.</summary>
internal static class AppendedOnly
{
    public static void Protect(MigrationBuilder migration, string table)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" })
            migration.Sql($"""CREATE TRIGGER "{table}_{act}_refused" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is only appended.'); END;""");
    }

    public static void Release(MigrationBuilder migration, string table)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" }) migration.Sql($"""DROP TRIGGER "{table}_{act}_refused";""");
    }
}

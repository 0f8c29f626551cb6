using Microsoft.EntityFrameworkCore.Migrations;

namespace Lms.Data.Postgres;

/// <summary>Lets the database itself refuse what nobody may do: change or remove a line of a log.</summary>
internal static class AppendedOnly
{
    public static void Protect(MigrationBuilder migration, string table)
    {
        migration.Sql($"""CREATE FUNCTION "{table}_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is only appended.'; END $$;""");
        migration.Sql($"""CREATE TRIGGER "{table}_change_refused" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_refuse"();""");
        migration.Sql($"""CREATE TRIGGER "{table}_truncate_refused" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{table}_refuse"();""");
    }

    public static void Release(MigrationBuilder migration, string table)
    {
        migration.Sql($"""DROP TRIGGER "{table}_truncate_refused" ON "{table}";""");
        migration.Sql($"""DROP TRIGGER "{table}_change_refused" ON "{table}";""");
        migration.Sql($"""DROP FUNCTION "{table}_refuse"();""");
    }
}

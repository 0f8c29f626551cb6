using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lms.Data;

/// <summary>Inserts many rows with few statements where change tracking, one statement a row on SQLite, would be felt.</summary>
public static class AppendedRows
{
    /// <summary>SQL Server takes 2,100 parameters a statement, the others more.</summary>
    private const int ParametersPerStatement = 2000;

    /// <summary>Writes at once, within the caller's transaction if there is one; the rows are not tracked. Returns how many were added.</summary>
    /// <param name="skipDuplicates">Rows whose primary key is there already are left out, also when another node adds them at this very moment.</param>
    public static async Task<int> AppendAsync<TRow>(this LmsDb db, IReadOnlyCollection<TRow> rows, bool skipDuplicates = false, CancellationToken ct = default) where TRow : class
    {
        if (rows.Count == 0) return 0;
        var entity = db.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow)} is no entity.", nameof(rows));
        var properties = entity.GetProperties().ToArray();
        var added = 0;
        foreach (var some in rows.Chunk(ParametersPerStatement / properties.Length))
        {
            var parameters = Parameters(db, properties, some);
            var sql = Statement(db, entity, properties, some.Length, skipDuplicates);
            added += await db.Database.ExecuteSqlRawAsync(sql, parameters, ct);
        }

        return added;
    }

    private static List<DbParameter> Parameters<TRow>(LmsDb db, IProperty[] properties, TRow[] rows) where TRow : class
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return [.. rows.SelectMany((row, r) => properties.Select((property, p) => property.GetRelationalTypeMapping()
            .CreateParameter(command, $"@r{r}_{p}", property.GetGetter().GetClrValue(row), property.IsNullable)))];
    }

    private static string Statement(LmsDb db, IEntityType entity, IProperty[] properties, int rows, bool skipDuplicates)
    {
        var helper = db.GetService<ISqlGenerationHelper>();
        var table = helper.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var columns = string.Join(", ", properties.Select(p => helper.DelimitIdentifier(p.GetColumnName())));
        var values = new StringBuilder();
        for (var r = 0; r < rows; r++)
            values.Append(r == 0 ? "(" : ", (").AppendJoin(", ", properties.Select((_, p) => $"@r{r}_{p}")).Append(')');

        if (!skipDuplicates) return $"INSERT INTO {table} ({columns}) VALUES {values}";
        if (!db.Database.IsSqlServer()) return $"INSERT INTO {table} ({columns}) VALUES {values} ON CONFLICT DO NOTHING";

        var same = entity.FindPrimaryKey()!.Properties.Select(p => helper.DelimitIdentifier(p.GetColumnName())).Select(k => $"t.{k} = v.{k}");
        return $"INSERT INTO {table} ({columns}) SELECT {columns} FROM (VALUES {values}) AS v ({columns}) WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WITH (UPDLOCK, HOLDLOCK) WHERE {string.Join(" AND ", same)})";
    }
}

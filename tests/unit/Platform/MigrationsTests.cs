using Lms.Assessment;
using Lms.Certificates;
using Lms.Content;
using Lms.Data;
using Lms.Publishing;
using Lms.Training;
using Lms.UnitTests.Infrastructure;
using Lms.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Platform;

/// <summary>The migrations are generated, three times over; what is tested is that nobody forgot to.</summary>
public sealed class MigrationsTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=design.db")]
    [InlineData(DatabaseProvider.Postgres, "Host=localhost;Database=design")]
    [InlineData(DatabaseProvider.SqlServer, "Server=localhost;Database=design")]
    public void The_migrations_say_what_the_model_says(DatabaseProvider provider, string connectionString)
    {
        using var services = Services(provider, connectionString);
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        Assert.False(db.Database.HasPendingModelChanges(),
            $"The model and the {provider} migrations differ: run ./tools/add-migration.sh with a name that says what changed.");
    }

    [Fact]
    public void The_migrations_make_a_script_for_SQL_Server()
    {
        using var services = Services(DatabaseProvider.SqlServer, "Server=localhost;Database=design");
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Select(t => t.Name).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_migrated_database_has_every_table_that_the_model_names(DatabaseProvider provider)
    {
        await using var empty = await EmptyDatabase.CreateAsync(provider);
        await using var services = Services(provider, empty.ConnectionString);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await db.Database.MigrateAsync();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
#pragma warning disable EF1002 // names from our own model
            await db.Database.ExecuteSqlRawAsync($"SELECT {columns} FROM \"{table.Name}\" WHERE 1 = 0");
#pragma warning restore EF1002
        }
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_to_change_or_remove_a_line_of_the_log(DatabaseProvider provider)
    {
        await using var empty = await EmptyDatabase.CreateAsync(provider);
        await using var services = Services(provider, empty.ConnectionString);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync(provider is DatabaseProvider.Sqlite
            ? """INSERT INTO "AuditEntries" ("Number", "At", "Action", "PreviousHash", "Hash") VALUES (1, 0, 'Issued', '', '')"""
            : """INSERT INTO "AuditEntries" ("Number", "At", "Action", "PreviousHash", "Hash") VALUES (1, now(), 'Issued', '', '')""");
        string[] attempts = ["""UPDATE "AuditEntries" SET "Detail" = 'x'""", """DELETE FROM "AuditEntries" """, .. provider is DatabaseProvider.Postgres ? ["""TRUNCATE "AuditEntries" """] : Array.Empty<string>()];
        foreach (var attempt in attempts)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(attempt));
            Assert.Contains("AuditEntries is only appended", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_column_is_decimal()
    {
        using var services = Services(DatabaseProvider.Sqlite, "Data Source=design.db");
        using var scope = services.CreateScope();
        var decimals = scope.ServiceProvider.GetRequiredService<LmsDb>().Model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(decimal)).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");
        Assert.Empty(decimals); // SQLite would keep them as text and sort 10 before 9: store whole hundredths
    }

    private static ServiceProvider Services(DatabaseProvider provider, string connectionString)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddLmsDb(provider, connectionString)
            .AddPublishing().AddContent().AddAssessment().AddCertificates().AddTraining().AddModelPart<Account>();
        return services.BuildServiceProvider();
    }
}

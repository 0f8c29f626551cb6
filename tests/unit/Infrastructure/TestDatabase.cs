using Lms.Assessment;
using Lms.Certificates;
using Lms.Content;
using Lms.Data;
using Lms.Publishing;
using Lms.Training;
using Lms.Web.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Infrastructure;

/// <summary>
/// A fresh real database with every module on it. The schema is made once for each provider and copied, so a
/// test pays milliseconds for its own database.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateGate = new(1, 1);
    private static readonly byte[] MasterKey = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    private readonly ServiceProvider services;
    private readonly Action drop;

    private TestDatabase(ServiceProvider services, DatabaseProvider provider, string connectionString, Action drop)
    {
        this.services = services;
        this.drop = drop;
        Provider = provider;
        ConnectionString = connectionString;
    }

    public DatabaseProvider Provider { get; }
    public string ConnectionString { get; }
    public TestClock Clock => services.GetRequiredService<TestClock>();

    /// <param name="configure">Adds or replaces services: a listener of the test's own, for example.</param>
    public static async Task<TestDatabase> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? configure = null)
    {
        var (connectionString, drop) = await CopyOfTemplateAsync(provider);
        return new TestDatabase(BuildServices(provider, connectionString, configure), provider, connectionString, drop);
    }

    /// <summary>Runs one use case in a scope of its own, as a request does.</summary>
    public async Task<TResult> UseAsync<TFace, TResult>(Func<TFace, Task<TResult>> use) where TFace : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TFace>());
    }

    public async Task UseAsync<TFace>(Func<TFace, Task> use) where TFace : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TFace>());
    }

    /// <summary>For use cases that span several faces in one unit of work.</summary>
    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        drop();
    }

    private static ServiceProvider BuildServices(DatabaseProvider provider, string connectionString, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TestClock>();
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<TestClock>());
        services.AddSingleton(QueryCounter.Shared);
        services.AddLmsDb(provider, connectionString).ConfigureDbContext<LmsDb>(o => o.AddInterceptors(QueryCounter.Shared));
        services.AddPublishing().AddContent().AddAssessment().AddCertificates().AddTraining();
        // The site's own tables too: EF keeps one model for LmsDb in a process, and the tests of the site need the whole one.
        services.AddModelPart<Account>();
        services.Configure<CertificateOptions>(o => o.MasterKey = MasterKey);
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static async Task<(string ConnectionString, Action Drop)> CopyOfTemplateAsync(DatabaseProvider provider)
    {
        await TemplateGate.WaitAsync();
        try
        {
            return provider switch
            {
                DatabaseProvider.Sqlite => await CopyOfSqliteAsync(),
                DatabaseProvider.Postgres => await CopyOfPostgresAsync(),
                DatabaseProvider.SqlServer => throw new NotSupportedException("No SQL Server engine runs in the tests; docs/guides/databases.md says what covers it."),
            };
        }
        finally
        {
            TemplateGate.Release();
        }
    }

    private static async Task<(string, Action)> CopyOfSqliteAsync()
    {
        if (sqliteTemplate is null)
        {
            var template = Path.Combine(Directory.CreateTempSubdirectory("lms-template-").FullName, "template.db");
            await CreateSchemaAsync(DatabaseProvider.Sqlite, $"Data Source={template};Pooling=False");
            sqliteTemplate = template;
        }

        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        var file = Path.Combine(folder, "test.db");
        File.Copy(sqliteTemplate, file);
        var connectionString = $"Data Source={file}";
        return (connectionString, () =>
        {
            using (var connection = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(connection);
            Directory.Delete(folder, recursive: true);
        });
    }

    private static async Task<(string, Action)> CopyOfPostgresAsync()
    {
        var server = new Npgsql.NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Pooling = false };
        if (postgresTemplate is null)
        {
            var template = $"lms_template_{Guid.NewGuid():N}";
            await CreateSchemaAsync(DatabaseProvider.Postgres, new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = template }.ConnectionString);
            postgresTemplate = template;
        }

        var name = $"lms_test_{Guid.NewGuid():N}";
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {name} TEMPLATE {postgresTemplate}");
        var own = new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Pooling = true, MaxPoolSize = 20 };
        return (own.ConnectionString, () =>
        {
            using (var connection = new Npgsql.NpgsqlConnection(own.ConnectionString)) Npgsql.NpgsqlConnection.ClearPool(connection);
            ExecuteAsync(server.ConnectionString, $"DROP DATABASE {name} WITH (FORCE)").GetAwaiter().GetResult();
        });
    }

    private static async Task CreateSchemaAsync(DatabaseProvider provider, string connectionString)
    {
        await using var services = BuildServices(provider, connectionString, null);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LmsDb>().Database.EnsureCreatedAsync();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

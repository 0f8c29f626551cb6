using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using System.Net;

namespace Lms.UnitTests.Infrastructure.Web;

/// <summary>
/// The whole site as Program.cs builds it, on an empty SQLite file, without jobs or seeds. Share one among the tests of a
/// class with <c>IClassFixture&lt;WebSite&gt;</c>; each visitor is a new person, so tests do not meet.
/// </summary>
public sealed class WebSite : IAsyncLifetime
{
    public static readonly Uri Address = new("https://localhost");

    private readonly string folder = Directory.CreateTempSubdirectory("lms-web-").FullName;
    private readonly WebApplicationFactory<Account> factory;
    private int people;

    public WebSite() : this("Development", TimeSpan.Zero) { }

    private WebSite(string environment, TimeSpan kept) => factory = new WebApplicationFactory<Account>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment(environment);
        host.UseSetting("Database:Provider", nameof(DatabaseProvider.Sqlite));
        host.UseSetting("ConnectionStrings:Lms", $"Data Source={Path.Combine(folder, "lms.db")}");
        host.UseSetting("Mail:Folder", MailFolder);
        host.UseSetting("Jobs:Enabled", "false");
        host.UseSetting("RateLimits:Enabled", "false");
        host.UseSetting("Verification:KeptSeconds", $"{kept.TotalSeconds}");
        host.UseSetting("seed", "none");
        host.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.ClearProviders())
            .ConfigureDbContext<LmsDb>(options => options.AddInterceptors(QueryCounter.Shared, Statements)));
    });

    public RunningClock Clock { get; } = new();
    public SentStatements Statements { get; } = new();
    public IServiceProvider Services => factory.Services;
    public string MailFolder => Path.Combine(folder, "mail");

    /// <summary>A site of a test's own in another environment; dispose it.</summary>
    public static async Task<WebSite> InAsync(string environment)
    {
        var site = new WebSite(environment, TimeSpan.Zero);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>A site of a test's own that keeps verification pages; initialise and dispose it.</summary>
    public static WebSite Keeping(TimeSpan kept) => new("Development", kept);

    /// <summary>Starting it is enough: the site migrates its own database.</summary>
    public async ValueTask InitializeAsync() => await UseAsync<LmsDb, bool>(db => db.Database.CanConnectAsync());

    public WebVisitor Anonymous() => Visitor(null);

    /// <summary>A new person with one role, signed in.</summary>
    public async Task<WebVisitor> AsAsync(Role role, Guid? organisation = null)
    {
        var visitor = Visitor(await OpenAccountAsync(role, organisation));
        await visitor.SignInAsync();
        return visitor;
    }

    /// <returns>The key of a new person who has an account with one role. Staff code and address: <see cref="StaffCodeOf"/>.</returns>
    public async Task<Guid> OpenAccountAsync(Role role = Role.Trainee, Guid? organisation = null, string? password = null)
    {
        var number = Interlocked.Increment(ref people);
        var draft = new PersonDraft($"CB{number:0000}", $"Nguyễn Thị Thử {number}", null, "", $"cb{number:0000}@example.vn", "", organisation, "");
        var (outcome, key) = await UseAsync<People, (PersonOutcome Outcome, Guid Key)>(p => p.AddAsync(draft));
        Assert.Equal(PersonOutcome.Done, outcome);
        Assert.Empty(await UseAsync<Accounts, IReadOnlyList<Microsoft.AspNetCore.Identity.IdentityError>>(a =>
            a.OpenAsync(new NewAccount(key, draft.StaffCode, draft.Email, password, [(role, organisation)]))));
        return key;
    }

    public async Task<string> StaffCodeOf(Guid key) => (await UseAsync<People, PersonDetail?>(p => p.FindAsync(key)))!.StaffCode;

    public WebVisitor Visitor(Guid? personKey)
    {
        var cookies = new CookieContainer();
        return new WebVisitor(factory.CreateDefaultClient(Address, new CookieContainerHandler(cookies)), cookies, Services, personKey);
    }

    /// <summary>Runs one use case in a scope of its own, as a request does.</summary>
    public async Task<TResult> UseAsync<TFace, TResult>(Func<TFace, Task<TResult>> use) where TFace : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TFace>());
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        try { Directory.Delete(folder, recursive: true); } catch (IOException) { /* a job that is still ending; the folder is temporary */ }
    }
}

using System.Net;
using System.Net.Sockets;
using Lms.Data;
using Microsoft.Data.Sqlite;

namespace Lms.UnitTests.Platform;

public sealed class CommandLineTests : IAsyncLifetime
{
    private EmptyDatabase database = null!;

    private string ConnectionString => $"--ConnectionStrings:Lms={database.ConnectionString}";

    public async ValueTask InitializeAsync() => database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Without_a_command_it_makes_the_database_serves_and_stops_on_request()
    {
        var port = RunningProgram.FreePort();
        await using var program = RunningProgram.Start(ConnectionString, $"--urls=http://127.0.0.1:{port}");
        Assert.Equal(HttpStatusCode.OK, await program.AnswersAsync(new Uri($"http://127.0.0.1:{port}/health/live")));
        var ending = await program.StopAsync();
        Assert.Equal(0, ending.Code);
        Assert.Contains($"http://127.0.0.1:{port}", ending.Output, StringComparison.Ordinal);
        Assert.Contains(database.Place, ending.Output, StringComparison.Ordinal);
        Assert.Equal("", ending.Error);
    }

    [Fact]
    public async Task Migrate_twice_changes_nothing_the_second_time()
    {
        var first = await RunningProgram.RunAsync("migrate", ConnectionString);
        Assert.Equal(0, first.Code);
        Assert.Contains("Applied", first.Output, StringComparison.Ordinal);
        var second = await RunningProgram.RunAsync("migrate", ConnectionString);
        Assert.Equal(0, second.Code);
        Assert.Contains("Up to date", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_does_not_touch_a_database_that_was_not_migrated()
    {
        (await RunningProgram.RunAsync("serve", ConnectionString)).IsRefusal(1, "migrate", database.Place);
        Assert.False(File.Exists(database.Place));
    }

    [Theory]
    [InlineData("bogus", "bogus")]
    [InlineData("--bogus", "--bogus")]
    [InlineData("seed bogus", "There is no seed \"bogus\"")]
    [InlineData("seed", "'seed'")]
    [InlineData("replay bogus", "There is no replay \"bogus\"")]
    [InlineData("replay hcmc --classes 0", "--classes takes a number of at least 1")]
    [InlineData("replay hcmc --classes -1", "\"-1\"")]
    [InlineData("replay hcmc --classes many", "\"many\"")]
    [InlineData("replay hcmc --seed x", "--seed takes a number")]
    [InlineData("--seed bogus", "There is no seed \"bogus\"")]
    public async Task A_mistyped_command_is_refused_before_anything_is_made(string words, string explanation)
    {
        (await RunningProgram.RunAsync([.. words.Split(' '), ConnectionString])).IsRefusal(2, explanation);
        Assert.False(File.Exists(database.Place));
    }

    [Theory]
    [InlineData("--Database:Provider=Oracle", "\"Oracle\"", "Sqlite, Postgres, SqlServer")]
    [InlineData("--ConnectionStrings:Lms=Host=localhost;Database=lms", "not a connection string for Sqlite", "host")]
    [InlineData("--ConnectionStrings:Lms=", "ConnectionStrings:Lms is empty", "Data Source=")]
    [InlineData("--ConnectionStrings:Lms=Data Source=/proc/lms/lms.db", "/proc/lms", "writable")]
    [InlineData("--ConnectionStrings:Lms=Data Source=/proc/lms.db", "/proc/lms.db", "writable")]
    [InlineData("--ConnectionStrings:Lms=Data Source=/proc", "/proc is a folder")]
    [InlineData("--Theme=Bogus", "Theme is \"Bogus\"", "Sen")]
    [InlineData("--Site:Address=daotao.example.vn", "Site:Address is \"daotao.example.vn\"", "https://")]
    [InlineData("--Certificates:PublicAddress=mailto:a@b.vn", "Certificates:PublicAddress", "https://")]
    [InlineData("--Jobs:Enabled=perhaps", "Jobs:Enabled", "perhaps")]
    [InlineData("--Mail:Smtp:Port=many", "Mail:Smtp:Port", "many")]
    public async Task Wrong_settings_are_named_in_one_line(string setting, params string[] words) =>
        (await RunningProgram.RunAsync("migrate", setting)).IsRefusal(1, words);

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        var port = RunningProgram.FreePort();
        (await RunningProgram.RunAsync("migrate", "--Database:Provider=Postgres", $"--ConnectionStrings:Lms=Host=127.0.0.1;Port={port};Database=lms;Username=lms"))
            .IsRefusal(1, "No PostgreSQL answers", $"lms on 127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        (await RunningProgram.RunAsync(ConnectionString, $"--urls=http://127.0.0.1:{port}")).IsRefusal(1, $"127.0.0.1:{port}", "--urls");
    }

    [Theory]
    [InlineData("localhost:5090", "localhost")]
    [InlineData("http://localhost:99999", "port")]
    [InlineData("http://203.0.113.9:5090", "refused")]
    [InlineData("https://localhost:0/lms", "path base")]
    public async Task An_address_nobody_can_listen_on_is_named(string address, string word) =>
        (await RunningProgram.RunAsync(ConnectionString, $"--urls={address}")).IsRefusal(1, "The address to listen on", word, "--urls");

    [Fact]
    public async Task A_limit_that_is_no_number_is_named() =>
        (await RunningProgram.RunAsync(ConnectionString, "--RateLimits:Verify:Burst=many")).IsRefusal(1, "RateLimits:Verify:Burst", "\"many\"");

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var bytes = "This is a letter, not a database."u8.ToArray();
        await File.WriteAllBytesAsync(database.Place, bytes);
        (await RunningProgram.RunAsync("migrate", ConnectionString)).IsRefusal(1, database.Place, "not a SQLite database");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.Place));
    }

    [Fact]
    public async Task A_damaged_database_is_left_as_it_is()
    {
        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", ConnectionString)).Code);
        var bytes = await File.ReadAllBytesAsync(database.Place);
        Array.Fill<byte>(bytes, 0x5a, 100, bytes.Length - 100); // keeps the header, so it still looks like SQLite
        await File.WriteAllBytesAsync(database.Place, bytes);
        (await RunningProgram.RunAsync("migrate", ConnectionString)).IsRefusal(1, database.Place, "damaged");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.Place));
    }

    [Fact]
    public async Task Another_programs_database_is_left_as_it_is()
    {
        Execute("CREATE TABLE Songs (Title TEXT)");
        (await RunningProgram.RunAsync("migrate", ConnectionString)).IsRefusal(1, database.Place, "not this program's");
        Assert.Equal(1L, Execute("SELECT COUNT(*) FROM sqlite_master"));
        Assert.Equal("delete", Execute("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_restored_backup_opens()
    {
        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", ConnectionString)).Code);
        var backup = Path.Combine(Path.GetDirectoryName(database.Place)!, "backup.db");
        Execute($"VACUUM INTO '{backup}'"); // as docs/guides/databases.md says; the copy is not in write-ahead mode
        var ending = await RunningProgram.RunAsync("migrate", $"--ConnectionStrings:Lms=Data Source={backup}");
        Assert.Equal("", ending.Error);
        Assert.Contains("Up to date", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_not_opened()
    {
        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", ConnectionString)).Code);
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_FromTheFuture', '99.0.0')");
        (await RunningProgram.RunAsync(ConnectionString)).IsRefusal(1, "newer version", "20990101000000_FromTheFuture");
    }

    [Fact]
    public async Task An_empty_site_gets_its_first_administrator()
    {
        var ending = await RunningProgram.RunAsync("administrator", "QT01", "quantri@example.vn", "Bùi Đức Thắng", ConnectionString);
        Assert.Equal(0, ending.Code);
        Assert.Contains("QT01 may sign in with the password", ending.Output, StringComparison.Ordinal);
        Assert.Equal("Administrator", Execute("SELECT Role FROM RoleGrants"));
        (await RunningProgram.RunAsync("administrator", "QT01", "quantri@example.vn", "Bùi Đức Thắng", ConnectionString)).IsRefusal(1, "QT01");
    }

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

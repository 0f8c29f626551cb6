using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lms.UnitTests.Infrastructure;

/// <summary>
/// A PostgreSQL for the tests: the one named by LMS_TEST_POSTGRES (a connection string to its maintenance
/// database), or a cluster of our own in a temporary folder where the server's binaries are installed.
/// </summary>
public static class PostgresServer
{
    private static readonly string? External = Environment.GetEnvironmentVariable("LMS_TEST_POSTGRES");
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<string> Server = new(() => External ?? Start());

    public static bool IsAtHand => External is not null || Binaries is not null;

    /// <summary>Connection string of the maintenance database; starts the cluster at first use.</summary>
    public static string ConnectionString => Server.Value;

    /// <summary>Connection string of a database of its own, made now.</summary>
    public static string EmptyDatabase()
    {
        var name = $"lms_{Guid.NewGuid():N}";
        using var maintenance = new NpgsqlConnection(ConnectionString);
        maintenance.Open();
        using var command = maintenance.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    private static string? FindBinaries() =>
        new[] { "/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/pgsql" }
            .Where(Directory.Exists)
            .SelectMany(d => Directory.EnumerateDirectories(d))
            .Select(d => Path.Combine(d, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")))
            .OrderDescending().FirstOrDefault();

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("lms-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        // The server refuses to run as root, so root hands the folder to the account that the package made.
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        RunAsServer("initdb", "-D", data, "-U", "lms", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        RunAsServer("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsServer("pg_ctl", "-D", data, "-m", "immediate", "stop");
            try { Directory.Delete(folder, recursive: true); } catch (IOException) { } catch (UnauthorizedAccessException) { }
        };
        return $"Host=127.0.0.1;Port={port};Username=lms;Database=postgres";
    }

    private static void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        if (Environment.UserName == "root") Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Output is not captured: pg_ctl leaves a server behind that would hold the pipe open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

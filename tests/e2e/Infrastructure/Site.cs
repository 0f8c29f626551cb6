using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Lms.E2E.Infrastructure;

/// <summary>The site as a process of its own over a database in a temporary folder; it can be killed and started again on it.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly Dictionary<string, string> settings;
    private readonly StringBuilder output = new();
    private Process? process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("lms-e2e-").FullName;
    public string DatabaseFile => Path.Combine(Folder, "lms.db");
    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public Site(Dictionary<string, string>? settings = null) => this.settings = settings ?? [];

    /// <summary>The build beside the tests; LMS_SITE names another one, such as a published one.</summary>
    private static string SiteAssembly { get; } = Environment.GetEnvironmentVariable("LMS_SITE") ?? Metadata("SiteAssembly");

    public static string RepositoryRoot { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    public string Output { get { lock (output) return output.ToString(); } }

    /// <summary>Starts the site and returns when it answers /health/ready. The first start also creates and seeds the database.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(StartInfo([]))!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var deadline = DateTime.UtcNow.AddMinutes(4); DateTime.UtcNow < deadline; await Task.Delay(150))
        {
            if (process.HasExited) throw new InvalidOperationException($"The site ended with {process.ExitCode}:\n{Output}");
            try
            {
                if ((await http.GetAsync($"{Address}/health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { }
        }

        throw new TimeoutException($"The site did not get ready:\n{Output}");
    }

    /// <summary>SIGKILL: no shutdown code of ours or of the runtime runs.</summary>
    public async Task KillAsync()
    {
        if (process is null || process.HasExited) return;
        process.Kill(); // SIGKILL on Unix
        await process.WaitForExitAsync();
    }

    /// <summary>Runs one command of the site's command line on the same database.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var run = Process.Start(StartInfo(arguments))!;
        var standard = run.StandardOutput.ReadToEndAsync();
        var error = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, await standard + await error);
    }

    /// <summary>CPU time of the server process so far.</summary>
    public double CpuSeconds { get { process!.Refresh(); return process.TotalProcessorTime.TotalSeconds; } }
    public double MemoryMiB { get { process!.Refresh(); return process.WorkingSet64 / 1048576.0; } }
    public double PeakMemoryMiB { get { process!.Refresh(); return process.PeakWorkingSet64 / 1048576.0; } }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        try { Directory.Delete(Folder, recursive: true); } catch (IOException) { }
    }

    private ProcessStartInfo StartInfo(string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [SiteAssembly, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // As a published site does it: files compressed by the build and kept by browsers, not made anew for each request.
        info.Environment["ReloadStaticAssetsAtRuntime"] = "false";
        info.Environment["ASPNETCORE_URLS"] = Address;
        info.Environment["Certificates__PublicAddress"] = Address;
        info.Environment["ConnectionStrings__Lms"] = $"Data Source={DatabaseFile}";
        foreach (var (key, value) in settings) info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return info;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }

    private static string Metadata(string key) =>
        typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

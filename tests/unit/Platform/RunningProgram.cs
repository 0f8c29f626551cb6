using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lms.UnitTests.Platform;

/// <summary>The real program in a process of its own, as a person at a console starts it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private RunningProgram(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts in an empty folder, outside Development, so that neither settings nor seeds of the checkout play in.</summary>
    public static RunningProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lms.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new RunningProgram(Process.Start(start)!);
    }

    public static async Task<Ending> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        return await program.EndAsync();
    }

    public async Task<Ending> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return new Ending(process.ExitCode, await output, await error);
    }

    /// <summary>Polls until the site answers.</summary>
    public async Task<HttpStatusCode> AnswersAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        while (true)
        {
            try
            {
                return (await client.GetAsync(address)).StatusCode;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Ends as a service manager does. (An interrupt would be ignored where the tests themselves run in the background.)</summary>
    public async Task<Ending> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        return await EndAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record Ending(int Code, string Output, string Error)
{
    /// <summary>One line on the error stream that says all of <paramref name="words"/>, no stack trace anywhere, and the code.</summary>
    public void IsRefusal(int code, params string[] words)
    {
        Assert.Equal(code, Code);
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == 1, $"Expected one line on the error stream, got:\n{Error}\nand on the output:\n{Output}");
        Assert.All(words, word => Assert.Contains(word, lines[0], StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Output, StringComparison.Ordinal);
    }
}

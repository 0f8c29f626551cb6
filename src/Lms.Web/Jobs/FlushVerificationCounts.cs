using Lms.Certificates.Verification;

namespace Lms.Web.Jobs;

/// <summary>Not a job of the shared schedule: every node has counts of its own in memory.</summary>
internal sealed class FlushVerificationCounts(VerificationCounts counts, ILogger<FlushVerificationCounts> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; what is left is written below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        try
        {
            await counts.FlushAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A count is not worth a node: the next round has a new database connection.
            log.LogWarning(e, "Verification counts were not written.");
        }
    }
}

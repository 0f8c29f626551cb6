using Lms.Certificates.Verification;

namespace Lms.Web.Issuing;

/// <summary>Writes this node's verification counts every minute, and once more when it stops.</summary>
internal sealed class VerificationFlush(VerificationCounts counts, TimeProvider clock, ILogger<VerificationFlush> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await FlushAsync();
    }

    private async Task FlushAsync()
    {
        try
        {
            await counts.FlushAsync(CancellationToken.None);
        }
        catch (System.Data.Common.DbException e)
        {
            log.LogWarning(e, "Verification counts of the last minute are lost.");
        }
    }
}

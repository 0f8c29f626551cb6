using Lms.Web.Issuing;
using Quartz;

namespace Lms.Web.Jobs;

/// <summary>Asked more than once a day, so that a night's standstill makes no reminder late; nobody is reminded twice.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindOfRenewal(ReminderRun run, ILogger<RemindOfRenewal> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var sent = await run.RemindAsync(cancellationToken);
        if (sent > 0) log.LogInformation("Reminded {Count} holders of a renewal.", sent);
    }
}

using Lms.Web.Issuing;
using Quartz;

namespace Lms.Web.Jobs;

/// <summary>Issues the certificates of approved decisions.</summary>
[DisallowConcurrentExecution]
internal sealed class IssueDecisions(DecisionRun run, ILogger<IssueDecisions> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var issued = await run.IssueAllAsync(cancellationToken);
        if (issued > 0) log.LogInformation("Issued {Count} certificates under decisions.", issued);
    }
}

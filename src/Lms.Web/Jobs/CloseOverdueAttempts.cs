using Lms.Assessment.Attempts;
using Quartz;

namespace Lms.Web.Jobs;

/// <summary>Hands in, as of their deadline, the attempts whose candidates went away. The deadline itself is the server's clock at each answer, not this job.</summary>
[DisallowConcurrentExecution]
internal sealed class CloseOverdueAttempts(Exams exams, ILogger<CloseOverdueAttempts> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var closed = await exams.CloseOverdueAsync(cancellationToken);
        if (closed > 0) log.LogInformation("Closed {Count} overdue attempts.", closed);
    }
}

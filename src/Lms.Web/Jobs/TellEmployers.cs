using Lms.Web.Api.Webhooks;
using Quartz;

namespace Lms.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class TellEmployers(WebhookDispatch dispatch, ILogger<TellEmployers> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var told = await dispatch.RunAsync(cancellationToken);
        if (told > 0) log.LogInformation("Told webhooks of {Count} changes.", told);
    }
}

using Lms.Web.Mail;
using Quartz;

namespace Lms.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class SendMail(MailDispatch dispatch, ILogger<SendMail> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var sent = await dispatch.SendDueAsync(cancellationToken);
        if (sent > 0) log.LogInformation("Sent {Count} letters.", sent);
    }
}

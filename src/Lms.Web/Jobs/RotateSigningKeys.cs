using Lms.Certificates.Signing;
using Quartz;

namespace Lms.Web.Jobs;

/// <summary>Once a year a new key is announced, and a week later it signs.</summary>
[DisallowConcurrentExecution]
internal sealed class RotateSigningKeys(SigningKeys keys, ILogger<RotateSigningKeys> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await keys.RotateIfDueAsync(cancellationToken) is { } id) log.LogInformation("Announced signing key {Key}.", id);
    }
}

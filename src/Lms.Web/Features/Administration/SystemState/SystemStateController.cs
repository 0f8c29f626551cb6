using System.Reflection;
using System.Runtime.InteropServices;
using Lms.Certificates;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Mail;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Lms.Web.Features.Administration.SystemState;

public sealed record SystemStateModel(string Version, string Runtime, string Environment, string Database, bool AddressSet, bool MailToFolder, bool DocumentsSigned,
    int Organisations, int People, int Accounts, IReadOnlyDictionary<MailState, int> Mails, IReadOnlyList<JobRow> Jobs);

/// <param name="Last">Null: never ran.</param>
public sealed record JobRow(string Name, DateTime? Last, DateTime? Next);

[Requires(Permission.Administer), Route("administration/system")]
public sealed class SystemStateController(LmsDb db, Organisations organisations, People people, Accounts accounts, Outbox outbox,
    IMailTransport transport, SiteAddress address, IOptions<CertificateOptions> certificates, IHostEnvironment environment, IServiceProvider services) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => View("SystemState", new SystemStateModel(
        typeof(SystemStateController).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        RuntimeInformation.FrameworkDescription,
        environment.EnvironmentName,
        await DatabaseAsync(ct),
        address.IsSet,
        transport is FolderTransport,
        certificates.Value.DocumentKey is not null,
        (await organisations.ListAsync(ct: ct)).Count,
        (await people.PageAsync(null, null, 1, 1, ct)).Total,
        (await accounts.PageAsync(null, null, 1, ct)).Total,
        await outbox.CountsAsync(ct),
        await JobsAsync(ct)));

    /// <returns>None on a node that runs no jobs.</returns>
    private async Task<List<JobRow>> JobsAsync(CancellationToken ct)
    {
        if (services.GetService<ISchedulerFactory>() is not { } factory) return [];
        var scheduler = await factory.GetScheduler(ct);
        var rows = new List<JobRow>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), ct))
            if (await scheduler.GetTrigger(key, ct) is { } trigger)
                rows.Add(new JobRow(key.Name, trigger.PreviousFireTimeUtc?.UtcDateTime, trigger.NextFireTimeUtc?.UtcDateTime));
        return rows;
    }

    private async Task<string> DatabaseAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try { return $"{db.Database.ProviderName!.Split('.')[^1]} {db.Database.GetDbConnection().ServerVersion}"; }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}

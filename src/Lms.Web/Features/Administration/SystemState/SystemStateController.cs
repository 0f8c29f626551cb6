using System.Reflection;
using System.Runtime.InteropServices;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Mail;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Administration.SystemState;

public sealed record SystemStateModel(string Version, string Runtime, string Environment, string Database, bool AddressSet, bool MailToFolder,
    int Organisations, int People, int Accounts, IReadOnlyDictionary<MailState, int> Mails);

[Requires(Permission.Administer), Route("administration/system")]
public sealed class SystemStateController(LmsDb db, Organisations organisations, People people, Accounts accounts, Outbox outbox,
    IMailTransport transport, SiteAddress address, IHostEnvironment environment) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => View("SystemState", new SystemStateModel(
        typeof(SystemStateController).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        RuntimeInformation.FrameworkDescription,
        environment.EnvironmentName,
        await DatabaseAsync(ct),
        address.IsSet,
        transport is FolderTransport,
        (await organisations.ListAsync(ct: ct)).Count,
        (await people.PageAsync(null, null, 1, 1, ct)).Total,
        (await accounts.PageAsync(null, null, 1, ct)).Total,
        await outbox.CountsAsync(ct)));

    private async Task<string> DatabaseAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try { return $"{db.Database.ProviderName!.Split('.')[^1]} {db.Database.GetDbConnection().ServerVersion}"; }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}

using Lms.Web.Identity;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Administration.MailQueue;

public sealed record MailQueueModel(MailState? State, OutgoingPage Page);

/// <param name="Body">Null: hidden, because it holds a secret.</param>
public sealed record MailModel(OutgoingRow Row, string? Body);

[Requires(Permission.Administer), Route("administration/mail")]
public sealed class MailQueueController(Outbox outbox, IHostEnvironment environment) : Controller
{
    [HttpGet]
    public async Task<IActionResult> List(MailState? state, int page = 1, CancellationToken ct = default) =>
        View("MailQueue", new MailQueueModel(state, await outbox.PageAsync(state, Math.Max(1, page), ct)));

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Show(Guid key, CancellationToken ct)
    {
        if (await outbox.FindAsync(key, ct) is not { } mail) return NotFound();
        // An administrator who read a reset link could become anybody without a trace.
        return View("Mail", new MailModel(mail.Row, mail.Confidential && !environment.IsDevelopment() ? null : mail.Body));
    }
}

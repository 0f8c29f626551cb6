using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Mail;

/// <summary>
/// Carries the outbox out. Any number of nodes may run this at once: a letter belongs to whoever moves its due time first,
/// for a few minutes; if that node dies, the letter comes due again. So a letter is sent at least once, and twice only when
/// a node dies between the mail server's yes and the save.
/// </summary>
public sealed class MailDispatch(LmsDb db, IMailTransport transport, TimeProvider clock, IHostEnvironment environment, ILogger<MailDispatch> log)
{
    private const int Batch = 50;
    /// <summary>Longer than a transport may take; see <see cref="SmtpTransport"/>.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <returns>How many letters went out.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Select(m => m.Id).Take(Batch).ToListAsync(ct);
        var sent = 0;
        foreach (var key in due)
            if (await ClaimAsync(key, ct) is { } mail && await SendAsync(mail, ct)) sent++;
        return sent;
    }

    private async Task<OutgoingMail?> ClaimAsync(Guid key, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The try is counted before it is made: a letter that kills its node is given up in the end, too.
        var claimed = await db.OutgoingMails.Where(m => m.Id == key && m.State == MailState.Waiting && m.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now + Claim).SetProperty(m => m.Tries, m => m.Tries + 1), ct);
        return claimed == 0 ? null : await db.OutgoingMails.SingleAsync(m => m.Id == key, ct);
    }

    private async Task<bool> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        string? error = null;
        try
        {
            await transport.SendAsync(new Letter(mail.To, mail.Subject, mail.Body, mail.Confidential), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Whatever a transport throws, the next letter must still go out.
            error = (e.InnerException ?? e).Message;
            log.LogWarning(e, "Mail {Key} was not sent, try {Try} of {Most}.", mail.Id, mail.Tries, OutgoingMail.MostTries);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (error is null) mail.NoteSent(now, forgetSecrets: !environment.IsDevelopment());
        else mail.NoteFailure(error, now);
        // What the mail server has accepted is noted even while the site shuts down.
        await db.SaveChangesAsync(CancellationToken.None);
        return error is null;
    }
}

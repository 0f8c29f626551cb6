using System.Globalization;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Mail;

/// <param name="Body">Plain text.</param>
/// <param name="Confidential">The body holds a secret such as a reset link.</param>
public sealed record Letter(string To, string Subject, string Body, bool Confidential = false);

public sealed record OutgoingRow(Guid Key, string To, string Subject, MailState State, DateTime QueuedAt, DateTime DueAt, DateTime? SentAt, int Tries, string? LastError);
public sealed record OutgoingPage(IReadOnlyList<OutgoingRow> Mails, int Total, int Page, int PageSize);
public sealed record OutgoingDetail(OutgoingRow Row, string Body, bool Confidential);

/// <summary>Letters on their way out.</summary>
public sealed class Outbox(LmsDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Adds the letter to the caller's unit of work: it is sent if, and only if, the caller's save commits.</summary>
    public void Enqueue(Letter letter) =>
        db.OutgoingMails.Add(new OutgoingMail(letter.To, letter.Subject, letter.Body, letter.Confidential, clock.GetUtcNow().UtcDateTime));

    /// <summary>Newest first.</summary>
    public async Task<OutgoingPage> PageAsync(MailState? state, int page, CancellationToken ct = default)
    {
        var mails = db.OutgoingMails.AsNoTracking().Where(m => state == null || m.State == state);
        var total = await mails.CountAsync(ct);
        var rows = await Rows(mails.OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        return new OutgoingPage(rows, total, page, PageSize);
    }

    public async Task<OutgoingDetail?> FindAsync(Guid key, CancellationToken ct = default)
    {
        var mail = db.OutgoingMails.AsNoTracking().Where(m => m.Id == key);
        if (await Rows(mail).SingleOrDefaultAsync(ct) is not { } row) return null;
        var content = await mail.Select(m => new { m.Body, m.Confidential }).SingleAsync(ct);
        return new OutgoingDetail(row, content.Body, content.Confidential);
    }

    public async Task<Dictionary<MailState, int>> CountsAsync(CancellationToken ct = default) =>
        await db.OutgoingMails.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private static IQueryable<OutgoingRow> Rows(IQueryable<OutgoingMail> mails) =>
        mails.Select(m => new OutgoingRow(m.Id, m.To, m.Subject, m.State, m.QueuedAt, m.DueAt, m.SentAt, m.Tries, m.LastError));
}

/// <summary>A letter is written in the language of whoever reads it, not of whoever caused it.</summary>
public static class MailLanguage
{
    public static T In<T>(string language, Func<T> write)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { return write(); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}

using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Mail;

public enum MailState { Waiting, Sent, GivenUp }

/// <summary>One letter. The row is the queue: it commits with what it tells of, and a job carries it out afterwards.</summary>
internal sealed class OutgoingMail
{
    /// <summary>How long to wait after each failure, about a day in all; after the last one the letter is given up.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(16)];

    private OutgoingMail() { }

    public OutgoingMail(string to, string subject, string body, bool confidential, DateTime now)
    {
        Id = Key.New(now);
        To = to;
        // A line break in a subject would start another header.
        Subject = subject.ReplaceLineEndings(" ");
        Body = body;
        Confidential = confidential;
        QueuedAt = DueAt = now;
    }

    public static int MostTries => Pauses.Length + 1;

    public Guid Id { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    /// <summary>The body holds a secret (a reset link): not for the eyes of administrators, and forgotten once sent.</summary>
    public bool Confidential { get; private set; }
    public MailState State { get; private set; }
    public DateTime QueuedAt { get; private set; }
    /// <summary>Not before this; a node that claims the letter moves it ahead, see <see cref="MailDispatch"/>.</summary>
    public DateTime DueAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Tries { get; private set; }
    public string? LastError { get; private set; }

    public void NoteSent(DateTime now, bool forgetSecrets)
    {
        State = MailState.Sent;
        SentAt = now;
        LastError = null;
        if (Confidential && forgetSecrets) Body = "";
    }

    public void NoteFailure(string error, DateTime now)
    {
        LastError = error.Length <= 400 ? error : error[..400];
        if (Tries >= MostTries) State = MailState.GivenUp;
        else DueAt = now + Pauses[Tries - 1];
    }
}

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<OutgoingMail> OutgoingMails => db.Set<OutgoingMail>();
    }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasMaxLength(320);
        builder.Property(m => m.Body).IsLongText();
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => m.QueuedAt);
    }
}

using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Approval;

/// <summary>A decision (quyết định) under which a batch is issued: drawn up by the registrar, approved or returned by its signatory.</summary>
internal sealed class Decision
{
    private Decision() { }

    public Decision(DecisionDraft draft, Guid by, DateTime now)
    {
        (Key, DrawnUpAt, DrawnUpBy) = (Data.Key.New(now), now, by);
        ChangeTo(draft);
        Turn = 0;
    }

    public Guid Key { get; private set; }
    public string Number { get; private set; } = "";
    public DateOnly DecidedOn { get; private set; }
    /// <summary>The person whose approval it needs, and as she is printed.</summary>
    public Guid SignatoryKey { get; private set; }
    public string SignatoryName { get; private set; } = "";
    public string SignatoryTitle { get; private set; } = "";
    public DecisionState State { get; private set; }
    public DateTime DrawnUpAt { get; private set; }
    public Guid DrawnUpBy { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public DateTime? IssuedAt { get; private set; }
    /// <summary>Why the signatory returned it last.</summary>
    public string? ReturnReason { get; private set; }
    /// <summary>Moved by every verb, and to hold this row's lock while a part of the batch is issued.</summary>
    public int Turn { get; private set; }

    public void ChangeTo(DecisionDraft draft)
    {
        (Number, DecidedOn, SignatoryKey) = (PrintedText.Clean(draft.Number), draft.DecidedOn, draft.SignatoryKey);
        (SignatoryName, SignatoryTitle) = (PrintedText.Clean(draft.SignatoryName), PrintedText.Clean(draft.SignatoryTitle));
        Turn++;
    }

    public void Submit(DateTime now)
    {
        (State, SubmittedAt, ReturnReason) = (DecisionState.Submitted, now, null);
        Turn++;
    }

    public void Return(string reason)
    {
        (State, ReturnReason) = (DecisionState.Draft, reason);
        Turn++;
    }

    public void Approve(DateTime now)
    {
        (State, ApprovedAt) = (DecisionState.Approved, now);
        Turn++;
    }

    public void Issued(DateTime now)
    {
        (State, IssuedAt) = (DecisionState.Issued, now);
        Turn++;
    }
}

/// <summary>The signed decision as a file; a row, so that a backup of the database holds it.</summary>
internal sealed class DecisionFile
{
    private DecisionFile() { }

    public DecisionFile(Guid decisionKey, string name, byte[] content, DateTime now) => (DecisionKey, Name, Content, AddedAt) = (decisionKey, name, content, now);

    public Guid DecisionKey { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] Content { get; private set; } = [];
    public DateTime AddedAt { get; private set; }

    public void Replace(string name, byte[] content, DateTime now) => (Name, Content, AddedAt) = (name, content, now);
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("CertificateDecisions");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).ValueGeneratedNever();
        builder.Property(d => d.Number).HasMaxLength(60);
        builder.Property(d => d.ReturnReason!).IsLongText();
        builder.Property(d => d.Turn).IsConcurrencyToken();
        // Two registrars draw up the same decision at once: the second is told that it exists.
        builder.HasIndex(d => new { d.Number, d.DecidedOn }).IsUnique();
        builder.HasIndex(d => d.State);
    }
}

internal sealed class DecisionFileConfiguration : IEntityTypeConfiguration<DecisionFile>
{
    public void Configure(EntityTypeBuilder<DecisionFile> builder)
    {
        builder.ToTable("CertificateDecisionFiles");
        builder.HasKey(f => f.DecisionKey);
        builder.Property(f => f.DecisionKey).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => f.DecisionKey).OnDelete(DeleteBehavior.Restrict);
    }
}

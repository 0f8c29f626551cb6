using Lms.Certificates.Register;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Issuing;

/// <summary>What happened to a certificate; appended, never changed.</summary>
internal sealed class CertificateEvent
{
    private CertificateEvent() { }

    public CertificateEvent(Certificate certificate, CertificateAction action, DateTime at, string? reason = null, Guid? by = null)
    {
        Key = Data.Key.New(at);
        CertificateKey = certificate.Key;
        Action = action;
        At = at;
        Reason = reason;
        By = by;
    }

    public Guid Key { get; private set; }
    public Guid CertificateKey { get; private set; }
    public CertificateAction Action { get; private set; }
    public DateTime At { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>Null: a rule did it, not a person.</summary>
    public Guid? By { get; private set; }
}

internal sealed class CertificateEventConfiguration : IEntityTypeConfiguration<CertificateEvent>
{
    public void Configure(EntityTypeBuilder<CertificateEvent> builder)
    {
        builder.ToTable("CertificateEvents");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).ValueGeneratedNever();
        builder.Property(e => e.Reason!).IsLongText();
        builder.HasOne<Certificate>().WithMany().HasForeignKey(e => e.CertificateKey).OnDelete(DeleteBehavior.Restrict);
    }
}

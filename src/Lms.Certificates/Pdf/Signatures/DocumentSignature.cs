using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>
/// The signature of a document that bears a timestamp, kept so that the next download has the same: a second timestamp would
/// be another. For signatures without one nothing is kept, they come out the same.
/// </summary>
internal sealed class DocumentSignature
{
    private DocumentSignature() { }

    public DocumentSignature(Guid certificateKey, byte[] digest, byte[] cms, DateTime at)
    {
        Key = Data.Key.New(at);
        CertificateKey = certificateKey;
        Digest = digest;
        Cms = cms;
        SignedAt = at;
    }

    public Guid Key { get; private set; }
    public Guid CertificateKey { get; private set; }
    /// <summary>SHA-256 of what is signed: a document that comes out otherwise, from a newer program or with a new seal, is signed anew.</summary>
    public byte[] Digest { get; private set; } = [];
    public byte[] Cms { get; private set; } = [];
    public DateTime SignedAt { get; private set; }
}

internal sealed class DocumentSignatureConfiguration : IEntityTypeConfiguration<DocumentSignature>
{
    public void Configure(EntityTypeBuilder<DocumentSignature> builder)
    {
        builder.ToTable("DocumentSignatures");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).ValueGeneratedNever();
        builder.Property(s => s.Digest).HasMaxLength(32);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(s => s.CertificateKey).OnDelete(DeleteBehavior.Restrict);
        // Two downloads at once ask for two timestamps: the first stays, and the second download takes it.
        builder.HasIndex(s => new { s.CertificateKey, s.Digest }).IsUnique();
    }
}

/// <summary>A certificate that documents were signed with: by these a document that comes back is known to be ours.</summary>
internal sealed class DocumentCertificate
{
    private DocumentCertificate() { }

    public DocumentCertificate(string thumbprint, byte[] der, DateTime at)
    {
        Thumbprint = thumbprint;
        Der = der;
        FirstUsedAt = at;
    }

    /// <summary>SHA-256 of the certificate in hexadecimal.</summary>
    public string Thumbprint { get; private set; } = "";
    public byte[] Der { get; private set; } = [];
    public DateTime FirstUsedAt { get; private set; }
}

internal sealed class DocumentCertificateConfiguration : IEntityTypeConfiguration<DocumentCertificate>
{
    public void Configure(EntityTypeBuilder<DocumentCertificate> builder)
    {
        builder.ToTable("DocumentCertificates");
        // Two nodes sign their first document at once: the second insert fails, and the row is the same.
        builder.HasKey(c => c.Thumbprint);
        builder.Property(c => c.Thumbprint).HasMaxLength(64).IsUnicode(false).ValueGeneratedNever();
    }
}

using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Employers;

/// <summary>An employer wants to be told when this certificate's standing changes. The row remembers what was told last.</summary>
internal sealed class CertificateWatch
{
    private CertificateWatch() { }

    public CertificateWatch(Guid apiKeyKey, CertificateCode code, Standing standing, DateTime now) =>
        (Key, ApiKeyKey, Code, Standing, Since) = (Data.Key.New(now), apiKeyKey, code, standing, now);

    public Guid Key { get; private set; }
    public Guid ApiKeyKey { get; private set; }
    public CertificateCode Code { get; private set; }
    public Standing Standing { get; private set; }
    public DateTime Since { get; private set; }
}

internal sealed class CertificateWatchConfiguration : IEntityTypeConfiguration<CertificateWatch>
{
    public void Configure(EntityTypeBuilder<CertificateWatch> builder)
    {
        builder.ToTable("CertificateWatches");
        builder.HasKey(w => w.Key);
        builder.Property(w => w.Key).ValueGeneratedNever();
        builder.Property(w => w.Code).HasConversion(code => code.Value, text => CertificateCode.FromRegister(text)).HasMaxLength(CertificateCode.Length).IsUnicode(false);
        builder.HasOne<ApiKeyRow>().WithMany().HasForeignKey(w => w.ApiKeyKey).OnDelete(DeleteBehavior.Restrict);
        // A program that repeats itself watches once.
        builder.HasIndex(w => new { w.ApiKeyKey, w.Code }).IsUnique();
    }
}

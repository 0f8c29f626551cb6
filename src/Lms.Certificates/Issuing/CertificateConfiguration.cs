using Lms.Certificates.Credentials;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Issuing;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.HasKey(c => c.Key);
        builder.Ignore(c => c.ExpiresAt);
        builder.Property(c => c.Key).ValueGeneratedNever();
        builder.Property(c => c.Code).HasConversion(code => code.Value, text => CertificateCode.FromRegister(text)).HasMaxLength(CertificateCode.Length).IsUnicode(false);
        builder.Property(c => c.CredentialCode).HasMaxLength(CredentialTypes.LongestCode);
        builder.Property(c => c.CertificateNumber).HasMaxLength(120);
        builder.Property(c => c.DecisionWording).IsLongText();
        builder.Property(c => c.RevocationReason!).IsLongText();
        builder.Property(c => c.SearchText).IsLongText();
        builder.Property(c => c.SuspensionReason!).IsLongText();
        builder.Property(c => c.DecisionNumber).HasMaxLength(60);
        builder.Property(c => c.HistoricRegisterNumber).HasMaxLength(60);
        builder.Property(c => c.HistoricResult).HasMaxLength(60);
        // Two registrars change one certificate at once, whatever each does: the second update finds no row with the turn it read.
        builder.Property(c => c.Turn).IsConcurrencyToken();

        // The completion job and a teacher's click may both find the same achievement, two registrars may replace one
        // certificate: the second insert fails.
        builder.HasIndex(c => c.AchievementKey).IsUnique();
        // 75 random bits do not collide in practice; if they do, neither certificate may answer for the other.
        builder.HasIndex(c => c.Code).IsUnique();
        // Two classes of one holder close at once, and both find that he holds no valid certificate yet.
        builder.HasIndex(c => new { c.HolderKey, c.CredentialCode, c.HolderOrdinal }).IsUnique();
        // Two nodes issue at once. The sequence makes them queue; this holds even against a restored backup of it.
        builder.HasIndex(c => new { c.IssuerKey, c.RegisterYear, c.RegisterNumber, c.IsTranscribed }).IsUnique();
        // Two credentials of one issuer, changed at once to formats that write the same number. A number on old paper must not
        // stand in the way of the same number when its turn comes here.
        builder.HasIndex(c => new { c.IssuerKey, c.CertificateNumber, c.IsTranscribed }).IsUnique();
        // Searched by anybody who holds the paper, whoever issued it.
        builder.HasIndex(c => c.CertificateNumber);
        builder.HasIndex(c => c.ClassKey);
        builder.HasIndex(c => c.DecisionKey);
        builder.HasIndex(c => c.ExpiresOn);
    }
}

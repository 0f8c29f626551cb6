using System.Numerics;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Signing;

/// <summary>
/// The signed carriers of a certificate, made once, in the commit that issues it: an ECDSA signature is random, so signing
/// again at every download would give another document each time.
/// </summary>
internal sealed class CertificateSeal
{
    private CertificateSeal() { }

    public CertificateSeal(Guid certificateKey, StatusPlace place)
    {
        CertificateKey = certificateKey;
        (StatusList, StatusIndex) = place;
    }

    public Guid CertificateKey { get; private set; }
    public int StatusList { get; private set; }
    /// <summary>0 to 131,071; random within the list, so that neighbours in the register are not neighbours here.</summary>
    public int StatusIndex { get; private set; }
    public string KeyId { get; private set; } = "";
    /// <summary>Carrier B, see <see cref="OfflinePayload"/>.</summary>
    public byte[] Cose { get; private set; } = [];
    /// <summary>Carrier C: the Open Badges 3.0 credential.</summary>
    public string Jwt { get; private set; } = "";
    public DateTime SealedAt { get; private set; }

    public void Sign(string keyId, byte[] cose, string jwt, DateTime now)
    {
        KeyId = keyId;
        Cose = cose;
        Jwt = jwt;
        SealedAt = now;
    }

    /// <summary>What the second QR code says: the fragment never reaches a server.</summary>
    public string OfflineAddress(string publicAddress) => $"{publicAddress.TrimEnd('/')}/v#{Digits}";

    public string Digits => new BigInteger(Cose, isUnsigned: true, isBigEndian: true).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class CertificateSealConfiguration : IEntityTypeConfiguration<CertificateSeal>
{
    public void Configure(EntityTypeBuilder<CertificateSeal> builder)
    {
        builder.ToTable("CertificateSeals");
        builder.HasKey(s => s.CertificateKey);
        builder.Property(s => s.CertificateKey).ValueGeneratedNever();
        builder.Property(s => s.KeyId).HasMaxLength(PublicKey.ThumbprintLength).IsUnicode(false);
        builder.Property(s => s.Cose).HasMaxLength(2000);
        builder.Property(s => s.Jwt).IsLongText();
        builder.Ignore(s => s.Digits);
        builder.HasOne<Certificate>().WithOne().HasForeignKey<CertificateSeal>(s => s.CertificateKey).OnDelete(DeleteBehavior.Restrict);
        // Two nodes seal at once: the counter makes them queue, and no bit may ever speak for two certificates.
        builder.HasIndex(s => new { s.StatusList, s.StatusIndex }).IsUnique();
        builder.HasIndex(s => s.KeyId);
    }
}

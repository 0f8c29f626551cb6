using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Signing;

/// <summary>
/// An ES256 key. It is announced before it signs, so that verifiers who keep a copy of the key set know it in time; after
/// it has retired its public half stays for good, because some certificates never expire.
/// </summary>
internal sealed class SigningKey
{
    private SigningKey() { }

    public SigningKey(PublicKey key, byte[] sealedPrivateKey, DateTime now, DateTime activatesAt)
    {
        Id = key.Thumbprint;
        X = key.X;
        Y = key.Y;
        SealedPrivateKey = sealedPrivateKey;
        CreatedAt = now;
        ActivatesAt = activatesAt;
    }

    /// <summary>RFC 7638 thumbprint in base64url.</summary>
    public string Id { get; private set; } = "";
    public byte[] X { get; private set; } = [];
    public byte[] Y { get; private set; } = [];
    /// <summary>PKCS#8 under the installation's master key, see <see cref="KeyVault"/>. Empty once withdrawn: nobody shall sign with it again.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];
    public DateTime CreatedAt { get; private set; }
    public DateTime ActivatesAt { get; private set; }
    /// <summary>From then on its successor signs.</summary>
    public DateTime? RetiresAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public PublicKey PublicKey => new(X, Y);

    public SigningKeyState StateAt(DateTime now) =>
        WithdrawnAt is not null ? SigningKeyState.Withdrawn
        : RetiresAt <= now ? SigningKeyState.Retired
        : ActivatesAt > now ? SigningKeyState.Announced
        : SigningKeyState.Active;

    public void RetireAt(DateTime at) => RetiresAt = RetiresAt < at ? RetiresAt : at;

    public void Withdraw(string reason, DateTime now)
    {
        WithdrawnAt = now;
        WithdrawalReason = reason;
        SealedPrivateKey = [];
    }
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("SigningKeys");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).HasMaxLength(PublicKey.ThumbprintLength).IsUnicode(false).ValueGeneratedNever();
        builder.Property(k => k.X).HasMaxLength(32);
        builder.Property(k => k.Y).HasMaxLength(32);
        builder.Property(k => k.SealedPrivateKey).HasMaxLength(1000);
        builder.Ignore(k => k.PublicKey);
    }
}

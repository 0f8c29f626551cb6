using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Employers;

/// <summary>The key of an employer's program. Of the key itself only a hash is kept: whoever reads the table can use none of it.</summary>
internal sealed class ApiKeyRow
{
    public const int LongestName = 200, LongestAddress = 500, MostPerMinute = 6_000;

    private ApiKeyRow() { }

    public ApiKeyRow(Guid key, string name, byte[] hash, string hint, int perMinute, string? webhookAddress, byte[]? sealedSecret, Guid by, DateTime now)
    {
        (Key, Name, Hash, Hint, PerMinute, WebhookAddress, SealedSecret, IssuedBy, IssuedAt) = (key, name, hash, hint, perMinute, webhookAddress, sealedSecret, by, now);
    }

    public Guid Key { get; private set; }
    /// <summary>Whose it is, for the list.</summary>
    public string Name { get; private set; } = "";
    /// <summary>SHA-256. The key is random and long, so that nothing slower is needed.</summary>
    public byte[] Hash { get; private set; } = [];
    /// <summary>How it begins, so that people can tell their keys apart.</summary>
    public string Hint { get; private set; } = "";
    public int PerMinute { get; private set; }
    public string? WebhookAddress { get; private set; }
    /// <summary>What notifications are signed with; it must be readable, so it is encrypted and not hashed. See <see cref="Signing.KeyVault"/>.</summary>
    public byte[]? SealedSecret { get; private set; }
    public Guid IssuedBy { get; private set; }
    public DateTime IssuedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(ApiKeyRow.LongestName);
        builder.Property(k => k.Hash).HasMaxLength(32);
        builder.Property(k => k.Hint).HasMaxLength(12).IsUnicode(false);
        builder.Property(k => k.WebhookAddress!).HasMaxLength(ApiKeyRow.LongestAddress);
        builder.Property(k => k.SealedSecret!).HasMaxLength(200);
        // 160 random bits do not collide; the index is how a key is found.
        builder.HasIndex(k => k.Hash).IsUnique();
    }
}

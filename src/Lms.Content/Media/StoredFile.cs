using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Content.Media;

/// <summary>One owner's file: its name, type and address. The bytes are apart, so that no list ever pulls them.</summary>
internal sealed class StoredFile
{
    private StoredFile() { }

    public Guid Key { get; private set; }
    public PublicCode Code { get; private set; }
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Length { get; private set; }
    public string Sha256 { get; private set; } = "";
    /// <summary>Empty, not null, where the department owns it: to a unique index two nulls are two different owners.</summary>
    public Guid Owner { get; private set; }
    public DateTime StoredAt { get; private set; }
    public Guid? StoredBy { get; private set; }

    public static StoredFile Of(string fileName, string contentType, StoredBytes bytes, Guid? ownerKey, Guid? by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), Code = PublicCode.New(), FileName = fileName, ContentType = contentType,
        Length = bytes.Bytes.Length, Sha256 = bytes.Sha256, Owner = ownerKey ?? Guid.Empty, StoredAt = now, StoredBy = by,
    };
}

/// <summary>Bytes are stored once under their hash, however many owners have a file with them.</summary>
internal sealed record StoredBytes(string Sha256, byte[] Bytes);

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("MediaFiles");
        builder.HasKey(f => f.Key);
        builder.Property(f => f.Key).ValueGeneratedNever();
        builder.Property(f => f.ContentType).HasMaxLength(100).IsUnicode(false);
        builder.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasOne<StoredBytes>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.Code).IsUnique();
        // The same file sent twice at once (an impatient second click) is one file: the second finds the first.
        builder.HasIndex(f => new { f.Owner, f.Sha256 }).IsUnique();
    }
}

internal sealed class StoredBytesConfiguration : IEntityTypeConfiguration<StoredBytes>
{
    public void Configure(EntityTypeBuilder<StoredBytes> builder)
    {
        builder.ToTable("MediaBlobs");
        builder.HasKey(b => b.Sha256);
        builder.Property(b => b.Sha256).HasMaxLength(64).IsUnicode(false);
    }
}

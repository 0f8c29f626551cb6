using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Attempts.Files;

/// <summary>One file handed over for one question of an attempt. Never changed, never deleted: taking it back is a step of the answer log that no longer names it.</summary>
internal sealed class StoredAnswerFile
{
    private StoredAnswerFile() { }

    public Guid Key { get; private set; }
    public Guid AttemptKey { get; private set; }
    public int Slot { get; private set; }
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Length { get; private set; }
    public string Sha256 { get; private set; } = "";
    public DateTime StoredAt { get; private set; }

    public static StoredAnswerFile Of(Guid attemptKey, int slot, SentFile sent, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), AttemptKey = attemptKey, Slot = slot, Name = sent.Name, ContentType = sent.ContentType,
        Length = sent.Bytes.Length, Sha256 = sent.Sha256, StoredAt = now,
    };
}

/// <summary>Apart from what is said of them, so that no list ever pulls them. Not shared between attempts: what is one person's work can be deleted with it.</summary>
internal sealed record StoredAnswerBytes(Guid FileKey, byte[] Bytes);

internal sealed class StoredAnswerFileConfiguration : IEntityTypeConfiguration<StoredAnswerFile>
{
    public void Configure(EntityTypeBuilder<StoredAnswerFile> builder)
    {
        builder.ToTable("AnswerFiles");
        builder.HasKey(f => f.Key);
        builder.Property(f => f.Key).ValueGeneratedNever();
        builder.Property(f => f.ContentType).HasMaxLength(100).IsUnicode(false);
        builder.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(f => f.AttemptKey).OnDelete(DeleteBehavior.Restrict);
        // A phone that lost the answer to its upload sends the file again, perhaps while the first request still runs: one of
        // the two rows is there, and the other request reads again and finds it.
        builder.HasIndex(f => new { f.AttemptKey, f.Slot, f.Sha256 }).IsUnique();
    }
}

internal sealed class StoredAnswerBytesConfiguration : IEntityTypeConfiguration<StoredAnswerBytes>
{
    public void Configure(EntityTypeBuilder<StoredAnswerBytes> builder)
    {
        builder.ToTable("AnswerFileBytes");
        builder.HasKey(b => b.FileKey);
        builder.Property(b => b.FileKey).ValueGeneratedNever();
        builder.HasOne<StoredAnswerFile>().WithOne().HasForeignKey<StoredAnswerBytes>(b => b.FileKey).OnDelete(DeleteBehavior.Restrict);
    }
}

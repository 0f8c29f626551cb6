using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Publishing;

public enum PublishAction { Submitted, Returned, Published, Withdrawn }

/// <summary>One step of an item's way to the public: who did what, when and with which remark. Appended, never changed.</summary>
public sealed record PublishLogEntry(
    Guid Key, Guid ItemKey, Guid? VersionKey, PublishAction Action, DateTime At, Guid? By, string? Note);

internal sealed class PublishLogEntryConfiguration : IEntityTypeConfiguration<PublishLogEntry>
{
    public void Configure(EntityTypeBuilder<PublishLogEntry> builder)
    {
        builder.ToTable("PublishLog");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).ValueGeneratedNever();
        builder.Property(e => e.Note).HasMaxLength(2000);
        builder.HasOne<PublishableItem>().WithMany().HasForeignKey(e => e.ItemKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.ItemKey, e.At });
    }
}

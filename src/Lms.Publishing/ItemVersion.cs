using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Publishing;

/// <summary>What an item was at one publication: frozen, so that what a learner saw can be shown again years later.</summary>
/// <param name="Number">1 for the first version of the item, without gaps.</param>
/// <param name="ContentHash">SHA-256 of <paramref name="Body"/>, lower-case hex.</param>
public sealed record ItemVersion(
    Guid Key, Guid ItemKey, int Number, string Title, string Body, string ContentHash, DateTime CreatedAt, Guid? CreatedBy);

internal sealed class ItemVersionConfiguration : IEntityTypeConfiguration<ItemVersion>
{
    public void Configure(EntityTypeBuilder<ItemVersion> builder)
    {
        builder.ToTable("ItemVersions");
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).ValueGeneratedNever();
        builder.Property(v => v.Body).IsLongText();
        builder.Property(v => v.ContentHash).HasMaxLength(64).IsUnicode(false);
        builder.HasOne<PublishableItem>().WithMany().HasForeignKey(v => v.ItemKey).OnDelete(DeleteBehavior.Restrict);
        // Two reviewers who press "publish" at once: one of them gets the number, the other an error to retry on.
        builder.HasIndex(v => new { v.ItemKey, v.Number }).IsUnique();
    }
}

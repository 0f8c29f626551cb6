using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Regrading;

/// <summary>
/// From now on a question version is scored otherwise than it says: by the key of a later version, or with all points for
/// everybody. Appended; the latest of a question version counts. What people saw stays as it was.
/// </summary>
internal sealed class KeyCorrection
{
    private KeyCorrection() { }

    public Guid Key { get; private set; }
    public Guid QuestionVersionKey { get; private set; }
    /// <summary>1 for the first correction of this version.</summary>
    public int Number { get; private set; }
    /// <summary>The version of the same question whose key counts; null gives all points to everybody.</summary>
    public Guid? ReplacementVersionKey { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTime At { get; private set; }

    public static KeyCorrection Append(Guid questionVersionKey, int number, Guid? replacementVersionKey, string reason, Guid by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), QuestionVersionKey = questionVersionKey, Number = number, ReplacementVersionKey = replacementVersionKey,
        Reason = reason.Trim().Normalize(), By = by, At = now,
    };
}

internal sealed class KeyCorrectionConfiguration : IEntityTypeConfiguration<KeyCorrection>
{
    public void Configure(EntityTypeBuilder<KeyCorrection> builder)
    {
        builder.ToTable("KeyCorrections");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).ValueGeneratedNever();
        builder.Property(c => c.Reason).IsLongText();
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(c => c.QuestionVersionKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(c => c.ReplacementVersionKey).OnDelete(DeleteBehavior.Restrict);
        // Two people who correct at once: the second has to look at what the first has done.
        builder.HasIndex(c => new { c.QuestionVersionKey, c.Number }).IsUnique();
    }
}

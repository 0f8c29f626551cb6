using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Content.Courses;

/// <summary>What lists need of a course's draft without opening its document.</summary>
internal sealed class CourseEntry
{
    private CourseEntry() { }

    /// <summary>The key of the <see cref="PublishableItem"/>.</summary>
    public Guid CourseKey { get; private set; }
    public string Code { get; private set; } = "";

    public static CourseEntry Of(PublishableItem item, CourseContent content) => new() { CourseKey = item.Key, Code = content.Code };

    public void Follow(CourseContent content) => Code = content.Code;
}

internal sealed class CourseEntryConfiguration : IEntityTypeConfiguration<CourseEntry>
{
    public void Configure(EntityTypeBuilder<CourseEntry> builder)
    {
        builder.ToTable("Courses");
        builder.HasKey(c => c.CourseKey);
        builder.Property(c => c.CourseKey).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(CourseRules.LongestCode);
        builder.HasOne<PublishableItem>().WithOne().HasForeignKey<CourseEntry>(c => c.CourseKey).OnDelete(DeleteBehavior.Restrict);
        // Two authors who take the same code at once: the second is told that it is taken.
        builder.HasIndex(c => c.Code).IsUnique();
    }
}

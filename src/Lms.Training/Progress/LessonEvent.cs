using Lms.Data;
using Lms.Training.Enrolments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Progress;

internal enum LessonEventKind { Opened, Completed }

/// <summary>That a lesson was opened or done for the first time. Appended, never changed.</summary>
internal sealed record LessonEvent(Guid EnrolmentKey, string LessonId, LessonEventKind Kind, DateTime At);

internal sealed class LessonEventConfiguration : IEntityTypeConfiguration<LessonEvent>
{
    public void Configure(EntityTypeBuilder<LessonEvent> builder)
    {
        builder.ToTable("LessonEvents");
        // Two tabs, or a phone that sends again after losing the answer: the second row is left out, so done twice is done once.
        builder.HasKey(l => new { l.EnrolmentKey, l.LessonId, l.Kind });
        builder.Property(l => l.LessonId).HasMaxLength(40);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(l => l.EnrolmentKey).OnDelete(DeleteBehavior.Restrict);
    }
}

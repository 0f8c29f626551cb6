using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Enrolments;

/// <summary>What happened to an enrolment. Appended, never changed; the enrolment's own columns follow from these.</summary>
/// <param name="Detail">The reason of a withdrawal, or why a certificate is held back.</param>
/// <param name="AttemptKey">Of a grading, with <paramref name="BasisPoints"/> (hundredths of a percent) and <paramref name="Passed"/>.</param>
internal sealed record EnrolmentEvent(Guid Key, Guid EnrolmentKey, EnrolmentEventKind Kind, DateTime At, Guid? By = null, string? Detail = null, Guid? AttemptKey = null, int? BasisPoints = null, bool? Passed = null);

internal sealed class EnrolmentEventConfiguration : IEntityTypeConfiguration<EnrolmentEvent>
{
    public void Configure(EntityTypeBuilder<EnrolmentEvent> builder)
    {
        builder.ToTable("EnrolmentEvents");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).ValueGeneratedNever();
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.EnrolmentKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.EnrolmentKey, e.At });
    }
}

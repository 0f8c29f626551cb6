using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Attempts;

internal sealed class Exam
{
    private Exam() { }

    public Guid Key { get; private set; }
    public PublicCode PublicCode { get; private set; }
    public Guid ContextKey { get; private set; }
    public Guid PaperVersionKey { get; private set; }
    public string Title { get; private set; } = "";
    public DateTime OpensAt { get; private set; }
    /// <summary>The first instant at which it is closed.</summary>
    public DateTime ClosesAt { get; private set; }
    /// <summary>As staff reads it out in the room; null where none is asked for.</summary>
    public string? AccessCode { get; private set; }
    /// <summary>See <see cref="Networks"/>; empty for everywhere.</summary>
    public string Networks { get; private set; } = "";
    /// <summary>Counts what everybody who sits it has to hear of.</summary>
    public int News { get; private set; }

    public static Exam Schedule(NewExam exam, DateTime now)
    {
        var scheduled = new Exam
        {
            Key = Lms.Data.Key.New(now), PublicCode = PublicCode.New(), ContextKey = exam.ContextKey,
            PaperVersionKey = exam.PaperVersionKey, Title = exam.Title.Trim().Normalize(),
        };
        scheduled.Reschedule(exam.OpensAt, exam.ClosesAt);
        return scheduled;
    }

    public void Guard(string? accessCode, Networks networks) => (AccessCode, Networks) = (accessCode, networks.ToString());

    public void Reschedule(DateTime opensAt, DateTime closesAt)
    {
        if (closesAt <= opensAt) throw new ArgumentOutOfRangeException(nameof(closesAt), closesAt, "An exam closes after it opens.");
        (OpensAt, ClosesAt) = (opensAt, closesAt);
    }
}

internal sealed class ExamConfiguration : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> builder)
    {
        builder.ToTable("Exams");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).ValueGeneratedNever();
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(e => e.PaperVersionKey).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.AccessCode).HasMaxLength(ExamDoors.LongestCode);
        builder.Property(e => e.Networks).HasMaxLength(1000).IsUnicode(false);
        // Codes are random; the index makes the one collision in a billion an error instead of two exams behind one address.
        builder.HasIndex(e => e.PublicCode).IsUnique();
        builder.HasIndex(e => e.ContextKey);
    }
}

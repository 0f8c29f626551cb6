using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Classes;

internal sealed class TrainingClass
{
    private readonly List<ClassInstructor> instructors = [];

    private TrainingClass() { }

    public Guid Key { get; private set; }
    public PublicCode PublicCode { get; private set; }
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Place { get; private set; } = "";
    public Guid ProgrammeKey { get; private set; }
    public Guid InstitutionKey { get; private set; }
    public Guid CourseKey { get; private set; }
    public Guid CourseVersionKey { get; private set; }
    public Guid? PaperKey { get; private set; }
    public Guid? PaperVersionKey { get; private set; }
    public Guid? ExamKey { get; private set; }
    public PublicCode? ExamCode { get; private set; }
    public int ExamAttempts { get; private set; }
    public DateTime? ExamOpensAt { get; private set; }
    public DateTime? ExamClosesAt { get; private set; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public int Capacity { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public Guid? CancelledBy { get; private set; }
    public DateTime PlannedAt { get; private set; }
    public Guid? PlannedBy { get; private set; }
    public string SearchText { get; private set; } = "";
    /// <summary>Moved to hold this row's lock while its places are counted: two coordinators must not both give away the last one.</summary>
    public int Turn { get; private set; }
    public IReadOnlyList<ClassInstructor> Instructors => instructors;

    public static TrainingClass Plan(ClassDraft draft, Guid courseVersionKey, Guid? by, DateTime now)
    {
        var planned = new TrainingClass { Key = Lms.Data.Key.New(now), PublicCode = PublicCode.New(), PlannedAt = now, PlannedBy = by };
        planned.Describe(draft);
        planned.PinCourse(draft.ProgrammeKey, draft.CourseKey, courseVersionKey);
        return planned;
    }

    /// <summary>What may change as long as the class lives.</summary>
    public void Describe(ClassDraft draft)
    {
        (Code, Title, Place, InstitutionKey) = (draft.Code, draft.Title, draft.Place, draft.InstitutionKey);
        (StartsOn, EndsOn, Capacity) = (draft.StartsOn, draft.EndsOn, draft.Capacity);
        SearchText = FoldedText.Of($"{Title} {Code} {Place}");
        instructors.RemoveAll(i => !draft.InstructorKeys.Contains(i.PersonKey));
        foreach (var key in draft.InstructorKeys.Distinct().Except(instructors.Select(i => i.PersonKey)).ToList())
            instructors.Add(new ClassInstructor(Key, key));
    }

    public void PinCourse(Guid programmeKey, Guid courseKey, Guid courseVersionKey) =>
        (ProgrammeKey, CourseKey, CourseVersionKey) = (programmeKey, courseKey, courseVersionKey);

    public void PinExam(Guid paperKey, Guid paperVersionKey, ScheduledExam exam)
    {
        (PaperKey, PaperVersionKey) = (paperKey, paperVersionKey);
        (ExamKey, ExamCode, ExamAttempts) = (exam.Key, exam.Code, exam.AttemptsAllowed);
    }

    public void SetExamWindow(DateTime opensAt, DateTime closesAt) => (ExamOpensAt, ExamClosesAt) = (opensAt, closesAt);

    public void DropExam() => (PaperKey, PaperVersionKey, ExamKey, ExamCode, ExamAttempts, ExamOpensAt, ExamClosesAt) = (null, null, null, null, 0, null, null);

    public void Cancel(Guid? by, DateTime now) => (CancelledAt, CancelledBy) = (now, by);

    public ClassState StateOn(DateOnly today) => StateOn(today, StartsOn, EndsOn, CancelledAt);

    public static ClassState StateOn(DateOnly today, DateOnly startsOn, DateOnly endsOn, DateTime? cancelledAt) =>
        cancelledAt is not null ? ClassState.Cancelled
        : today < startsOn ? ClassState.Planned
        : today > endsOn ? ClassState.Finished
        : ClassState.Running;

    /// <summary>The same in the database's words.</summary>
    public static IQueryable<TrainingClass> In(IQueryable<TrainingClass> classes, ClassState state, DateOnly today) => state switch
    {
        ClassState.Cancelled => classes.Where(c => c.CancelledAt != null),
        ClassState.Planned => classes.Where(c => c.CancelledAt == null && c.StartsOn > today),
        ClassState.Finished => classes.Where(c => c.CancelledAt == null && c.EndsOn < today && c.StartsOn <= today),
        ClassState.Running => classes.Where(c => c.CancelledAt == null && c.StartsOn <= today && c.EndsOn >= today),
    };
}

internal sealed record ClassInstructor(Guid ClassKey, Guid PersonKey);

internal sealed class TrainingClassConfiguration : IEntityTypeConfiguration<TrainingClass>
{
    public void Configure(EntityTypeBuilder<TrainingClass> builder)
    {
        builder.ToTable("Classes");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.SearchText).HasMaxLength(1000);
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.InstitutionKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Instructors).WithOne().HasForeignKey(i => i.ClassKey).OnDelete(DeleteBehavior.Cascade);
        // Two coordinators who plan under one code at once: the second is told that it is taken.
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.PublicCode).IsUnique();
        builder.HasIndex(c => c.ExamCode);
        builder.HasIndex(c => c.StartsOn);
    }
}

internal sealed class ClassInstructorConfiguration : IEntityTypeConfiguration<ClassInstructor>
{
    public void Configure(EntityTypeBuilder<ClassInstructor> builder)
    {
        builder.ToTable("ClassInstructors");
        builder.HasKey(i => new { i.ClassKey, i.PersonKey });
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonKey).OnDelete(DeleteBehavior.Restrict);
    }
}

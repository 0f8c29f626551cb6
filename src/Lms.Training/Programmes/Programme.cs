using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Programmes;

internal sealed class Programme
{
    private readonly List<ProgrammeCourse> courses = [];

    private Programme() { }

    public Guid Key { get; private set; }
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string? CredentialCode { get; private set; }
    public bool Active { get; private set; }
    public IReadOnlyList<ProgrammeCourse> Courses => courses;

    public static Programme Lay(ProgrammeDraft draft, DateTime now)
    {
        var programme = new Programme { Key = Lms.Data.Key.New(now) };
        programme.Change(draft);
        return programme;
    }

    public void Change(ProgrammeDraft draft)
    {
        (Code, Title, TitleEn, Summary, CredentialCode, Active) = (draft.Code, draft.Title, draft.TitleEn, draft.Summary, draft.CredentialCode, draft.Active);
        courses.RemoveAll(c => !draft.CourseKeys.Contains(c.CourseKey));
        foreach (var (place, courseKey) in draft.CourseKeys.Index())
        {
            if (courses.Find(c => c.CourseKey == courseKey) is { } course) course.MoveTo(place);
            else courses.Add(new ProgrammeCourse(Key, courseKey, place));
        }
    }
}

internal sealed class ProgrammeCourse(Guid programmeKey, Guid courseKey, int place)
{
    public Guid ProgrammeKey { get; private set; } = programmeKey;
    public Guid CourseKey { get; private set; } = courseKey;
    public int Place { get; private set; } = place;

    public void MoveTo(int to) => Place = to;
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Summary).IsLongText();
        builder.Property(p => p.CredentialCode).HasMaxLength(40);
        builder.HasMany(p => p.Courses).WithOne().HasForeignKey(c => c.ProgrammeKey).OnDelete(DeleteBehavior.Cascade);
        // Two coordinators who take the same code at once: the second is told that it is taken.
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class ProgrammeCourseConfiguration : IEntityTypeConfiguration<ProgrammeCourse>
{
    public void Configure(EntityTypeBuilder<ProgrammeCourse> builder)
    {
        builder.ToTable("ProgrammeCourses");
        builder.HasKey(c => new { c.ProgrammeKey, c.CourseKey });
    }
}

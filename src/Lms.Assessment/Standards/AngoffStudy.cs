using Lms.Assessment.Papers.Drawing;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Standards;

/// <summary>The numbers are stored. Between the rounds judges see what all of them said, and think again.</summary>
public enum AngoffStage { FirstRound = 1, SecondRound = 2, Closed = 3 }

/// <summary>One standard setting for a paper, over the questions it could ask when the study was opened.</summary>
internal sealed class AngoffStudy
{
    private readonly List<AngoffJudge> judges = [];

    private AngoffStudy() { }

    public Guid Key { get; private set; }
    public Guid PaperKey { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>A <see cref="PaperBody"/>, frozen: a bank that grows changes no study.</summary>
    public string Body { get; private set; } = "";
    public AngoffStage Stage { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public Guid? OpenedBy { get; private set; }
    public IReadOnlyList<AngoffJudge> Judges => judges;

    public static AngoffStudy Open(Guid paperKey, PaperBody body, Guid? by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), PaperKey = paperKey, Title = body.Content.Title, Body = AssessmentJson.Write(body), Stage = AngoffStage.FirstRound, OpenedAt = now, OpenedBy = by,
    };

    public void Invite(Guid person)
    {
        if (judges.All(j => j.PersonKey != person)) judges.Add(new AngoffJudge(Key, person));
    }

    public void Advance() => Stage = Stage switch
    {
        AngoffStage.FirstRound => AngoffStage.SecondRound,
        AngoffStage.SecondRound or AngoffStage.Closed => AngoffStage.Closed,
    };
}

internal sealed record AngoffJudge(Guid StudyKey, Guid PersonKey);

/// <summary>What one judge said in one round. Appended, never changed: who thinks again within the round appends another, and the latest counts.</summary>
/// <param name="Estimates">Percent for each question in the order of the study, -1 where nothing was said yet: "60,-1,85".</param>
internal sealed record AngoffSheet(Guid Key, Guid StudyKey, AngoffStage Round, Guid JudgeKey, int Number, string Estimates, DateTime At);

internal sealed class AngoffStudyConfiguration : IEntityTypeConfiguration<AngoffStudy>
{
    public void Configure(EntityTypeBuilder<AngoffStudy> builder)
    {
        builder.ToTable("AngoffStudies");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).ValueGeneratedNever();
        builder.Property(s => s.Body).IsLongText();
        builder.HasOne<PublishableItem>().WithMany().HasForeignKey(s => s.PaperKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Judges).WithOne().HasForeignKey(j => j.StudyKey).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.PaperKey, s.OpenedAt });
    }
}

internal sealed class AngoffJudgeConfiguration : IEntityTypeConfiguration<AngoffJudge>
{
    public void Configure(EntityTypeBuilder<AngoffJudge> builder)
    {
        builder.ToTable("AngoffJudges");
        builder.HasKey(j => new { j.StudyKey, j.PersonKey });
        builder.HasIndex(j => j.PersonKey);
    }
}

internal sealed class AngoffSheetConfiguration : IEntityTypeConfiguration<AngoffSheet>
{
    public void Configure(EntityTypeBuilder<AngoffSheet> builder)
    {
        builder.ToTable("AngoffSheets");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).ValueGeneratedNever();
        builder.Property(s => s.Estimates).IsLongText().IsUnicode(false);
        builder.HasOne<AngoffStudy>().WithMany().HasForeignKey(s => s.StudyKey).OnDelete(DeleteBehavior.Restrict);
        // The double click, or two tabs: one takes the number, the other reads again.
        builder.HasIndex(s => new { s.StudyKey, s.Round, s.JudgeKey, s.Number }).IsUnique();
    }
}

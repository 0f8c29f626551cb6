using Lms.Assessment.Attempts;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Invigilation;

/// <summary>ExtraTime: for one person, before or during the exam. Extended: for all who sit at that moment. Submitted: handed in by force.</summary>
public enum InterventionKind { ExtraTime, Paused, Resumed, Extended, Submitted, Message }

/// <summary>What somebody did to an exam while it went on, or before for one person: who, when, what and why. Appended, never changed.</summary>
internal sealed class Intervention
{
    private Intervention() { }

    public Guid Key { get; private set; }
    public Guid ExamKey { get; private set; }
    /// <summary>Null where it met everybody, or somebody who had not begun.</summary>
    public Guid? AttemptKey { get; private set; }
    /// <summary>Null where it met everybody.</summary>
    public Guid? LearnerKey { get; private set; }
    /// <summary>What meets everybody is one row that says so, and one for each attempt it changed, which names that one here.</summary>
    public Guid? PartOf { get; private set; }
    public InterventionKind Kind { get; private set; }
    /// <summary>Extra time: the person's whole extra from now on. Extended: what was added.</summary>
    public int Minutes { get; private set; }
    /// <summary>How extra time was put, where it was put in percent.</summary>
    public int? Percent { get; private set; }
    /// <summary>Of one that met everybody: how many attempts it changed.</summary>
    public int Reached { get; private set; }
    /// <summary>The reason; of a message its text.</summary>
    public string Text { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTime At { get; private set; }

    public static Intervention On(Attempt attempt, InterventionKind kind, int minutes, string text, Guid by, DateTime now, Guid? partOf = null) => new()
    {
        Key = Lms.Data.Key.New(now), ExamKey = attempt.ExamKey, AttemptKey = attempt.Key, LearnerKey = attempt.LearnerKey,
        PartOf = partOf, Kind = kind, Minutes = minutes, Text = text, By = by, At = now,
    };

    public static Intervention OnAll(Guid examKey, InterventionKind kind, int minutes, int reached, string text, Guid by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), ExamKey = examKey, Kind = kind, Minutes = minutes, Reached = reached, Text = text, By = by, At = now,
    };

    public static Intervention ForPerson(Guid examKey, Guid learnerKey, Guid? attemptKey, ExtraTime extra, int minutes, string reason, Guid by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), ExamKey = examKey, LearnerKey = learnerKey, AttemptKey = attemptKey, Kind = InterventionKind.ExtraTime,
        Minutes = minutes, Percent = extra.Percent, Text = reason, By = by, At = now,
    };
}

internal sealed class InterventionConfiguration : IEntityTypeConfiguration<Intervention>
{
    public void Configure(EntityTypeBuilder<Intervention> builder)
    {
        builder.ToTable("Interventions");
        builder.HasKey(i => i.Key);
        builder.Property(i => i.Key).ValueGeneratedNever();
        builder.Property(i => i.Text).HasMaxLength(Interventions.LongestText);
        builder.HasOne<Exam>().WithMany().HasForeignKey(i => i.ExamKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(i => i.AttemptKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.ExamKey, i.LearnerKey });
    }
}

/// <summary>That the candidate has seen a message.</summary>
internal sealed record MessageSeen(Guid InterventionKey, Guid AttemptKey, DateTime At);

internal sealed class MessageSeenConfiguration : IEntityTypeConfiguration<MessageSeen>
{
    public void Configure(EntityTypeBuilder<MessageSeen> builder)
    {
        builder.ToTable("MessagesSeen");
        // Pressed twice, or on two devices: seen once.
        builder.HasKey(s => new { s.InterventionKey, s.AttemptKey });
        builder.HasOne<Intervention>().WithMany().HasForeignKey(s => s.InterventionKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(s => s.AttemptKey).OnDelete(DeleteBehavior.Restrict);
    }
}

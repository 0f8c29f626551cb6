using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Marking;

/// <summary>What one marker gave for one answer. Appended, never changed: who thinks again appends another, and the latest of a marker counts.</summary>
internal sealed class SlotMark
{
    private SlotMark() { }

    public Guid Key { get; private set; }
    public Guid AttemptKey { get; private set; }
    public int Slot { get; private set; }
    /// <summary>1 for the first mark of the slot, without gaps.</summary>
    public int Number { get; private set; }
    public Guid MarkerKey { get; private set; }
    public Points Points { get; private set; }
    /// <summary>Place of the chosen level for each criterion of the rubric, "0,2,1"; empty where there is none.</summary>
    public string Levels { get; private set; } = "";
    public string Comment { get; private set; } = "";
    public DateTime At { get; private set; }
    /// <summary>Given by the decision on an appeal: it outweighs every earlier mark.</summary>
    public bool Decisive { get; private set; }

    public static SlotMark Append(Guid attemptKey, int slot, int number, Guid markerKey, Points points, string levels, string comment, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), AttemptKey = attemptKey, Slot = slot, Number = number, MarkerKey = markerKey,
        Points = points, Levels = levels, Comment = comment.Trim().Normalize(), At = now,
    };

    public static SlotMark Decide(Guid attemptKey, int slot, int number, Guid by, Points points, string reasons, DateTime now)
    {
        var mark = Append(attemptKey, slot, number, by, points, "", reasons, now);
        mark.Decisive = true;
        return mark;
    }
}

internal sealed class SlotMarkConfiguration : IEntityTypeConfiguration<SlotMark>
{
    public void Configure(EntityTypeBuilder<SlotMark> builder)
    {
        builder.ToTable("SlotMarks");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).ValueGeneratedNever();
        builder.Property(m => m.Points).HasConversion<AttemptConfiguration.PointsAsHundredths>();
        builder.Property(m => m.Levels).IsUnicode(false);
        builder.Property(m => m.Comment).IsLongText();
        builder.HasOne<Attempt>().WithMany().HasForeignKey(m => m.AttemptKey).OnDelete(DeleteBehavior.Restrict);
        // Two markers who save at once: one takes the number, the other reads again, and with it what the first has given.
        builder.HasIndex(m => new { m.AttemptKey, m.Slot, m.Number }).IsUnique();
    }
}

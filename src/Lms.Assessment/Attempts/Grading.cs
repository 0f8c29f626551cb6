using System.Text.Json;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Why an attempt was graded. TimeUp: it was closed at its deadline, by the job or by a hand-in that came later. Marked: the
/// last mark wanting was given. Regraded: a key was corrected. Appeal: its
/// decision replaced a mark.
/// </summary>
internal enum GradingReason { HandedIn, TimeUp, Marked, Regraded, Appeal }

/// <summary>A score and how it came about. Appended, never changed: a later grading of the attempt takes the next number.</summary>
internal sealed class Grading
{
    private Grading() { }

    public Guid Key { get; private set; }
    public Guid AttemptKey { get; private set; }
    public int Number { get; private set; }
    public Points Score { get; private set; }
    public Points Maximum { get; private set; }
    public bool Passed { get; private set; }
    public GradingReason Reason { get; private set; }
    /// <summary>Null where the machine graded.</summary>
    public Guid? By { get; private set; }
    public DateTime At { get; private set; }
    /// <summary>For each slot awarded hundredths and the number of the <see cref="MarkReason"/>: [[100,0],[50,1]].</summary>
    public string Details { get; private set; } = "";

    public static Grading Append(Guid attemptKey, int number, FormScore score, GradingReason reason, Guid? by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), AttemptKey = attemptKey, Number = number, Score = score.Score, Maximum = score.Maximum,
        Passed = score.Passed, Reason = reason, By = by, At = now,
        Details = JsonSerializer.Serialize(score.Slots.Select(s => (int[])[s.Awarded.Hundredths, (int)s.Reason])),
    };

    public static SlotScore[] ReadDetails(string details) =>
        Array.ConvertAll(JsonSerializer.Deserialize<int[][]>(details)!, pair => new SlotScore(new Points(pair[0]), (MarkReason)pair[1]));
}

internal sealed class GradingConfiguration : IEntityTypeConfiguration<Grading>
{
    public void Configure(EntityTypeBuilder<Grading> builder)
    {
        builder.ToTable("Gradings");
        builder.HasKey(g => g.Key);
        builder.Property(g => g.Key).ValueGeneratedNever();
        builder.Property(g => g.Score).HasConversion<AttemptConfiguration.PointsAsHundredths>();
        builder.Property(g => g.Maximum).HasConversion<AttemptConfiguration.PointsAsHundredths>();
        builder.Property(g => g.Details).IsLongText().IsUnicode(false);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(g => g.AttemptKey).OnDelete(DeleteBehavior.Restrict);
        // Two markers who finish at once: one grading is the next, the other has to look at it first.
        builder.HasIndex(g => new { g.AttemptKey, g.Number }).IsUnique();
    }
}

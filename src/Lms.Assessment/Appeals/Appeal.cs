using Lms.Assessment.Attempts;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Appeals;

/// <summary>A candidate asks for her result to be looked at again (phúc khảo), and why.</summary>
internal sealed class Appeal
{
    private Appeal() { }

    public Guid Key { get; private set; }
    public Guid AttemptKey { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime RaisedAt { get; private set; }

    public static Appeal Raise(Guid attemptKey, string text, DateTime now) =>
        new() { Key = Lms.Data.Key.New(now), AttemptKey = attemptKey, Text = text.Trim().Normalize(), RaisedAt = now };
}

/// <summary>What became of an appeal. Given once, never changed.</summary>
internal sealed record AppealDecision(Guid AppealKey, bool Upheld, string Reasons, Guid By, DateTime At);

internal sealed class AppealConfiguration : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals");
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).ValueGeneratedNever();
        builder.Property(a => a.Text).IsLongText();
        builder.HasOne<Attempt>().WithMany().HasForeignKey(a => a.AttemptKey).OnDelete(DeleteBehavior.Restrict);
        // The double click: one appeal for an attempt, however often the form is sent.
        builder.HasIndex(a => a.AttemptKey).IsUnique();
    }
}

internal sealed class AppealDecisionConfiguration : IEntityTypeConfiguration<AppealDecision>
{
    public void Configure(EntityTypeBuilder<AppealDecision> builder)
    {
        builder.ToTable("AppealDecisions");
        // Two who decide at once: the key lets one of them.
        builder.HasKey(d => d.AppealKey);
        builder.Property(d => d.Reasons).IsLongText();
        builder.HasOne<Appeal>().WithOne().HasForeignKey<AppealDecision>(d => d.AppealKey).OnDelete(DeleteBehavior.Restrict);
    }
}

using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Seeds.Replay;

/// <summary>Which seed a scenario was begun with: one that is resumed must draw the same people and answers.</summary>
internal sealed class ScenarioRun
{
    public required string Name { get; init; }
    public required int Seed { get; init; }
    public required DateTime BegunAt { get; init; }
}

internal sealed class ScenarioRunConfiguration : IEntityTypeConfiguration<ScenarioRun>
{
    public void Configure(EntityTypeBuilder<ScenarioRun> builder)
    {
        builder.ToTable("ScenarioRuns");
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(60);
    }
}

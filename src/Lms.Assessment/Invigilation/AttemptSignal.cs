using Lms.Assessment.Attempts;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Invigilation;

/// <summary>
/// FocusLost: another window or app was in front; <see cref="AttemptSignal.Times"/> and <see cref="AttemptSignal.Seconds"/> say how often and how long.
/// AddressChanged: requests came from another network address. OpenedElsewhere: the questions were open on two pages at once.
/// </summary>
public enum SignalKind { FocusLost, AddressChanged, OpenedElsewhere }

/// <summary>Something a page reported or the server noticed. It is a hint for a person to look, and no proof of anything: a line may break, a phone may ring.</summary>
/// <param name="Number">1 for the first of the attempt.</param>
/// <param name="Detail">Of a change of address the new one.</param>
internal sealed record AttemptSignal(Guid AttemptKey, int Number, SignalKind Kind, int Times, int Seconds, string Detail, DateTime At);

internal sealed class AttemptSignalConfiguration : IEntityTypeConfiguration<AttemptSignal>
{
    public void Configure(EntityTypeBuilder<AttemptSignal> builder)
    {
        builder.ToTable("AttemptSignals");
        // Two signals at once take the same number: one of them is written, the other is left out. None is worth a second try.
        builder.HasKey(s => new { s.AttemptKey, s.Number });
        builder.Property(s => s.Detail).HasMaxLength(45).IsUnicode(false);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(s => s.AttemptKey).OnDelete(DeleteBehavior.Restrict);
    }
}

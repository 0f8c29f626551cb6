using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Attempts;

/// <summary>
/// One step of an attempt: an answer given, or, with slot 0, the closing. Appended, never changed; the last step of a
/// slot is what counts.
/// </summary>
/// <param name="Sequence">1 for the first step of the attempt, without gaps.</param>
/// <param name="Response">See <see cref="Scoring.ResponseJson"/>; empty for the closing.</param>
internal sealed record Answer(Guid AttemptKey, int Sequence, int Slot, string Response, DateTime GivenAt)
{
    public const int ClosingSlot = 0;
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("Answers");
        // The one guard of all races on an attempt. Two tabs that save at once both read the log and take the next number:
        // one gets it, the other reads again. And since closing is a step of the same log, an answer and a hand-in, or two
        // hand-ins, cannot both come next: no answer is ever acknowledged that the score has not seen.
        builder.HasKey(a => new { a.AttemptKey, a.Sequence });
        builder.Property(a => a.Response).IsLongText();
        builder.HasOne<Attempt>().WithMany().HasForeignKey(a => a.AttemptKey).OnDelete(DeleteBehavior.Restrict);
    }
}

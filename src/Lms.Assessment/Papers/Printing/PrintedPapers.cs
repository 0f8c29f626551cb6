using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Papers.Printing;

/// <summary>
/// One of a printed paper's orders. Kept as drawn, like an attempt's form: the answer key of a sheet that lies in a drawer must
/// be found again.
/// </summary>
/// <param name="Letter">A to D.</param>
/// <param name="Form">See <see cref="DrawnForm"/>.</param>
internal sealed record PrintedVariant(Guid Key, Guid PaperVersionKey, string Letter, long Seed, string Form, DateTime At, Guid? By);

internal sealed class PrintedVariantConfiguration : IEntityTypeConfiguration<PrintedVariant>
{
    public void Configure(EntityTypeBuilder<PrintedVariant> builder)
    {
        builder.ToTable("PrintedVariants");
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).ValueGeneratedNever();
        builder.Property(v => v.Letter).HasMaxLength(1).IsUnicode(false);
        builder.Property(v => v.Form).IsLongText().IsUnicode(false);
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(v => v.PaperVersionKey).OnDelete(DeleteBehavior.Restrict);
        // Two who print at once: the variants of whoever is first are those of both.
        builder.HasIndex(v => new { v.PaperVersionKey, v.Letter }).IsUnique();
    }
}

/// <param name="Number">Of the paper's version.</param>
/// <param name="Key">The same slots with what is right, corrected keys included; without responses.</param>
public sealed record PrintedPaper(string Title, string Instructions, int Number, string Letter, int TimeLimitMinutes, Points Maximum, IReadOnlyList<ShownSection> Sections, IReadOnlyList<SlotReview> Key);

/// <summary>A published paper for those who sit it on paper: four variants of the same questions in different orders.</summary>
public sealed class PrintedPapers(LmsDb db, FrozenPapers papers, TimeProvider clock)
{
    public static IReadOnlyList<string> Letters { get; } = ["A", "B", "C", "D"];

    /// <summary>Draws the variants of a version once; asked again, it changes nothing. False where there is no such version.</summary>
    public async Task<bool> PrepareAsync(Guid paperVersionKey, Guid? by, CancellationToken ct = default)
    {
        if (await papers.FindAsync(db, paperVersionKey, ct) is not { } paper) return false;
        if (await db.PrintedVariants.AnyAsync(v => v.PaperVersionKey == paperVersionKey, ct)) return true;
        var now = clock.GetUtcNow().UtcDateTime;
        var first = paper.Draw(Seed.New());
        foreach (var letter in Letters)
        {
            var seed = Seed.New();
            db.Add(new PrintedVariant(Lms.Data.Key.New(now), paperVersionKey, letter, seed, DrawnForm.Write(paper.Reordered(first, seed)), now, by));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
        }

        return true;
    }

    /// <summary>When the variants were drawn; null where they are not yet.</summary>
    public Task<DateTime?> PreparedAtAsync(Guid paperVersionKey, CancellationToken ct = default) =>
        db.PrintedVariants.Where(v => v.PaperVersionKey == paperVersionKey).MinAsync(v => (DateTime?)v.At, ct);

    public async Task<PrintedPaper?> ReadAsync(Guid paperVersionKey, string letter, CancellationToken ct = default)
    {
        if (await db.PrintedVariants.Where(v => v.PaperVersionKey == paperVersionKey && v.Letter == letter).Select(v => v.Form).SingleOrDefaultAsync(ct) is not { } stored) return null;
        var paper = await papers.GetAsync(db, paperVersionKey, ct);
        var (form, corrections) = (DrawnForm.Read(stored), await KeyCorrections.ReadAsync(db, ct));
        return new PrintedPaper(paper.Content.Title, paper.Content.Instructions, paper.Number, letter, paper.Content.TimeLimitMinutes, paper.Maximum, ShownPaper.Sections(paper, form),
            [.. form.Select((slot, i) => ReviewedPaper.Unanswered(paper, slot, i + 1, corrections))]);
    }
}

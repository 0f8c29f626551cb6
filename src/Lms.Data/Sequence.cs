using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Data;

/// <summary>A gapless counter, for example the register numbers of one issuer in one year.</summary>
public sealed class Sequence
{
    public required string Name { get; init; }
    public long Last { get; private set; }

    /// <summary>
    /// Takes <paramref name="count"/> consecutive numbers inside the caller's transaction and returns the first.
    /// The update locks the counter's row until that transaction ends: two nodes queue here, and a rollback
    /// gives the numbers back, which is what makes the series gapless.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open: a lone crash would leave a gap.</exception>
    public static async Task<long> TakeAsync(LmsDb db, string name, int count, CancellationToken ct = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is only taken inside the transaction that uses it.");

        var rows = db.Set<Sequence>().Where(s => s.Name == name);
        if (await rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count), ct) == 0)
        {
            await CreateAsync(db, name, ct);
            await rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count), ct);
        }

        return await rows.Select(s => s.Last).SingleAsync(ct) - count + 1;
    }

    /// <summary>Two nodes may meet here on the first certificate of a year: the insert that comes second does nothing.</summary>
    private static Task<int> CreateAsync(LmsDb db, string name, CancellationToken ct) => db.Database.IsSqlServer()
        ? db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Sequences" ("Name", "Last") SELECT {name}, 0
            WHERE NOT EXISTS (SELECT 1 FROM "Sequences" WITH (UPDLOCK, HOLDLOCK) WHERE "Name" = {name})
            """, ct)
        : db.Database.ExecuteSqlAsync($"""INSERT INTO "Sequences" ("Name", "Last") VALUES ({name}, 0) ON CONFLICT DO NOTHING""", ct);
}

internal sealed class SequenceConfiguration : IEntityTypeConfiguration<Sequence>
{
    public void Configure(EntityTypeBuilder<Sequence> builder)
    {
        builder.ToTable("Sequences");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(120);
    }
}

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

        if (db.Database.IsSqlServer()) return await TakeInThreeStepsAsync(db, name, count, ct) - count + 1;
        var last = await db.Database.SqlQuery<long>($"""
            INSERT INTO "Sequences" ("Name", "Last") VALUES ({name}, {count})
            ON CONFLICT ("Name") DO UPDATE SET "Last" = "Sequences"."Last" + {count} RETURNING "Last"
            """).ToListAsync(ct);
        return last.Single() - count + 1;
    }

    /// <summary>SQL Server has no ON CONFLICT. Two nodes may meet at the first certificate of a year: the insert that comes second does nothing.</summary>
    private static async Task<long> TakeInThreeStepsAsync(LmsDb db, string name, int count, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Sequences" ("Name", "Last") SELECT {name}, 0
            WHERE NOT EXISTS (SELECT 1 FROM "Sequences" WITH (UPDLOCK, HOLDLOCK) WHERE "Name" = {name})
            """, ct);
        var row = db.Set<Sequence>().Where(s => s.Name == name);
        await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count), ct);
        return await row.Select(s => s.Last).SingleAsync(ct);
    }
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

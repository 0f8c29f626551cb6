using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Audit;

/// <summary>Writes the log, in the transaction of what it tells. Two statements and the insert, for one line or for a thousand.</summary>
internal sealed class AuditTrail(LmsDb db)
{
    private const string Series = "audit";
    private const int RebuiltAtOnce = 500;

    public Task AppendAsync(AuditFact fact, CancellationToken ct) => AppendAsync([fact], ct);

    /// <summary>
    /// The caller saves. Everybody who writes queues here until the other's transaction ends, so this comes last, after every
    /// other number is taken: two transactions that each wait for a series the other holds would never end.
    /// </summary>
    public async Task AppendAsync(IReadOnlyCollection<AuditFact> facts, CancellationToken ct)
    {
        if (facts.Count == 0) return;
        var number = await Sequence.TakeAsync(db, Series, facts.Count, ct);
        var hash = await HashBeforeAsync(number, ct);
        foreach (var fact in facts)
        {
            var entry = new AuditEntry(number++, hash, fact);
            db.AuditEntries.Add(entry);
            hash = entry.Hash;
        }
    }

    /// <summary>
    /// For databases older than the log: what each certificate's own columns tell of its issue and revocation, and a first line
    /// that says so. Where every certificate is in the log already, one query.
    /// </summary>
    /// <returns>How many certificates were written down.</returns>
    public async Task<int> RebuildAsync(DateTime now, CancellationToken ct)
    {
        var rebuilt = 0;
        while (true)
        {
            await using var unit = await db.BeginUnitAsync(ct);
            var missing = await db.Certificates.Where(c => !db.Set<AuditEntry>().Any(e => e.CertificateKey == c.Key))
                .OrderBy(c => c.IssuedAt).ThenBy(c => c.Key).Take(RebuiltAtOnce)
                .Select(c => new { c.Key, c.IssuedAt, c.CertificateNumber, c.RevokedAt, c.RevocationReason }).ToListAsync(ct);
            if (missing.Count == 0) return rebuilt;

            List<AuditFact> facts = rebuilt == 0 ? [new(now, Register.CertificateAction.LogRebuilt, null)] : [];
            foreach (var c in missing)
            {
                facts.Add(new(c.IssuedAt, Register.CertificateAction.Issued, null, c.Key, Detail: c.CertificateNumber));
                if (c.RevokedAt is { } revokedAt) facts.Add(new(revokedAt, Register.CertificateAction.Revoked, null, c.Key, Detail: c.RevocationReason));
            }

            await AppendAsync(facts, ct);
            await db.SaveChangesAsync(ct);
            await unit.CommitAsync(ct);
            db.ChangeTracker.Clear();
            rebuilt += missing.Count;
        }
    }

    /// <summary>Of what this unit of work has written and not yet saved, the table knows nothing.</summary>
    private async Task<string> HashBeforeAsync(long number, CancellationToken ct) =>
        number == 1 ? AuditEntry.Beginning
        : await db.AuditEntries.Where(e => e.Number == number - 1).Select(e => e.Hash).SingleOrDefaultAsync(ct)
        ?? db.AuditEntries.Local.Single(e => e.Number == number - 1).Hash;
}

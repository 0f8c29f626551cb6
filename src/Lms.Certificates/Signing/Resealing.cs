using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Signing;

/// <summary>
/// Signs again what a withdrawn key had signed, and for the first time what was issued before certificates were signed. The
/// certificate, its number and its place in the status lists stay; prints with the old offline code say "key withdrawn".
/// </summary>
public sealed class Resealing
{
    private const int Portion = 500;

    private readonly LmsDb db;
    private readonly Seals seals;

    internal Resealing(LmsDb db, Seals seals) => (this.db, this.seals) = (db, seals);

    /// <returns>How many. Can be interrupted and run again: each portion is a commit.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        var done = 0;
        for (int portion; ; done += portion)
        {
            portion = await FirstTimeAsync(ct) + await AgainAsync(ct);
            if (portion == 0) return done;
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> FirstTimeAsync(CancellationToken ct)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        IQueryable<CertificateSeal> all = db.Seals;
        var bare = await db.Certificates.Where(c => !all.Any(s => s.CertificateKey == c.Key)).OrderBy(c => c.Key).Take(Portion).ToListAsync(ct);
        await seals.SealAsync(bare, ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return bare.Count;
    }

    private async Task<int> AgainAsync(CancellationToken ct)
    {
        var withdrawn = db.SigningKeys.Where(k => k.WithdrawnAt != null).Select(k => k.Id);
        var spoilt = await db.Seals.Where(s => withdrawn.Contains(s.KeyId)).OrderBy(s => s.CertificateKey).Take(Portion)
            .Join(db.Certificates, s => s.CertificateKey, c => c.Key, (s, c) => new { c, s }).ToListAsync(ct);
        if (spoilt.Count == 0) return 0;
        await seals.SignAsync([.. spoilt.Select(x => (x.c, x.s))], ct);
        await db.SaveChangesAsync(ct);
        return spoilt.Count;
    }
}

using Lms.Certificates.Issuing;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Employers;

/// <summary>What to send where, and with which secret to sign it.</summary>
public sealed record DueDelivery(Guid Key, string Address, byte[] Secret, CertificateCode Code, Standing Previous, Standing Standing, DateTime ChangedAt, int Try);

/// <summary>Notices that watched certificates have changed, and keeps what employers have not been told yet.</summary>
public sealed class WebhookQueue
{
    private const int Batch = 500;
    /// <summary>Longer than a delivery may take: who has it may die, and it comes due again.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2), KeptAfterwards = TimeSpan.FromDays(30);

    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly KeyVault vault;

    internal WebhookQueue(LmsDb db, TimeProvider clock, KeyVault vault) => (this.db, this.clock, this.vault) = (db, clock, vault);

    /// <summary>
    /// Compares what was told with what is, instead of listening to each place that changes a certificate: expiry is no
    /// event, and nothing is missed while a node is down. A few statements for each 500 changes.
    /// </summary>
    /// <returns>How many changes there were.</returns>
    public async Task<int> NoteChangesAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        for (var total = 0; ;)
        {
            var changes = await ChangesAsync(CityCalendar.DateAt(now), ct);
            if (changes.Count == 0 || !await NoteAsync(changes, now, ct)) return total;
            total += changes.Count;
        }
    }

    private sealed record Change(Guid Watch, Guid ApiKey, CertificateCode Code, Standing Previous, Standing Standing, bool IsTold);

    private Task<List<Change>> ChangesAsync(DateOnly today, CancellationToken ct)
    {
        var keys = db.ApiKeys;
        return db.Watches.Join(db.Certificates, w => w.Code, c => c.Code, (w, c) => new
        {
            Watch = w,
            Standing = c.RevokedOn != null ? Standing.Revoked : c.SupersededOn != null ? Standing.Superseded : c.SuspendedOn != null ? Standing.Suspended : c.ExpiresOn < today ? Standing.Expired : Standing.Valid,
        }).Where(x => x.Watch.Standing != x.Standing).OrderBy(x => x.Watch.Key).Take(Batch)
            .Select(x => new Change(x.Watch.Key, x.Watch.ApiKeyKey, x.Watch.Code, x.Watch.Standing, x.Standing, keys.Any(k => k.Key == x.Watch.ApiKeyKey && k.WithdrawnAt == null && k.WebhookAddress != null)))
            .ToListAsync(ct);
    }

    /// <summary>All of them or none: false where another node has noticed one of them at this moment. What is left is found next time.</summary>
    private async Task<bool> NoteAsync(List<Change> changes, DateTime now, CancellationToken ct)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        foreach (var alike in changes.GroupBy(c => (c.Previous, c.Standing)))
        {
            var watches = alike.Select(c => c.Watch).ToList();
            var noted = await db.Watches.Where(w => watches.Contains(w.Key) && w.Standing == alike.Key.Previous).ExecuteUpdateAsync(set => set.SetProperty(w => w.Standing, alike.Key.Standing), ct);
            if (noted != watches.Count) return false;
        }

        await db.AppendAsync([.. changes.Where(c => c.IsTold).Select(c => new WebhookDelivery(c.ApiKey, c.Code, c.Previous, c.Standing, now))], ct: ct);
        await unit.CommitAsync(ct);
        return true;
    }

    /// <summary>Takes what is due; it is the caller's for two minutes.</summary>
    public async Task<IReadOnlyList<DueDelivery>> TakeDueAsync(int most, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Deliveries.Where(d => d.State != DeliveryState.Waiting && d.ChangedAt < now - KeptAfterwards).ExecuteDeleteAsync(ct);
        var due = await db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.DueAt <= now).OrderBy(d => d.DueAt).Take(most)
            .Join(db.ApiKeys, d => d.ApiKeyKey, k => k.Key, (d, k) => new { d.Key, d.Code, d.Previous, d.Standing, d.ChangedAt, d.Tries, KeyKey = k.Key, k.WebhookAddress, k.SealedSecret, k.WithdrawnAt }).ToListAsync(ct);
        var taken = new List<DueDelivery>();
        foreach (var d in due)
        {
            // The try is counted before it is made: a delivery that kills its node is given up in the end, too.
            var mine = await db.Deliveries.Where(x => x.Key == d.Key && x.State == DeliveryState.Waiting && x.DueAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.DueAt, now + Claim).SetProperty(x => x.Tries, x => x.Tries + 1), ct);
            if (mine == 0) continue;
            var secret = d.SealedSecret is null ? null : vault.Open(d.SealedSecret, ApiKeys.SealName(d.KeyKey));
            if (d.WithdrawnAt is not null || d.WebhookAddress is null || secret is null)
                await db.Deliveries.Where(x => x.Key == d.Key).ExecuteUpdateAsync(set => set.SetProperty(x => x.State, DeliveryState.GivenUp), ct);
            else taken.Add(new DueDelivery(d.Key, d.WebhookAddress, secret, d.Code, d.Previous, d.Standing, d.ChangedAt, d.Tries + 1));
        }

        return taken;
    }

    /// <param name="problem">Null: delivered.</param>
    public async Task NoteAsync(Guid delivery, string? problem, CancellationToken ct = default)
    {
        var row = await db.Deliveries.SingleAsync(d => d.Key == delivery, ct);
        if (problem is null) row.NoteDelivered();
        else row.NoteFailure(problem, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
    }
}

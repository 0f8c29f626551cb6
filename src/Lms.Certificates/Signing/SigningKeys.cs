using System.Security.Cryptography;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Signing;

public enum SigningKeyState { Announced, Active, Retired, Withdrawn }

/// <param name="Id">RFC 7638 thumbprint.</param>
/// <param name="IsReadable">False where the master key at hand does not open it: it cannot sign here.</param>
/// <param name="Seals">How many certificates carry its signature now.</param>
public sealed record SigningKeyFacts(string Id, SigningKeyState State, DateTime CreatedAt, DateTime ActivatesAt, DateTime? RetiresAt, DateTime? WithdrawnAt, string? WithdrawalReason, bool IsReadable, int Seals);

public enum WithdrawKeyOutcome { Withdrawn, NotFound, AlreadyWithdrawn, ReasonMissing }

/// <summary>The keys that sign certificates, credentials and status lists. One signs at a time; the others verify.</summary>
public sealed class SigningKeys
{
    /// <summary>A year, of which the last week overlaps with the announcement of the next.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromDays(365), Announcement = TimeSpan.FromDays(7);

    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly KeyVault vault;
    private readonly KeyRing ring;

    internal SigningKeys(LmsDb db, TimeProvider clock, KeyVault vault, KeyRing ring) => (this.db, this.clock, this.vault, this.ring) = (db, clock, vault, ring);

    /// <summary>The newest first.</summary>
    public async Task<List<SigningKeyFacts>> ListAsync(CancellationToken ct = default)
    {
        var now = Now;
        var seals = await db.Seals.GroupBy(s => s.KeyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var keys = await db.SigningKeys.AsNoTracking().OrderByDescending(k => k.ActivatesAt).ThenByDescending(k => k.CreatedAt).ToListAsync(ct);
        return [.. keys.Select(k => new SigningKeyFacts(k.Id, k.StateAt(now), k.CreatedAt, k.ActivatesAt, k.RetiresAt, k.WithdrawnAt, k.WithdrawalReason,
            vault.Open(k.SealedPrivateKey, k.Id) is not null, seals.GetValueOrDefault(k.Id)))];
    }

    /// <summary>Makes a key and tells the present one when to retire.</summary>
    /// <param name="atOnce">Signs from now on, without the week in which verifiers learn of it.</param>
    /// <returns>The new key's id.</returns>
    public async Task<string> RotateAsync(bool atOnce, CancellationToken ct = default)
    {
        var now = Now;
        var activatesAt = atOnce ? now : now + Announcement;
        foreach (var present in await db.SigningKeys.Where(k => k.WithdrawnAt == null && (k.RetiresAt == null || k.RetiresAt > activatesAt)).ToListAsync(ct))
            present.RetireAt(activatesAt);
        var key = Make(now, activatesAt);
        await db.SaveChangesAsync(ct);
        ring.Forget();
        return key.Id;
    }

    /// <summary>By schedule: the first key where there is none, the next one when the present nears the end of its term. Null where nothing is due.</summary>
    public async Task<string?> RotateIfDueAsync(CancellationToken ct = default)
    {
        var now = Now;
        var keys = (await AllAsync(now, ct)).Where(k => k.MaySignAt(now)).ToList();
        if (keys.Count == 0) return await RotateAsync(atOnce: true, ct);
        return keys.All(k => k.RetiresAt is not null || now >= k.ActivatesAt + Term - Announcement) && !keys.Any(k => k.ActivatesAt > now) ? await RotateAsync(atOnce: false, ct) : null;
    }

    /// <summary>After a compromise: nothing it ever signed is believed again. Certificates sealed with it are sealed anew by <see cref="Resealing"/>.</summary>
    public async Task<WithdrawKeyOutcome> WithdrawAsync(string id, string reason, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return WithdrawKeyOutcome.ReasonMissing;
        if (await db.SigningKeys.SingleOrDefaultAsync(k => k.Id == id, ct) is not { } key) return WithdrawKeyOutcome.NotFound;
        if (key.WithdrawnAt is not null) return WithdrawKeyOutcome.AlreadyWithdrawn;
        key.Withdraw(reason.Trim(), Now);
        await db.SaveChangesAsync(ct);
        ring.Forget();
        return WithdrawKeyOutcome.Withdrawn;
    }

    /// <summary>The key that signs at this moment, opened. The first one is made here, in the caller's unit of work. The caller disposes it.</summary>
    /// <exception cref="InvalidOperationException">The master key is not the one the key was sealed with.</exception>
    internal async Task<(string Id, byte[] ShortId, ECDsa Key)> ForSigningAsync(CancellationToken ct)
    {
        var now = Now;
        var held = (await AllAsync(now, ct)).Where(k => k.MaySignAt(now)).OrderBy(k => k.ActivatesAt > now).ThenBy(k => k.ActivatesAt > now ? k.ActivatesAt - now : now - k.ActivatesAt).FirstOrDefault();
        if (held is null)
        {
            var made = db.SigningKeys.Local.FirstOrDefault(k => k.StateAt(now) == SigningKeyState.Active) ?? Make(now, now);
            ring.Forget();
            held = Held(made);
        }

        var secret = vault.Open(held.SealedPrivateKey, held.Id) ?? throw new InvalidOperationException($"Signing key {held.Id} cannot be opened: the master key is another one than when it was made.");
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        CryptographicOperations.ZeroMemory(secret);
        return (held.Id, held.ShortId, key);
    }

    /// <summary>All that ever were, the withdrawn ones included.</summary>
    internal async Task<IReadOnlyList<HeldKey>> AllAsync(DateTime now, CancellationToken ct) =>
        ring.At(now) ?? ring.Keep([.. (await db.SigningKeys.AsNoTracking().OrderByDescending(k => k.ActivatesAt).ToListAsync(ct)).Select(Held)], now);

    private SigningKey Make(DateTime now, DateTime activatesAt)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = PublicKey.Of(pair);
        var secret = pair.ExportPkcs8PrivateKey();
        var row = new SigningKey(key, vault.Seal(secret, key.Thumbprint), now, activatesAt);
        CryptographicOperations.ZeroMemory(secret);
        db.SigningKeys.Add(row);
        return row;
    }

    private static HeldKey Held(SigningKey k) => new(k.Id, k.PublicKey, k.PublicKey.ShortId, k.SealedPrivateKey, k.ActivatesAt, k.RetiresAt, k.WithdrawnAt);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

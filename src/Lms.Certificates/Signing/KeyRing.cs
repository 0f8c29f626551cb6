namespace Lms.Certificates.Signing;

/// <summary>The keys as this process last read them: every verification needs them and they change once a year.</summary>
internal sealed class KeyRing
{
    /// <summary>How long a node may go on without knowing what another node did to the keys.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private Snapshot? latest;

    public IReadOnlyList<HeldKey>? At(DateTime now) =>
        Volatile.Read(ref latest) is { } snapshot && now >= snapshot.ReadAt && now - snapshot.ReadAt < Freshness ? snapshot.Keys : null;

    public IReadOnlyList<HeldKey> Keep(IReadOnlyList<HeldKey> keys, DateTime now)
    {
        Volatile.Write(ref latest, new Snapshot(keys, now));
        return keys;
    }

    public void Forget() => Volatile.Write(ref latest, null);

    private sealed record Snapshot(IReadOnlyList<HeldKey> Keys, DateTime ReadAt);
}

/// <param name="SealedPrivateKey">As in the row: opened only where something is signed.</param>
internal sealed record HeldKey(string Id, PublicKey Public, byte[] ShortId, byte[] SealedPrivateKey, DateTime ActivatesAt, DateTime? RetiresAt, DateTime? WithdrawnAt)
{
    /// <summary>Nodes hear of a rotation a little late.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public bool MaySignAt(DateTime now) => WithdrawnAt is null && (RetiresAt is null || RetiresAt > now);

    /// <summary>A certificate dated after its key retired was signed by somebody who should no longer have it.</summary>
    public bool CoversIssueAt(DateTime issuedAt) => RetiresAt is null || issuedAt <= RetiresAt + Grace;
}

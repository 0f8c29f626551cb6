using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Signing;

/// <param name="Jwt">A BitstringStatusListCredential, signed.</param>
/// <param name="MadeAt">When the register was asked.</param>
public sealed record SignedStatusList(string Jwt, DateTime MadeAt);

/// <summary>
/// Which certificates are revoked or suspended, for verifiers who must not tell us whom they ask about (W3C Bitstring
/// Status List 1.0). Made from the register when somebody asks, and kept for a minute: it is never older than that.
/// </summary>
public sealed class StatusLists
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    /// <summary>How long a copy may be relied upon; after that a verifier has to say that it is too old.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromHours(24);
    private const int TimeToLiveMilliseconds = 3_600_000;

    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly SigningKeys keys;
    private readonly StatusListCache cache;
    private readonly PublicSite site;

    internal StatusLists(LmsDb db, TimeProvider clock, SigningKeys keys, StatusListCache cache, IOptions<CertificateOptions> options) =>
        (this.db, this.clock, this.keys, this.cache, site) = (db, clock, keys, cache, new PublicSite(options.Value.PublicAddress));

    /// <summary>Null where no such list was begun.</summary>
    public async Task<SignedStatusList?> FindAsync(StatusPurpose purpose, int number, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (cache.Find(purpose, number) is { } kept && now >= kept.MadeAt && now - kept.MadeAt < Kept) return kept;
        if (!await db.StatusLists.AnyAsync(l => l.Number == number, ct)) return null;
        return cache.Keep(purpose, number, await MakeAsync(purpose, number, now, ct));
    }

    /// <summary>The numbers of the lists, in order; both purposes have the same.</summary>
    public Task<List<int>> NumbersAsync(CancellationToken ct = default) => db.StatusLists.OrderBy(l => l.Number).Select(l => l.Number).ToListAsync(ct);

    private async Task<SignedStatusList> MakeAsync(StatusPurpose purpose, int number, DateTime now, CancellationToken ct)
    {
        var bits = new byte[StatusPlace.ListLength / 8];
        foreach (var index in await SetBitsAsync(purpose, number, ct)) bits[index >> 3] |= (byte)(0x80 >> (index & 7));
        var address = site.StatusAddress(purpose, number);
        var json = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = address,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = site.Did,
            ["validFrom"] = CredentialJson.Instant(now),
            ["validUntil"] = CredentialJson.Instant(now + Valid),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{address}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = purpose.Name(),
                ["encodedList"] = $"u{Base64Url.EncodeToString(Compressed(bits))}",
                ["ttl"] = TimeToLiveMilliseconds,
            },
            ["iss"] = site.Did,
            ["iat"] = UnixSeconds.Of(now),
            ["exp"] = UnixSeconds.Of(now + Valid),
        };
        var signing = await keys.ForSigningAsync(ct);
        using var key = signing.Key;
        return new SignedStatusList(CompactJwt.Sign(CredentialJson.Bytes(json), site.KeyAddress(signing.Id), "vc+jwt", key), now);
    }

    /// <summary>What was renewed keeps its bit: it was and is genuine until it expires.</summary>
    private Task<List<int>> SetBitsAsync(StatusPurpose purpose, int number, CancellationToken ct)
    {
        var certificates = purpose switch
        {
            StatusPurpose.Revocation => db.Certificates.Where(c => c.RevokedAt != null || (c.SupersededAt != null && c.SupersededBecause != SupersessionCause.Renewed)),
            StatusPurpose.Suspension => db.Certificates.Where(c => c.SuspendedAt != null),
        };
        return db.Seals.Where(s => s.StatusList == number).Join(certificates, s => s.CertificateKey, c => c.Key, (s, _) => s.StatusIndex).ToListAsync(ct);
    }

    private static byte[] Compressed(byte[] bits)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bits);
        return compressed.ToArray();
    }
}

/// <summary>The lists as this process made them last.</summary>
internal sealed class StatusListCache
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(StatusPurpose, int), SignedStatusList> lists = [];

    public SignedStatusList? Find(StatusPurpose purpose, int number) => lists.GetValueOrDefault((purpose, number));
    public SignedStatusList Keep(StatusPurpose purpose, int number, SignedStatusList made) => lists[(purpose, number)] = made;
}

using System.Security.Cryptography;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Signing;

/// <summary>Gives certificates their signed carriers.</summary>
internal sealed class Seals(LmsDb db, TimeProvider clock, SigningKeys keys, IOptions<CertificateOptions> options)
{
    /// <summary>Asked for once in a scope: a whole class is issued in one.</summary>
    private readonly Dictionary<int, StatusList> lists = [];

    /// <summary>
    /// Joins the unit of work that enters these certificates in the register, which has a transaction open (places in the
    /// status lists are given out gaplessly) and saves. The number of statements does not grow with the number of certificates.
    /// </summary>
    public async Task SealAsync(IReadOnlyCollection<Certificate> entered, CancellationToken ct)
    {
        if (entered.Count == 0) return;
        var places = await PlacesAsync(entered.Count, ct);
        var seals = entered.Zip(places, (certificate, place) => (certificate, new CertificateSeal(certificate.Key, place))).ToList();
        await SignAsync(seals, ct);
        db.Seals.AddRange(seals.Select(s => s.Item2));
    }

    public async Task SignAsync(IReadOnlyCollection<(Certificate Certificate, CertificateSeal Seal)> seals, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var signing = await keys.ForSigningAsync(ct);
        using var key = signing.Key;
        var site = new PublicSite(options.Value.PublicAddress);
        foreach (var (certificate, seal) in seals)
            seal.Sign(signing.Id, OfflinePayload.Sign(Claims(certificate, seal, site), signing.ShortId, key), Jwt(certificate, seal, site, signing.Id, key), now);
    }

    private async Task<List<StatusPlace>> PlacesAsync(int count, CancellationToken ct)
    {
        var first = (int)await Sequence.TakeAsync(db, "status-places", count, ct) - 1;
        var (firstList, lastList) = (first / StatusPlace.ListLength, (first + count - 1) / StatusPlace.ListLength);
        if (!Enumerable.Range(firstList, lastList - firstList + 1).All(lists.ContainsKey))
            foreach (var begun in await db.StatusLists.Where(l => l.Number >= firstList && l.Number <= lastList).ToListAsync(ct)) lists[begun.Number] = begun;
        // No two nodes begin the same list: whoever took the numbers holds the counter until the commit.
        for (var number = firstList; number <= lastList; number++)
            if (!lists.ContainsKey(number)) db.StatusLists.Add(lists[number] = new StatusList(number, RandomNumberGenerator.GetBytes(32)));
        return [.. Enumerable.Range(first, count).Select(n => new StatusPlace(n / StatusPlace.ListLength, lists[n / StatusPlace.ListLength].PlaceOf(n % StatusPlace.ListLength)))];
    }

    private static OfflineClaims Claims(Certificate c, CertificateSeal seal, PublicSite site) =>
        new(site.Host, c.ExpiresAt, c.IssuedAt, c.Code, c.CertificateNumber, c.HolderName, c.BirthDate, c.CredentialCode, seal.StatusList, seal.StatusIndex);

    private static string Jwt(Certificate c, CertificateSeal seal, PublicSite site, string keyId, ECDsa key) =>
        CompactJwt.Sign(OpenBadge.Write(c, seal, site), site.KeyAddress(keyId), "JWT", key);
}

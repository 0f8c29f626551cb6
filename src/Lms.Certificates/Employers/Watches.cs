using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Employers;

public enum WatchOutcome { Watched, UnknownCode, TooMany }

/// <param name="Standing">As it was told, or as it was when the watch began.</param>
public sealed record WatchedCertificate(CertificateCode Code, Standing Standing, DateTime Since);

/// <summary>Which certificates an employer wants to hear of, by the employer's key.</summary>
public sealed class Watches(LmsDb db, TimeProvider clock)
{
    public const int MostPerKey = 10_000;

    /// <summary>Asked again, it stays watched.</summary>
    public async Task<WatchOutcome> WatchAsync(Guid apiKey, string code, CancellationToken ct = default)
    {
        if (!CertificateCode.TryParse(code, out var parsed)) return WatchOutcome.UnknownCode;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = CityCalendar.DateAt(now);
        var watches = db.Watches;
        var found = await db.Certificates.Where(c => c.Code == parsed).Select(c => new
        {
            Standing = Standings.Of(c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn, today),
            IsWatched = watches.Any(w => w.ApiKeyKey == apiKey && w.Code == parsed), Count = watches.Count(w => w.ApiKeyKey == apiKey),
        }).SingleOrDefaultAsync(ct);
        if (found is null) return WatchOutcome.UnknownCode;
        if (found.IsWatched) return WatchOutcome.Watched;
        if (found.Count >= MostPerKey) return WatchOutcome.TooMany;
        db.Watches.Add(new CertificateWatch(apiKey, parsed, found.Standing, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear(); // the same request, sent twice at once
        }
        return WatchOutcome.Watched;
    }

    /// <summary>What is not watched is not watched afterwards either.</summary>
    public Task UnwatchAsync(Guid apiKey, string code, CancellationToken ct = default) =>
        CertificateCode.TryParse(code, out var parsed) ? db.Watches.Where(w => w.ApiKeyKey == apiKey && w.Code == parsed).ExecuteDeleteAsync(ct) : Task.CompletedTask;

    /// <summary>The newest first; at most <see cref="MostPerKey"/>.</summary>
    public Task<List<WatchedCertificate>> ListAsync(Guid apiKey, CancellationToken ct = default) =>
        db.Watches.Where(w => w.ApiKeyKey == apiKey).OrderByDescending(w => w.Key).Select(w => new WatchedCertificate(w.Code, w.Standing, w.Since)).ToListAsync(ct);
}

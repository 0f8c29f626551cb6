using System.Collections.Concurrent;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Certificates.Verification;

/// <summary>How often a certificate was looked at on a day, as one node counted it; appended, added up by who reads.</summary>
internal sealed class VerificationCount
{
    private VerificationCount() { }

    public VerificationCount(Guid certificateKey, DateOnly day, int count, DateTime now) => (Key, CertificateKey, Day, Count) = (Data.Key.New(now), certificateKey, day, count);

    public Guid Key { get; private set; }
    public Guid CertificateKey { get; private set; }
    public DateOnly Day { get; private set; }
    public int Count { get; private set; }
}

/// <param name="Times">On that day by the city's calendar.</param>
public sealed record VerifiedOn(DateOnly Day, int Times);

/// <summary>
/// Counts verifications for the holder, and nothing about who asked. Counting costs a request no query: a node keeps its
/// counts in memory until <see cref="FlushAsync"/>. What is not written when a node is killed is lost; it is a count, not a fact.
/// </summary>
public sealed class VerificationCounts(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Nobody fills the memory by asking for all that there is.</summary>
    private const int MostKept = 50_000;
    private ConcurrentDictionary<(CertificateCode Code, DateOnly Day), int> waiting = new();

    public void Record(CertificateCode code)
    {
        var counts = waiting;
        var key = (code, CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime));
        if (counts.Count < MostKept || counts.ContainsKey(key)) counts.AddOrUpdate(key, 1, (_, before) => before + 1);
    }

    /// <summary>Writes what was counted since the last time: one query and one insert for some hundred certificates.</summary>
    public async Task<int> FlushAsync(CancellationToken ct = default)
    {
        if (waiting.IsEmpty) return 0;
        var counts = Interlocked.Exchange(ref waiting, new());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var some in counts.Chunk(400))
        {
            var codes = some.Select(c => c.Key.Code).Distinct().ToList();
            var keys = await db.Certificates.Where(c => codes.Contains(c.Code)).Select(c => new { c.Code, c.Key }).ToDictionaryAsync(c => c.Code, c => c.Key, ct);
            await db.AppendAsync(some.Where(c => keys.ContainsKey(c.Key.Code)).Select(c => new VerificationCount(keys[c.Key.Code], c.Key.Day, c.Value, now)).ToList(), ct: ct);
        }

        return counts.Count;
    }

    /// <summary>Of the holder's certificates, by day, the newest first.</summary>
    public async Task<ILookup<CertificateCode, VerifiedOn>> OfHolderAsync(Guid holderKey, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        var days = await db.VerificationCounts.Join(db.Certificates.Where(c => c.HolderKey == holderKey), v => v.CertificateKey, c => c.Key, (v, c) => new { c.Code, v.Day, v.Count })
            .GroupBy(v => new { v.Code, v.Day }).Select(g => new { g.Key.Code, g.Key.Day, Times = g.Sum(v => v.Count) }).ToListAsync(ct);
        return days.OrderByDescending(d => d.Day).ToLookup(d => d.Code, d => new VerifiedOn(d.Day, d.Times));
    }
}

internal sealed class VerificationCountConfiguration : IEntityTypeConfiguration<VerificationCount>
{
    public void Configure(EntityTypeBuilder<VerificationCount> builder)
    {
        builder.ToTable("VerificationCounts");
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).ValueGeneratedNever();
        builder.HasIndex(v => new { v.CertificateKey, v.Day });
    }
}

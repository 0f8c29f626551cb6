using Lms.Certificates.Approval;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Audit;

/// <param name="CertificateNumber">With <paramref name="Code"/>, where the line is about a certificate.</param>
/// <param name="DecisionNumber">With <paramref name="DecisionKey"/>, where it is about a decision.</param>
/// <param name="By">Null: a rule did it, not a person.</param>
public sealed record AuditLine(long Number, DateTime At, CertificateAction Action, Guid? By, string? Detail, CertificateCode? Code, string? CertificateNumber, Guid? DecisionKey, string? DecisionNumber, string Hash);

/// <param name="From">The first instant, in UTC, and <paramref name="Until"/> the first one after.</param>
public sealed record AuditFilter(CertificateAction? Action = null, DateTime? From = null, DateTime? Until = null, Guid? By = null, CertificateCode? Certificate = null);
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, int Total, int Page, int PageSize);

/// <param name="BrokenAt">The first number that does not follow from the one before; null where the chain holds.</param>
/// <param name="LastHash">Written down elsewhere, it proves later that nothing up to here was changed since.</param>
public sealed record ChainCheck(long Lines, long? BrokenAt, string LastHash, DateTime CheckedAt);

/// <summary>Reads of the log of everything that happened to certificates, proposals and decisions.</summary>
public sealed class AuditLog
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly AuditTrail trail;

    internal AuditLog(LmsDb db, TimeProvider clock, AuditTrail trail) => (this.db, this.clock, this.trail) = (db, clock, trail);

    /// <summary>The newest first, in two queries whatever the size.</summary>
    /// <param name="page">From 1.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, int page, int pageSize = 50, CancellationToken ct = default)
    {
        var matching = Matching(filter);
        var total = await matching.CountAsync(ct);
        var lines = await Lines(matching.OrderByDescending(e => e.Number).Skip((page - 1) * pageSize).Take(pageSize)).ToListAsync(ct);
        return new AuditPage(lines, total, page, pageSize);
    }

    /// <summary>What happened to one decision, the oldest first.</summary>
    public Task<List<AuditLine>> OfDecisionAsync(Guid decisionKey, CancellationToken ct = default) =>
        Lines(db.AuditEntries.Where(e => e.DecisionKey == decisionKey && e.CertificateKey == null).OrderBy(e => e.Number)).ToListAsync(ct);

    /// <summary>Recomputes every hash in one streamed query, and looks for gaps and for lines missing at the end.</summary>
    public async Task<ChainCheck> CheckAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (expected, hash) = (1L, AuditEntry.Beginning);
        // The counter is read first: a line appended while we read must not look like one too many.
        var taken = await db.Set<Sequence>().Where(s => s.Name == "audit").Select(s => s.Last).SingleOrDefaultAsync(ct);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Number != expected || entry.PreviousHash != hash || entry.Hash != entry.Recomputed()) return new ChainCheck(expected - 1, expected, hash, now);
            (expected, hash) = (expected + 1, entry.Hash);
        }

        return new ChainCheck(expected - 1, expected <= taken ? expected : null, hash, now);
    }

    /// <summary>After the database was brought up to this version: see that no certificate is without its lines.</summary>
    public Task<int> RebuildAsync(CancellationToken ct = default) => trail.RebuildAsync(clock.GetUtcNow().UtcDateTime, ct);

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        IQueryable<AuditEntry> entries = db.AuditEntries;
        if (filter.Action is { } action) entries = entries.Where(e => e.Action == action);
        if (filter.From is { } from) entries = entries.Where(e => e.At >= from);
        if (filter.Until is { } until) entries = entries.Where(e => e.At < until);
        if (filter.By is { } by) entries = entries.Where(e => e.By == by);
        if (filter.Certificate is { } code) entries = entries.Where(e => db.Set<Certificate>().Any(c => c.Key == e.CertificateKey && c.Code == code));
        return entries;
    }

    private IQueryable<AuditLine> Lines(IQueryable<AuditEntry> entries) =>
        from e in entries
        join c in db.Set<Certificate>() on e.CertificateKey equals (Guid?)c.Key into certificates
        from c in certificates.DefaultIfEmpty()
        join d in db.Set<Decision>() on e.DecisionKey equals (Guid?)d.Key into decisions
        from d in decisions.DefaultIfEmpty()
        select new AuditLine(e.Number, e.At, e.Action, e.By, e.Detail, c == null ? null : (CertificateCode?)c.Code, c == null ? null : c.CertificateNumber, e.DecisionKey, d == null ? null : d.Number, e.Hash);
}

using Lms.Certificates.Audit;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Approval;

public enum HandoverOutcome { Done, NotFound, AlreadyHandedOver, NameMissing, DateInTheFuture, ChangedMeanwhile }

/// <param name="HandedOverTo">Null: not handed over yet.</param>
public sealed record HandoverRow(CertificateCode Code, string CertificateNumber, long RegisterNumber, int RegisterYear, string HolderName, DateOnly BirthDate, string ClassCode, DateOnly? HandedOverOn, string? HandedOverTo);

/// <summary>Receipts: who signed for the paper, and when.</summary>
public sealed class Handovers
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly AuditTrail trail;

    internal Handovers(LmsDb db, TimeProvider clock, AuditTrail trail) => (this.db, this.clock, this.trail) = (db, clock, trail);

    /// <summary>The receipt list of a decision in the order of the register.</summary>
    public Task<List<HandoverRow>> OfDecisionAsync(Guid decisionKey, CancellationToken ct = default) =>
        db.Certificates.Where(c => c.DecisionKey == decisionKey && c.RegisterNumber > 0).OrderBy(c => c.RegisterYear).ThenBy(c => c.RegisterNumber)
            .Select(c => new HandoverRow(c.Code, c.CertificateNumber, c.RegisterNumber, c.RegisterYear, c.HolderName, c.BirthDate, c.ClassCode, c.HandedOverOn, c.HandedOverTo)).ToListAsync(ct);

    /// <param name="to">Who signed for it.</param>
    public async Task<HandoverOutcome> RecordAsync(CertificateCode code, string to, DateOnly on, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(to) is not { Length: > 0 and <= 200 } receiver) return HandoverOutcome.NameMissing;
        var now = clock.GetUtcNow().UtcDateTime;
        if (on > CityCalendar.DateAt(now)) return HandoverOutcome.DateInTheFuture;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } certificate) return HandoverOutcome.NotFound;
        if (certificate.HandedOverOn is not null) return HandoverOutcome.AlreadyHandedOver;
        certificate.HandOver(receiver, on);
        await trail.AppendAsync(Fact(now, certificate.Key, receiver, on, by), ct);
        if (!await db.TrySaveAsync(ct)) return HandoverOutcome.ChangedMeanwhile;
        await unit.CommitAsync(ct);
        return HandoverOutcome.Done;
    }

    /// <summary>Everybody of a decision who has no receipt yet signed for her own.</summary>
    /// <returns>How many; null where the date lies in the future.</returns>
    public async Task<int?> RecordAllAsync(Guid decisionKey, DateOnly on, Guid by, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (on > CityCalendar.DateAt(now)) return null;
        await using var unit = await db.BeginUnitAsync(ct);
        var open = db.Certificates.Where(c => c.DecisionKey == decisionKey && c.HandedOverOn == null);
        var people = await open.OrderBy(c => c.RegisterYear).ThenBy(c => c.RegisterNumber).Select(c => new { c.Key, c.HolderName }).ToListAsync(ct);
        await open.ExecuteUpdateAsync(set => set.SetProperty(c => c.HandedOverOn, on).SetProperty(c => c.HandedOverTo, c => c.HolderName).SetProperty(c => c.Turn, c => c.Turn + 1), ct);
        await trail.AppendAsync([.. people.Select(p => Fact(now, p.Key, p.HolderName, on, by))], ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return people.Count;
    }

    private static AuditFact Fact(DateTime now, Guid certificate, string to, DateOnly on, Guid by) => new(now, CertificateAction.HandedOver, by, certificate, Detail: $"{on:dd/MM/yyyy}: {to}");
}

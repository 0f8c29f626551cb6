using Lms.Certificates.Audit;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Register;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Approval;

/// <summary>What the registrar looks through before a decision: who is to get a certificate, and what is wrong with it.</summary>
public sealed class Proposals
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly ProposalCheck check;
    private readonly AuditTrail trail;

    internal Proposals(LmsDb db, TimeProvider clock, ProposalCheck check, AuditTrail trail) => (this.db, this.clock, this.check, this.trail) = (db, clock, check, trail);

    /// <summary>All that wait, by class and name, in four queries. A department decides often enough that they are some thousand at most.</summary>
    /// <param name="people">Asked once for the holders, to compare the names of today.</param>
    public Task<List<ProposalRow>> WaitingAsync(Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, PresentPerson>>>? people = null, CancellationToken ct = default) =>
        RowsAsync(db.Proposals.Where(p => p.State == ProposalState.Waiting), people, ct);

    public Task<List<ProposalRow>> OfDecisionAsync(Guid decisionKey, Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, PresentPerson>>>? people = null, CancellationToken ct = default) =>
        RowsAsync(db.Proposals.Where(p => p.DecisionKey == decisionKey), people, ct);

    public Task<List<ProposalRow>> PutAsideAsync(CancellationToken ct = default) => RowsAsync(db.Proposals.Where(p => p.State == ProposalState.PutAside), null, ct);

    /// <summary>What a holder waits for.</summary>
    public Task<List<ProposalRow>> OfHolderAsync(Guid holderKey, CancellationToken ct = default) =>
        RowsAsync(db.Proposals.Where(p => p.HolderKey == holderKey && (p.State == ProposalState.Waiting || p.State == ProposalState.InDecision || p.State == ProposalState.Refused)), null, ct);

    public async Task<ProposalRow?> FindAsync(Guid key, CancellationToken ct = default) => (await RowsAsync(db.Proposals.Where(p => p.Key == key), null, ct)).SingleOrDefault();

    /// <summary>Changes what will be printed, in this proposal only; the person's own record is somebody else's.</summary>
    public Task<ProposalOutcome> MendAsync(Guid key, ProposalFacts facts, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(facts.HolderName).Length == 0) return Task.FromResult(ProposalOutcome.MissingHolderName);
        if (facts.BirthDate is null) return Task.FromResult(ProposalOutcome.MissingBirthDate);
        string?[] printed = [PrintedText.Clean(facts.HolderName), PrintedText.Clean(facts.BirthPlace), PrintedText.Clean(facts.OrganisationName)];
        if (!printed.All(PrintableText.CanPrint)) return Task.FromResult(ProposalOutcome.UnprintableCharacter);
        return ChangeAsync(key, p => p.State is ProposalState.Waiting or ProposalState.Refused, CertificateAction.ProposalMended, null, by, p =>
        {
            var before = $"{p.HolderName}, {p.BirthDate:dd/MM/yyyy}, {p.BirthPlace}, {p.OrganisationName}";
            p.Mend(facts);
            return $"{p.ClassCode}: {before} → {p.HolderName}, {p.BirthDate:dd/MM/yyyy}, {p.BirthPlace}, {p.OrganisationName}";
        }, ct);
    }

    /// <summary>No certificate for now; it may be taken up again.</summary>
    public Task<ProposalOutcome> PutAsideAsync(Guid key, string reason, Guid by, CancellationToken ct = default) =>
        PrintedText.Clean(reason) is not { Length: > 0 } why ? Task.FromResult(ProposalOutcome.ReasonMissing)
        : ChangeAsync(key, p => p.State is ProposalState.Waiting or ProposalState.Refused, CertificateAction.ProposalPutAside, why, by, p =>
        {
            p.PutAside(why);
            return $"{p.HolderName}, {p.ClassCode}: {why}";
        }, ct);

    public Task<ProposalOutcome> TakeUpAsync(Guid key, Guid by, CancellationToken ct = default) =>
        ChangeAsync(key, p => p.State is ProposalState.PutAside or ProposalState.Refused, CertificateAction.ProposalTakenUp, null, by, p =>
        {
            p.WaitAgain();
            return $"{p.HolderName}, {p.ClassCode}";
        }, ct);

    private async Task<ProposalOutcome> ChangeAsync(Guid key, Func<Proposal, bool> may, CertificateAction action, string? reason, Guid by, Func<Proposal, string> change, CancellationToken ct)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Proposals.SingleOrDefaultAsync(p => p.Key == key, ct) is not { } proposal) return ProposalOutcome.NotFound;
        if (!may(proposal)) return ProposalOutcome.NotWaiting;
        var decision = proposal.DecisionKey;
        await trail.AppendAsync(new AuditFact(clock.GetUtcNow().UtcDateTime, action, by, DecisionKey: decision, Detail: change(proposal)), ct);
        if (!await db.TrySaveAsync(ct)) return ProposalOutcome.ChangedMeanwhile;
        await unit.CommitAsync(ct);
        return ProposalOutcome.Done;
    }

    private async Task<List<ProposalRow>> RowsAsync(IQueryable<Proposal> which, Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, PresentPerson>>>? people, CancellationToken ct)
    {
        var proposals = await which.AsNoTracking().OrderBy(p => p.ClassCode).ThenBy(p => p.HolderName).ThenBy(p => p.Key).ToListAsync(ct);
        var present = people is null || proposals.Count == 0 ? null : await people([.. proposals.Select(p => p.HolderKey).Distinct()]);
        var problems = await check.OfAsync(proposals, which, together: true, present is null ? null : key => present.GetValueOrDefault(key), ct);
        var names = await db.CredentialTypes.ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        return [.. proposals.Zip(problems, (p, wrong) => new ProposalRow(p.Key, p.CredentialCode, names.GetValueOrDefault(p.CredentialCode, p.CredentialCode), p.HolderKey,
            new ProposalFacts(p.HolderName, p.BirthDate, p.BirthPlace, p.OrganisationName), p.IssuerName, p.ClassKey, p.ClassCode, p.CourseTitle, p.Hours,
            Certificate.Percent(p.ResultPercentHundredths), p.ProposedAt, p.ProposedBy, p.State, p.DecisionKey, p.Note,
            p.State is ProposalState.Issued ? [] : wrong))];
    }
}

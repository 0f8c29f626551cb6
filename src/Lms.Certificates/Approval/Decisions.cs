using Lms.Certificates.Audit;
using Lms.Certificates.Pdf;
using Lms.Certificates.Register;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Approval;

/// <summary>A batch on its way: drawn up, submitted, approved or returned. What was approved is issued by <see cref="BatchIssuing"/>.</summary>
public sealed class Decisions
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly ProposalCheck check;
    private readonly AuditTrail trail;

    internal Decisions(LmsDb db, TimeProvider clock, ProposalCheck check, AuditTrail trail) => (this.db, this.clock, this.check, this.trail) = (db, clock, check, trail);

    /// <summary>Those of the proposals that still wait are put into it; where none does, there is no decision.</summary>
    public async Task<(DecisionOutcome Outcome, Guid? Key)> DrawUpAsync(DecisionDraft draft, IReadOnlyCollection<Guid> proposals, Guid by, CancellationToken ct = default)
    {
        if (ProblemOf(draft) is { } problem) return (problem, null);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        var decision = new Decision(draft, by, now);
        db.Decisions.Add(decision);
        if (!await db.TrySaveAsync(ct)) return (DecisionOutcome.NumberTaken, null);
        var people = await PutAsync(decision.Key, proposals, ct);
        if (people == 0) return (DecisionOutcome.TakenMeanwhile, null);
        await trail.AppendAsync(new AuditFact(now, CertificateAction.DecisionDrawnUp, by, DecisionKey: decision.Key, Detail: $"{decision.Number}; {people}"), ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return (DecisionOutcome.Done, decision.Key);
    }

    public Task<DecisionOutcome> ChangeAsync(Guid key, DecisionDraft draft, Guid by, CancellationToken ct = default) => ProblemOf(draft) is { } problem
        ? Task.FromResult(problem)
        : StepAsync(key, DecisionState.Draft, CertificateAction.DecisionChanged, by, null, (d, _) =>
        {
            d.ChangeTo(draft);
            return Task.FromResult<DecisionOutcome?>(null);
        }, ct);

    /// <summary>Puts more proposals into it.</summary>
    public Task<DecisionOutcome> AddAsync(Guid key, IReadOnlyCollection<Guid> proposals, Guid by, CancellationToken ct = default) =>
        StepAsync(key, DecisionState.Draft, CertificateAction.DecisionChanged, by, null, async (d, _) => await PutAsync(d.Key, proposals, ct) == 0 ? DecisionOutcome.TakenMeanwhile : null, ct);

    /// <summary>Takes one out again; it waits for another decision.</summary>
    public Task<DecisionOutcome> TakeOutAsync(Guid key, Guid proposal, Guid by, CancellationToken ct = default) =>
        StepAsync(key, DecisionState.Draft, CertificateAction.DecisionChanged, by, null, async (d, _) =>
            await db.Proposals.Where(p => p.Key == proposal && p.DecisionKey == d.Key && p.State == ProposalState.InDecision)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProposalState.Waiting).SetProperty(p => p.DecisionKey, (Guid?)null).SetProperty(p => p.Turn, p => p.Turn + 1), ct) == 0
                ? DecisionOutcome.TakenMeanwhile : null, ct);

    /// <summary>To the signatory. Refused while something stands in the way of anybody in it.</summary>
    public Task<DecisionOutcome> SubmitAsync(Guid key, Guid by, CancellationToken ct = default) =>
        StepAsync(key, DecisionState.Draft, CertificateAction.DecisionSubmitted, by, null, async (d, now) =>
        {
            var inIt = db.Proposals.Where(p => p.DecisionKey == d.Key);
            var proposals = await inIt.AsNoTracking().ToListAsync(ct);
            if (proposals.Count == 0) return DecisionOutcome.NobodyInIt;
            if ((await check.OfAsync(proposals, inIt, together: true, null, ct)).Any(p => p.Any(x => x.StandsInTheWay()))) return DecisionOutcome.ProblemsLeft;
            d.Submit(now);
            return null;
        }, ct);

    public Task<DecisionOutcome> ApproveAsync(Guid key, Guid signatory, CancellationToken ct = default) =>
        StepAsync(key, DecisionState.Submitted, CertificateAction.DecisionApproved, signatory, null, (d, now) =>
        {
            if (d.SignatoryKey != signatory) return Task.FromResult<DecisionOutcome?>(DecisionOutcome.NotTheSignatory);
            d.Approve(now);
            return Task.FromResult<DecisionOutcome?>(null);
        }, ct);

    public Task<DecisionOutcome> ReturnAsync(Guid key, string reason, Guid signatory, CancellationToken ct = default) => PrintedText.Clean(reason) is not { Length: > 0 } why
        ? Task.FromResult(DecisionOutcome.ReasonMissing)
        : StepAsync(key, DecisionState.Submitted, CertificateAction.DecisionReturned, signatory, why, (d, _) =>
        {
            if (d.SignatoryKey != signatory) return Task.FromResult<DecisionOutcome?>(DecisionOutcome.NotTheSignatory);
            d.Return(why);
            return Task.FromResult<DecisionOutcome?>(null);
        }, ct);

    /// <summary>The signed paper, until the decision is issued and after; a later one takes the place of the first.</summary>
    public async Task<DecisionFileProblem> AttachAsync(Guid key, string name, byte[] content, Guid by, CancellationToken ct = default)
    {
        if (DecisionPaper.ProblemOf(content) is not DecisionFileProblem.None and var problem) return problem;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        if (!await db.Decisions.AnyAsync(d => d.Key == key, ct)) return DecisionFileProblem.NotFound;
        var (safe, hash) = (DecisionPaper.NameOf(name), DecisionPaper.HashOf(content));
        if (await db.DecisionFiles.SingleOrDefaultAsync(f => f.DecisionKey == key, ct) is { } file) file.Replace(safe, content, now);
        else db.DecisionFiles.Add(new DecisionFile(key, safe, content, now));
        await trail.AppendAsync(new AuditFact(now, CertificateAction.DecisionFileAdded, by, DecisionKey: key, Detail: $"{safe}; SHA-256 {hash}"), ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return DecisionFileProblem.None;
    }

    private async Task<DecisionOutcome> StepAsync(Guid key, DecisionState from, CertificateAction action, Guid by, string? detail, Func<Decision, DateTime, Task<DecisionOutcome?>> step, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Decisions.SingleOrDefaultAsync(d => d.Key == key, ct) is not { } decision) return DecisionOutcome.NotFound;
        if (decision.State != from) return DecisionOutcome.NotInThisState;
        if (await step(decision, now) is { } refusal) return refusal;
        await trail.AppendAsync(new AuditFact(now, action, by, DecisionKey: key, Detail: detail ?? decision.Number), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return DecisionOutcome.ChangedMeanwhile;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return DecisionOutcome.NumberTaken;
        }

        await unit.CommitAsync(ct);
        return DecisionOutcome.Done;
    }

    /// <summary>One statement: of two registrars who put the same people into two decisions, each person is in one of them.</summary>
    private Task<int> PutAsync(Guid decisionKey, IReadOnlyCollection<Guid> proposals, CancellationToken ct) =>
        db.Proposals.Where(p => proposals.Contains(p.Key) && p.State == ProposalState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProposalState.InDecision).SetProperty(p => p.DecisionKey, (Guid?)decisionKey).SetProperty(p => p.Turn, p => p.Turn + 1), ct);

    private static DecisionOutcome? ProblemOf(DecisionDraft draft) =>
        PrintedText.Clean(draft.Number) is not { Length: > 0 and <= 60 } ? DecisionOutcome.NumberMissing
        : draft.SignatoryKey == default || PrintedText.Clean(draft.SignatoryName) is not { Length: > 0 and <= 200 } || draft.SignatoryTitle.Length > 200 ? DecisionOutcome.SignatoryMissing
        : !new[] { draft.Number, draft.SignatoryName, draft.SignatoryTitle }.All(text => PrintableText.CanPrint(PrintedText.Clean(text))) ? DecisionOutcome.UnprintableCharacter
        : null;
}

using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Approval;

/// <summary>One certificate of a batch, for whoever tells its holder.</summary>
public sealed record IssuedInBatch(Guid AchievementKey, Guid HolderKey, string HolderName, CertificateCode Code, string CertificateNumber, string CredentialName);

/// <param name="Left">How many of the decision are still to be issued after these.</param>
public sealed record IssuedPart(IReadOnlyList<IssuedInBatch> Issued, int Refused, int Left);

/// <summary>
/// Issues an approved decision part by part. Each part is one transaction of the caller's: it locks the decision's row, takes
/// what is left, and either all of it (numbers, rows, seals, log) is there afterwards or none. So a killed run goes on where
/// it stopped, and two nodes that issue one decision at once take turns.
/// </summary>
public sealed class BatchIssuing
{
    public const int PartSize = 200;

    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly CredentialTypes credentialTypes;
    private readonly ProposalCheck check;
    private readonly RegisterBook register;
    private readonly AuditTrail trail;
    private readonly IOptions<CertificateOptions> options;

    internal BatchIssuing(LmsDb db, TimeProvider clock, CredentialTypes credentialTypes, ProposalCheck check, RegisterBook register, AuditTrail trail, IOptions<CertificateOptions> options) =>
        (this.db, this.clock, this.credentialTypes, this.check, this.register, this.trail, this.options) = (db, clock, credentialTypes, check, register, trail, options);

    /// <summary>
    /// Joins the caller's unit of work, which must hold an open transaction and which saves and commits. The number of
    /// statements before the save does not depend on <paramref name="most"/>. Null where the decision is not being issued.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public async Task<IssuedPart?> IssueNextAsync(Guid decisionKey, int most = PartSize, CancellationToken ct = default)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A part of a batch is issued inside the transaction that saves it.");
        var held = await db.Decisions.Where(d => d.Key == decisionKey && d.State == DecisionState.Approved).ExecuteUpdateAsync(set => set.SetProperty(d => d.Turn, d => d.Turn + 1), ct);
        if (held == 0) return null;

        var decision = await db.Decisions.SingleAsync(d => d.Key == decisionKey, ct);
        var left = db.Proposals.Where(p => p.DecisionKey == decisionKey && p.State == ProposalState.InDecision);
        var total = await left.CountAsync(ct);
        var part = await left.OrderBy(p => p.ClassCode).ThenBy(p => p.HolderName).ThenBy(p => p.Key).Take(most).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (drafts, refused) = await DraftAsync(decision, part, left, now, ct);
        await register.EnterAsync([.. drafts.Select(d => d.Certificate)], decision.SignatoryKey, ct);
        foreach (var (proposal, certificate) in drafts) proposal.Issued(certificate.Key);
        if (total == part.Count)
        {
            decision.Issued(now);
            await trail.AppendAsync(new AuditFact(now, CertificateAction.DecisionIssued, null, DecisionKey: decisionKey, Detail: decision.Number), ct);
        }

        return new IssuedPart([.. drafts.Select(d => new IssuedInBatch(d.Proposal.AchievementKey, d.Certificate.HolderKey, d.Certificate.HolderName, d.Certificate.Code, d.Certificate.CertificateNumber, d.Certificate.CredentialName))],
            refused, total - part.Count);
    }

    private async Task<(List<(Proposal Proposal, Certificate Certificate)> Drafts, int Refused)> DraftAsync(Decision decision, List<Proposal> part, IQueryable<Proposal> left, DateTime now, CancellationToken ct)
    {
        var keys = part.Select(p => p.Key).ToList();
        var these = left.Where(p => keys.Contains(p.Key));
        var problems = await check.OfAsync(part, these, together: false, null, ct);
        var last = (await db.Certificates.Where(c => these.Select(p => p.HolderKey).Contains(c.HolderKey)).GroupBy(c => new { c.HolderKey, c.CredentialCode })
            .Select(g => new { g.Key.HolderKey, g.Key.CredentialCode, Last = g.Max(c => c.HolderOrdinal) }).ToListAsync(ct)).ToDictionary(g => (g.HolderKey, g.CredentialCode), g => g.Last);
        List<(Proposal, Certificate)> drafts = [];
        HashSet<(Guid, string)> inThisPart = [];
        foreach (var (proposal, wrong) in part.Zip(problems))
        {
            var holder = (proposal.HolderKey, proposal.CredentialCode);
            if (wrong.Any(p => p.StandsInTheWay())) proposal.Refused(wrong.First(p => p.StandsInTheWay()));
            else if (!inThisPart.Add(holder)) proposal.Refused(ProposalProblem.ProposedTwice);
            else
            {
                var type = (await credentialTypes.ForIssuingAsync(proposal.CredentialCode, ct))!;
                var certificate = Certificate.Draft(proposal.Achievement(), type, options.Value.PlaceOfIssue, last.GetValueOrDefault(holder) + 1, now);
                certificate.Under(decision);
                if (await register.RefusalAsync(certificate, ct) is null) drafts.Add((proposal, certificate));
                else proposal.Refused(ProposalProblem.UnprintableCharacter);
            }
        }

        return (drafts, part.Count - drafts.Count);
    }
}

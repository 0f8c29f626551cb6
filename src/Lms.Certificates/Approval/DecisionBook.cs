using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Approval;

/// <summary>Reads of decisions.</summary>
public sealed class DecisionBook(LmsDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="signatory">Given: only what this person is to sign or has signed, which leaves out drafts.</param>
    public Task<List<DecisionRow>> ListAsync(Guid? signatory = null, int most = 200, CancellationToken ct = default) =>
        Rows(db.Decisions.Where(d => signatory == null || (d.SignatoryKey == signatory && d.State != DecisionState.Draft)).OrderByDescending(d => d.DrawnUpAt).Take(most)).ToListAsync(ct);

    public Task<DecisionRow?> FindAsync(Guid key, CancellationToken ct = default) => Rows(db.Decisions.Where(d => d.Key == key)).SingleOrDefaultAsync(ct);

    public async Task<DecisionDocument?> FileAsync(Guid key, CancellationToken ct = default) =>
        await db.DecisionFiles.Where(f => f.DecisionKey == key).Select(f => new DecisionDocument(f.Name, f.Content)).SingleOrDefaultAsync(ct);

    /// <summary>Approved, and not all issued yet: what a job goes on with. The longest waiting first.</summary>
    public Task<List<Guid>> BeingIssuedAsync(CancellationToken ct = default) =>
        db.Decisions.Where(d => d.State == DecisionState.Approved).OrderBy(d => d.ApprovedAt).Select(d => d.Key).ToListAsync(ct);

    private IQueryable<DecisionRow> Rows(IQueryable<Decision> decisions) => decisions.Select(d => new DecisionRow(
        d.Key, d.Number, d.DecidedOn, d.SignatoryKey, d.SignatoryName, d.SignatoryTitle, d.State, d.DrawnUpAt, d.DrawnUpBy, d.SubmittedAt, d.ApprovedAt, d.IssuedAt, d.ReturnReason,
        db.Set<Proposal>().Count(p => p.DecisionKey == d.Key), db.Set<Proposal>().Count(p => p.DecisionKey == d.Key && p.State == ProposalState.Issued),
        db.Set<Proposal>().Count(p => p.DecisionKey == d.Key && p.State == ProposalState.Refused),
        db.Set<DecisionFile>().Where(f => f.DecisionKey == d.Key).Select(f => f.Name).FirstOrDefault()));
}

using Lms.Certificates.Approval;
using Lms.Data;
using Lms.Training.Completion;
using Lms.Training.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Issuing;

/// <summary>
/// Issues what is approved, part by part: certificates, the enrolments' records and the letters of a part are one commit, so
/// a run that is killed has done whole parts and goes on with the next.
/// </summary>
internal sealed class DecisionRun(LmsDb db, DecisionBook book, BatchIssuing issuing, Certification certification, People people, CertificateLetters letters)
{
    /// <returns>How many certificates were issued.</returns>
    public async Task<int> IssueAllAsync(CancellationToken ct = default)
    {
        var issued = 0;
        foreach (var decision in await book.BeingIssuedAsync(ct))
            while (!ct.IsCancellationRequested && await NextAsync(decision, ct) is { } part)
            {
                issued += part.Issued.Count;
                if (part.Left == 0) break;
            }

        return issued;
    }

    private async Task<IssuedPart?> NextAsync(Guid decision, CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what the part before wrote is of no more use, and would slow down this one
        await using var unit = await db.BeginUnitAsync(ct);
        if (await issuing.IssueNextAsync(decision, ct: ct) is not { } part) return null;
        await certification.CertifiedAsync([.. part.Issued.Select(i => i.AchievementKey)], ct);
        var holders = await people.ContactsAsync([.. part.Issued.Select(i => i.HolderKey)], ct);
        foreach (var issued in part.Issued)
            if (holders.GetValueOrDefault(issued.HolderKey)?.Email is { Length: > 0 } address) letters.Issued(address, issued);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            return null; // somebody issued one of these at this very moment; the next run looks again
        }

        await unit.CommitAsync(ct);
        return part;
    }
}

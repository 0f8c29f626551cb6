using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <summary>Who else may read what is published in a bank and draw from it. Nobody but the owner edits.</summary>
/// <param name="Organisations">The institutions named; of no account where all may.</param>
public sealed record BankShares(bool All, IReadOnlyList<Guid> Organisations);

/// <summary>What a bank is called and whom it is shared with.</summary>
public sealed class BankSettings(LmsDb db, Publications publications)
{
    /// <summary>False where there is no such bank.</summary>
    public async Task<bool> RenameAsync(Guid bankKey, string title, CancellationToken ct = default)
    {
        if (await db.Banks.SingleOrDefaultAsync(b => b.Key == bankKey, ct) is not { } bank) return false;
        bank.Rename(title);
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<BankShares> SharesAsync(Guid bankKey, CancellationToken ct = default) => new(
        await db.Banks.AnyAsync(b => b.Key == bankKey && b.SharedWithAll, ct),
        await db.BankShares.Where(s => s.BankKey == bankKey).OrderBy(s => s.OrganisationKey).Select(s => s.OrganisationKey).ToListAsync(ct));

    /// <summary>Says anew whom it is shared with. A paper that has drawn from it keeps its pool: published papers are frozen.</summary>
    public async Task<bool> ShareAsync(Guid bankKey, BankShares shares, CancellationToken ct = default)
    {
        if (await db.Banks.SingleOrDefaultAsync(b => b.Key == bankKey, ct) is not { } bank) return false;
        var before = await db.BankShares.Where(s => s.BankKey == bankKey).ToListAsync(ct);
        var named = shares.Organisations.Where(o => o != bank.OwnerKey).ToHashSet();
        bank.Share(shares.All);
        db.RemoveRange(before.Where(s => !named.Contains(s.OrganisationKey)));
        db.AddRange(named.Except(before.Select(s => s.OrganisationKey)).Select(o => new BankShare(bankKey, o)));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Banks of others that one of these institutions may read, by title: one statement.</summary>
    public Task<List<BankSummary>> SharedWithAsync(IReadOnlyCollection<Guid> organisations, CancellationToken ct = default)
    {
        var shares = db.BankShares;
        return QuestionBanks.Summaries(db, publications, db.Banks.Where(b => (b.OwnerKey == null || !organisations.Contains(b.OwnerKey.Value))
            && (b.SharedWithAll || shares.Any(s => s.BankKey == b.Key && organisations.Contains(s.OrganisationKey))))).ToListAsync(ct);
    }
}

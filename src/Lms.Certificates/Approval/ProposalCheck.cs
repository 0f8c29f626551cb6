using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Approval;

/// <summary>Finds what is wrong with proposals, for a list or for a chunk that is being issued: three queries whatever the number.</summary>
internal sealed class ProposalCheck(LmsDb db, TimeProvider clock)
{
    /// <summary>In the same order as the proposals.</summary>
    /// <param name="among">Where the proposals come from, for the queries: their holders' certificates are joined to it.</param>
    /// <param name="together">All that wait or are being decided, where two of one person matter.</param>
    public async Task<List<IReadOnlyList<ProposalProblem>>> OfAsync(
        IReadOnlyList<Proposal> proposals, IQueryable<Proposal> among, bool together, Func<Guid, PresentPerson?>? present, CancellationToken ct)
    {
        if (proposals.Count == 0) return [];
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        var types = await db.CredentialTypes.AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Facts(), ct);
        // IN and not EXISTS: SQLite would look through the whole decision again for each certificate there is.
        var held = (await db.Certificates.Where(c => among.Select(p => p.HolderKey).Contains(c.HolderKey))
                .Select(c => new { c.HolderKey, c.CredentialCode, c.AchievementKey, c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn }).ToListAsync(ct))
            .Select(c => new Held(c.HolderKey, c.CredentialCode, c.AchievementKey, Standings.Of(c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn, today)))
            .Where(h => h.Standing is Standing.Valid or Standing.Suspended).ToLookup(h => h.HolderKey);
        var twice = together ? await TwiceAsync(among, ct) : [];
        var alike = proposals.Where(p => p.BirthDate is not null).GroupBy(p => (FoldedText.Of(p.HolderName), p.BirthDate)).Where(g => g.Select(p => p.HolderKey).Distinct().Count() > 1)
            .SelectMany(g => g).Select(p => p.Key).ToHashSet();

        return [.. proposals.Select(p => (IReadOnlyList<ProposalProblem>)[.. Of(p).Order()])];

        IEnumerable<ProposalProblem> Of(Proposal p)
        {
            if (!types.TryGetValue(p.CredentialCode, out var type)) yield return ProposalProblem.UnknownCredential;
            if (p.HolderName.Length == 0) yield return ProposalProblem.MissingHolderName;
            if (p.BirthDate is null) yield return ProposalProblem.MissingBirthDate;
            if (!new[] { p.HolderName, p.BirthPlace, p.OrganisationName, p.CourseTitle, p.CourseTitleEn, p.IssuerName }.All(PrintableText.CanPrint)) yield return ProposalProblem.UnprintableCharacter;
            if (held[p.HolderKey].Any(h => h.CredentialCode == p.CredentialCode && h.AchievementKey != p.AchievementKey)) yield return ProposalProblem.HeldAlready;
            if (twice.Contains((p.HolderKey, p.CredentialCode))) yield return ProposalProblem.ProposedTwice;
            if (type is not null && type.PrerequisiteCodes.Any(code => !held[p.HolderKey].Any(h => h.CredentialCode == code && h.Standing is Standing.Valid))) yield return ProposalProblem.PrerequisiteMissing;
            if (type?.RequiredHours > p.Hours) yield return ProposalProblem.HoursTooFew;
            if (p.BirthPlace is null) yield return ProposalProblem.MissingBirthPlace;
            if (alike.Contains(p.Key)) yield return ProposalProblem.LooksLikeAnother;
            if (present?.Invoke(p.HolderKey) is not { } person) yield break;
            if (PrintedText.Clean(person.FullName) != p.HolderName) yield return ProposalProblem.NameDiffers;
            if (p.BirthDate is not null && person.BirthDate is { } born && born != p.BirthDate) yield return ProposalProblem.BirthDateDiffers;
        }
    }

    private async Task<HashSet<(Guid, string)>> TwiceAsync(IQueryable<Proposal> among, CancellationToken ct) =>
        [.. (await db.Proposals.Where(p => (p.State == ProposalState.Waiting || p.State == ProposalState.InDecision) && among.Select(a => a.HolderKey).Contains(p.HolderKey))
            .GroupBy(p => new { p.HolderKey, p.CredentialCode }).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync(ct)).Select(g => (g.HolderKey, g.CredentialCode))];

    private sealed record Held(Guid HolderKey, string CredentialCode, Guid AchievementKey, Standing Standing);
}

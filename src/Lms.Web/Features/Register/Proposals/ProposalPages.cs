using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;

namespace Lms.Web.Features.Register.Proposals;

/// <summary>What the pages of proposals and of decisions show both.</summary>
public sealed class ProposalPages(Lms.Certificates.Approval.Proposals proposals, CredentialTypes credentials, People people, Accounts accounts, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <summary>The list with the form that makes a decision of it; also what the form comes back on.</summary>
    public async Task<ProposalListPage> ListAsync(ProposalQuery query, DecisionForm form, CancellationToken ct)
    {
        var all = await proposals.WaitingAsync(PresentAsync, ct);
        var matching = all.Where(query.Matches).ToList();
        var shown = Paging.Cut(matching, query.Page, PageSize, out var pager);
        return new ProposalListPage(query, shown, pager, matching.Count(p => p.CanBeIssued), matching.Count(p => p.Problems.Count > 0), all.Count,
            [.. all.Select(p => p.ClassCode).Distinct().Order(StringComparer.Ordinal)], await credentials.ListAsync(ct), await SignatoriesAsync(ct),
            form with { DecidedOn = form.DecidedOn ?? FormText.Input(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.InCity)) });
    }

    public async Task<IReadOnlyList<AccountRow>> SignatoriesAsync(CancellationToken ct) => (await accounts.PageAsync(null, Role.Signatory, 1, ct)).Accounts;

    /// <summary>As the holders are called today, to compare.</summary>
    public async Task<IReadOnlyDictionary<Guid, PresentPerson>> PresentAsync(IReadOnlyList<Guid> keys) =>
        (await people.ContactsAsync(keys)).ToDictionary(p => p.Key, p => new PresentPerson(p.Value.FullName, p.Value.BirthDate));
}

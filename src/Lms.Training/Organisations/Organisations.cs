using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Organisations;

public enum OrganisationKind { Department, Institution, Facility, LocalAuthority, Association, NonGovernmental }
/// <summary>The five groups the department reports by, in the order of the programme's documents.</summary>
public enum WorkforceGroup { SocialFacilities, LocalAuthorities, OtherDepartments, Associations, NonPublic }

public sealed record OrganisationDetail(Guid Key, string Code, string Name, string NameEn, OrganisationKind Kind, WorkforceGroup? Group, bool Public, string Address, bool Active);
public sealed record OrganisationDraft(string Code, string Name, string NameEn, OrganisationKind Kind, WorkforceGroup? Group, bool Public, string Address, bool Active = true);
public sealed record OrganisationName(Guid Key, string Code, string Name, string NameEn, OrganisationKind Kind);
public sealed record OrganisationRow(Guid Key, string Code, string Name, OrganisationKind Kind, WorkforceGroup? Group, bool Public, bool Active, int People);
/// <summary>TooLong: a code of more than 40 or another text of more than 300 characters.</summary>
public enum OrganisationOutcome { Done, NotFound, CodeMissing, CodeTaken, NameMissing, TooLong }

public sealed class Organisations(LmsDb db, TimeProvider clock)
{
    /// <summary>By name, the Vietnamese way. Search ignores case and diacritics.</summary>
    public Task<List<OrganisationRow>> ListAsync(string? search = null, OrganisationKind? kind = null, CancellationToken ct = default)
    {
        var found = db.Organisations.Where(o => kind == null || o.Kind == kind);
        foreach (var word in FoldedText.Words(search)) found = found.Where(o => o.SearchText.Contains(word));
        return found.OrderBy(o => o.SortKey).ThenBy(o => o.Code)
            .Select(o => new OrganisationRow(o.Key, o.Code, o.Name, o.Kind, o.Group, o.Public, o.Active, db.Set<Person>().Count(p => p.OrganisationKey == o.Key)))
            .ToListAsync(ct);
    }

    /// <summary>All, closed ones too, by code: for lists that name them. A programme has some hundred.</summary>
    public Task<List<OrganisationName>> NamesAsync(CancellationToken ct = default) =>
        db.Organisations.OrderBy(o => o.Code).Select(o => new OrganisationName(o.Key, o.Code, o.Name, o.NameEn, o.Kind)).ToListAsync(ct);

    public Task<OrganisationDetail?> FindAsync(Guid key, CancellationToken ct = default) =>
        db.Organisations.Where(o => o.Key == key)
            .Select(o => new OrganisationDetail(o.Key, o.Code, o.Name, o.NameEn, o.Kind, o.Group, o.Public, o.Address, o.Active))
            .SingleOrDefaultAsync(ct);

    public async Task<(OrganisationOutcome Outcome, Guid Key)> AddAsync(OrganisationDraft draft, CancellationToken ct = default)
    {
        var tidy = Tidy(draft);
        if (Problem(tidy) is { } problem) return (problem, Guid.Empty);

        var organisation = Organisation.Found(tidy, clock.GetUtcNow().UtcDateTime);
        db.Add(organisation);
        return await SaveAsync(ct) is OrganisationOutcome.Done ? (OrganisationOutcome.Done, organisation.Key) : (OrganisationOutcome.CodeTaken, Guid.Empty);
    }

    /// <summary>All or nothing, one commit: for seeds and imports. Keys in the order given.</summary>
    /// <exception cref="ArgumentException">One of them cannot be added as it is.</exception>
    /// <exception cref="DbUpdateException">One of the codes is taken.</exception>
    public async Task<List<Guid>> AddManyAsync(IReadOnlyList<OrganisationDraft> drafts, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var organisations = drafts.Select(Tidy)
            .Select(d => Problem(d) is { } problem ? throw new ArgumentException($"{d.Code}: {problem}", nameof(drafts)) : Organisation.Found(d, now)).ToList();
        db.AddRange(organisations);
        await db.SaveChangesAsync(ct);
        return organisations.ConvertAll(o => o.Key);
    }

    public async Task<OrganisationOutcome> ChangeAsync(Guid key, OrganisationDraft draft, CancellationToken ct = default)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Key == key, ct) is not { } organisation) return OrganisationOutcome.NotFound;
        var tidy = Tidy(draft);
        if (Problem(tidy) is { } problem) return problem;

        organisation.Change(tidy);
        return await SaveAsync(ct);
    }

    private async Task<OrganisationOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return OrganisationOutcome.Done;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return OrganisationOutcome.CodeTaken;
        }
    }

    private static OrganisationDraft Tidy(OrganisationDraft draft) => draft with
    {
        Code = OneLine.Of(draft.Code), Name = OneLine.Of(draft.Name), NameEn = OneLine.Of(draft.NameEn), Address = OneLine.Of(draft.Address),
    };

    private static OrganisationOutcome? Problem(OrganisationDraft draft) =>
        draft.Code.Length == 0 ? OrganisationOutcome.CodeMissing
        : draft.Name.Length == 0 ? OrganisationOutcome.NameMissing
        : OneLine.AnyLongerThan(40, draft.Code) || OneLine.AnyLongerThan(300, draft.Name, draft.NameEn, draft.Address) ? OrganisationOutcome.TooLong
        : null;
}

using Lms.Data;

namespace Lms.Training.Organisations;

public enum OrganisationKind { Department, Institution, Facility, LocalAuthority, Association, NonGovernmental }
/// <summary>The five groups the department reports by, in the order of the programme's documents.</summary>
public enum WorkforceGroup { SocialFacilities, LocalAuthorities, OtherDepartments, Associations, NonPublic }

public sealed record OrganisationDetail(Guid Key, string Code, string Name, string NameEn, OrganisationKind Kind, WorkforceGroup? Group, bool Public, string Address, bool Active);
public sealed record OrganisationDraft(string Code, string Name, string NameEn, OrganisationKind Kind, WorkforceGroup? Group, bool Public, string Address, bool Active = true);
public sealed record OrganisationRow(Guid Key, string Code, string Name, OrganisationKind Kind, WorkforceGroup? Group, bool Public, bool Active, int People);
public enum OrganisationOutcome { Done, NotFound, CodeMissing, CodeTaken, NameMissing }

public sealed class Organisations(LmsDb db, TimeProvider clock)
{
    public Task<List<OrganisationRow>> ListAsync(string? search = null, OrganisationKind? kind = null, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<OrganisationDetail?> FindAsync(Guid key, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(OrganisationOutcome Outcome, Guid Key)> AddAsync(OrganisationDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>All or nothing, one commit: for seeds and imports.</summary>
    public Task<List<Guid>> AddManyAsync(IReadOnlyList<OrganisationDraft> drafts, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<OrganisationOutcome> ChangeAsync(Guid key, OrganisationDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
}

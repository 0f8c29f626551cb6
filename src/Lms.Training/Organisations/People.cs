using Lms.Data;

namespace Lms.Training.Organisations;

/// <param name="StaffCode">Unique; also a way to sign in.</param>
/// <param name="FullName">One field, family name first; stored NFC.</param>
public sealed record PersonDraft(string StaffCode, string FullName, DateOnly? BirthDate, string BirthPlace, string Email, string Phone, Guid? OrganisationKey, string Position);
public sealed record PersonDetail(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate, string BirthPlace, string Email, string Phone, Guid? OrganisationKey, string? OrganisationName, string Position);
public sealed record PersonRow(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate, string? OrganisationName, string Position);
public sealed record PeoplePage(IReadOnlyList<PersonRow> People, int Total, int Page, int PageSize);
public enum PersonOutcome { Done, NotFound, StaffCodeMissing, StaffCodeTaken, NameMissing, BirthDateImplausible, EmailMalformed, UnknownOrganisation }

/// <summary>Everybody who learns, teaches or runs the programme. A person's key is also the key of his account, if he has one.</summary>
public sealed class People(LmsDb db, TimeProvider clock)
{
    /// <summary>Sorted the Vietnamese way: given name (last word), then family name. Search ignores case and diacritics.</summary>
    public Task<PeoplePage> PageAsync(string? search, Guid? organisationKey, int page, int pageSize = 50, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<PersonDetail?> FindAsync(Guid key, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<PersonDetail?> FindByStaffCodeAsync(string staffCode, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(PersonOutcome Outcome, Guid Key)> AddAsync(PersonDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>All or nothing, one commit; keys in the order given.</summary>
    public Task<List<Guid>> AddManyAsync(IReadOnlyList<PersonDraft> drafts, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<PersonOutcome> ChangeAsync(Guid key, PersonDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Names for pages that hold only keys; one query.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> keys, CancellationToken ct = default) => throw new NotImplementedException();
}

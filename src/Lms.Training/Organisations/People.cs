using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Organisations;

/// <param name="StaffCode">Unique; also a way to sign in.</param>
/// <param name="FullName">One field, family name first; stored NFC.</param>
public sealed record PersonDraft(string StaffCode, string FullName, DateOnly? BirthDate, string BirthPlace, string Email, string Phone, Guid? OrganisationKey, string Position);
public sealed record PersonDetail(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate, string BirthPlace, string Email, string Phone, Guid? OrganisationKey, string? OrganisationName, string Position);
public sealed record PersonRow(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate, string? OrganisationName, string Position);
public sealed record PersonContact(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate, string Email);
public sealed record PeoplePage(IReadOnlyList<PersonRow> People, int Total, int Page, int PageSize);
/// <summary>TooLong: a staff code of more than 40 or another text of more than 200 characters.</summary>
public enum PersonOutcome { Done, NotFound, StaffCodeMissing, StaffCodeTaken, NameMissing, BirthDateImplausible, EmailMalformed, UnknownOrganisation, TooLong }

/// <summary>Everybody who learns, teaches or runs the programme. A person's key is also the key of his account, if he has one.</summary>
public sealed class People(LmsDb db, TimeProvider clock)
{
    /// <summary>Sorted the Vietnamese way: given name (last word), then family name. Search ignores case and diacritics.</summary>
    /// <param name="page">1-based.</param>
    public async Task<PeoplePage> PageAsync(string? search, Guid? organisationKey, int page, int pageSize = 50, CancellationToken ct = default)
    {
        var found = db.People.Where(p => organisationKey == null || p.OrganisationKey == organisationKey);
        foreach (var word in FoldedText.Words(search)) found = found.Where(p => p.SearchText.Contains(word));

        var total = await found.CountAsync(ct);
        var people = await found.OrderBy(p => p.SortKey).ThenBy(p => p.StaffCode)
            .Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize)
            .Select(p => new PersonRow(p.Key, p.StaffCode, p.FullName, p.BirthDate, db.Set<Organisation>().Where(o => o.Key == p.OrganisationKey).Select(o => o.Name).FirstOrDefault(), p.Position))
            .ToListAsync(ct);
        return new PeoplePage(people, total, Math.Max(page, 1), pageSize);
    }

    public Task<PersonDetail?> FindAsync(Guid key, CancellationToken ct = default) => Shown(db.People.Where(p => p.Key == key)).SingleOrDefaultAsync(ct);

    public Task<PersonDetail?> FindByStaffCodeAsync(string staffCode, CancellationToken ct = default)
    {
        var code = OneLine.Of(staffCode);
        return Shown(db.People.Where(p => p.StaffCode == code)).SingleOrDefaultAsync(ct);
    }

    public async Task<(PersonOutcome Outcome, Guid Key)> AddAsync(PersonDraft draft, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var tidy = Tidy(draft);
        if (await ProblemAsync(tidy, now, ct) is { } problem) return (problem, Guid.Empty);

        var person = Person.Enter(tidy, now);
        db.Add(person);
        return await SaveAsync(ct) is PersonOutcome.Done ? (PersonOutcome.Done, person.Key) : (PersonOutcome.StaffCodeTaken, Guid.Empty);
    }

    /// <summary>All or nothing, one commit; keys in the order given.</summary>
    /// <exception cref="ArgumentException">One of them cannot be added as he is.</exception>
    /// <exception cref="DbUpdateException">One of the staff codes is taken, or one of the organisations does not exist.</exception>
    public async Task<List<Guid>> AddManyAsync(IReadOnlyList<PersonDraft> drafts, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var people = drafts.Select(Tidy)
            .Select(d => Problem(d, now) is { } problem ? throw new ArgumentException($"{d.StaffCode}: {problem}", nameof(drafts)) : Person.Enter(d, now)).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return people.ConvertAll(p => p.Key);
    }

    public async Task<PersonOutcome> ChangeAsync(Guid key, PersonDraft draft, CancellationToken ct = default)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Key == key, ct) is not { } person) return PersonOutcome.NotFound;
        var tidy = Tidy(draft);
        if (await ProblemAsync(tidy, clock.GetUtcNow().UtcDateTime, ct) is { } problem) return problem;

        person.Change(tidy);
        return await SaveAsync(ct);
    }

    /// <summary>Names for pages that hold only keys; one query.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> keys, CancellationToken ct = default) =>
        db.People.Where(p => keys.Contains(p.Key)).Select(p => new { p.Key, p.FullName }).ToDictionaryAsync(p => p.Key, p => p.FullName, ct);

    /// <summary>As they are called and reached today; one query.</summary>
    public Task<Dictionary<Guid, PersonContact>> ContactsAsync(IReadOnlyCollection<Guid> keys, CancellationToken ct = default) =>
        db.People.Where(p => keys.Contains(p.Key)).Select(p => new PersonContact(p.Key, p.StaffCode, p.FullName, p.BirthDate, p.Email)).ToDictionaryAsync(p => p.Key, ct);

    /// <summary>Everybody with one of the staff codes or born on one of the days; one query. For lists that name people in other ways than we do.</summary>
    public Task<List<PersonContact>> AmongAsync(IReadOnlyCollection<string> staffCodes, IReadOnlyCollection<DateOnly> birthDates, CancellationToken ct = default) =>
        db.People.Where(p => staffCodes.Contains(p.StaffCode) || (p.BirthDate != null && birthDates.Contains(p.BirthDate.Value)))
            .Select(p => new PersonContact(p.Key, p.StaffCode, p.FullName, p.BirthDate, p.Email)).ToListAsync(ct);

    private IQueryable<PersonDetail> Shown(IQueryable<Person> people) => people.Select(p => new PersonDetail(p.Key, p.StaffCode, p.FullName, p.BirthDate, p.BirthPlace,
        p.Email, p.Phone, p.OrganisationKey, db.Set<Organisation>().Where(o => o.Key == p.OrganisationKey).Select(o => o.Name).FirstOrDefault(), p.Position));

    private async Task<PersonOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return PersonOutcome.Done;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return PersonOutcome.StaffCodeTaken;
        }
    }

    private static PersonDraft Tidy(PersonDraft draft) => draft with
    {
        StaffCode = OneLine.Of(draft.StaffCode), FullName = OneLine.Of(draft.FullName), BirthPlace = OneLine.Of(draft.BirthPlace),
        Email = OneLine.Of(draft.Email), Phone = OneLine.Of(draft.Phone), Position = OneLine.Of(draft.Position),
    };

    private async Task<PersonOutcome?> ProblemAsync(PersonDraft draft, DateTime now, CancellationToken ct) =>
        Problem(draft, now) is { } problem ? problem
        : draft.OrganisationKey is { } key && !await db.Organisations.AnyAsync(o => o.Key == key, ct) ? PersonOutcome.UnknownOrganisation
        : null;

    private static PersonOutcome? Problem(PersonDraft draft, DateTime now) =>
        draft.StaffCode.Length == 0 ? PersonOutcome.StaffCodeMissing
        : draft.FullName.Length == 0 ? PersonOutcome.NameMissing
        : draft.BirthDate is { } birth && (birth.Year < 1920 || birth > DateOnly.FromDateTime(now).AddYears(-14)) ? PersonOutcome.BirthDateImplausible
        : draft.Email.Length > 0 && !IsEmail(draft.Email) ? PersonOutcome.EmailMalformed
        : OneLine.AnyLongerThan(40, draft.StaffCode) || OneLine.AnyLongerThan(200, draft.FullName, draft.BirthPlace, draft.Email, draft.Phone, draft.Position) ? PersonOutcome.TooLong
        : null;

    /// <summary>Only a mail that arrives proves an address; this catches what was typed into the wrong column.</summary>
    private static bool IsEmail(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 } host] && !text.Contains(' ') && host.Contains('.');
}

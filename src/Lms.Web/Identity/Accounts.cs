using Lms.Data;
using Lms.Training.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Identity;

public sealed record NewAccount(Guid PersonKey, string StaffCode, string Email, string? Password, IReadOnlyList<(Role Role, Guid? OrganisationKey)> Grants);
public sealed record AccountRow(Guid Key, string StaffCode, string Email, string FullName, IReadOnlyList<Role> Roles, AccountState State, bool SecondStep);
public sealed record AccountPage(IReadOnlyList<AccountRow> Accounts, int Total, int Page, int PageSize);

/// <summary>Accounts and their role grants, above ASP.NET Core Identity's own manager.</summary>
public sealed class Accounts(UserManager<Account> manager, LmsDb db, People people, TimeProvider clock)
{
    public const int PageSize = 50;
    /// <summary>How many people a search by name may bring; who searches for "Nguyễn" should go on typing.</summary>
    private const int MostNames = 200;

    /// <summary>Staff code or e-mail address; null where nobody has it.</summary>
    public async Task<Account?> FindAsync(string staffCodeOrEmail)
    {
        var text = staffCodeOrEmail.Trim();
        if (text.Contains('@')) return await manager.FindByEmailAsync(text);
        // A person may have received a new staff code since the account was opened; the old one goes on working.
        return await manager.FindByNameAsync(text)
            ?? (await people.FindByStaffCodeAsync(text) is { } person ? await manager.FindByIdAsync(person.Key.ToString()) : null);
    }

    /// <returns>Empty where the account was made, else Identity's own errors.</returns>
    public async Task<IReadOnlyList<IdentityError>> OpenAsync(NewAccount draft)
    {
        await using var unit = await db.BeginUnitAsync();
        if (await manager.FindByIdAsync(draft.PersonKey.ToString()) is not null)
            return [manager.ErrorDescriber.DuplicateUserName(draft.StaffCode)];
        var account = new Account { Id = draft.PersonKey, UserName = draft.StaffCode, Email = draft.Email, EmailConfirmed = true };
        var result = draft.Password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, draft.Password);
        if (!result.Succeeded) return [.. result.Errors];
        db.RoleGrants.AddRange(draft.Grants.Select(g => RoleGrant.For(account.Id, g.Role, g.OrganisationKey)));
        await db.SaveChangesAsync();
        await unit.CommitAsync();
        return [];
    }

    /// <summary>Replaces all grants. Open sessions read them anew within a minute, see <see cref="IdentityRegistration"/>.</summary>
    public async Task<bool> GrantAsync(Guid accountKey, IReadOnlyList<(Role Role, Guid? OrganisationKey)> grants)
    {
        await using var unit = await db.BeginUnitAsync();
        if (!await db.Accounts.AnyAsync(a => a.Id == accountKey)) return false;
        db.RoleGrants.RemoveRange(await db.RoleGrants.Where(g => g.AccountId == accountKey).ToListAsync());
        db.RoleGrants.AddRange(grants.Distinct().Select(g => RoleGrant.For(accountKey, g.Role, g.OrganisationKey)));
        await db.SaveChangesAsync();
        await unit.CommitAsync();
        return true;
    }

    public Task<List<RoleGrant>> GrantsAsync(Guid accountKey) =>
        db.RoleGrants.AsNoTracking().Where(g => g.AccountId == accountKey).OrderBy(g => g.Role).ToListAsync();

    /// <summary>Ends every open session within a minute and opens no new one until unlocked.</summary>
    public async Task<bool> LockAsync(Guid accountKey)
    {
        if (await manager.FindByIdAsync(accountKey.ToString()) is not { } account) return false;
        account.Lock();
        await manager.UpdateSecurityStampAsync(account);
        return true;
    }

    public async Task<bool> UnlockAsync(Guid accountKey)
    {
        if (await manager.FindByIdAsync(accountKey.ToString()) is not { } account) return false;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await manager.UpdateAsync(account);
        return true;
    }

    /// <param name="search">Part of a name, a staff code or an e-mail address.</param>
    public async Task<AccountPage> PageAsync(string? search, Role? role, int page, CancellationToken ct = default)
    {
        var accounts = db.Accounts.AsNoTracking();
        if (search?.Trim() is { Length: > 0 } text)
        {
            var named = (await people.PageAsync(text, null, 1, MostNames, ct)).People.Select(p => p.Key).ToList();
            var part = manager.NormalizeName(text);
            accounts = accounts.Where(a => a.NormalizedUserName!.Contains(part) || a.NormalizedEmail!.Contains(part) || named.Contains(a.Id));
        }

        var grants = db.RoleGrants;
        if (role is { } one) accounts = accounts.Where(a => grants.Any(g => g.AccountId == a.Id && g.Role == one));

        var total = await accounts.CountAsync(ct);
        var rows = await accounts.OrderBy(a => a.NormalizedUserName).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var keys = rows.ConvertAll(a => a.Id);
        var roles = (await grants.Where(g => keys.Contains(g.AccountId)).Select(g => new { g.AccountId, g.Role }).ToListAsync(ct))
            .ToLookup(g => g.AccountId, g => g.Role);
        var names = await people.NamesAsync(keys, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return new AccountPage(rows.ConvertAll(a => new AccountRow(a.Id, a.UserName!, a.Email ?? "", names.GetValueOrDefault(a.Id, ""),
            [.. roles[a.Id].Distinct().Order()], a.StateAt(now), a.TwoFactorEnabled)), total, page, PageSize);
    }
}

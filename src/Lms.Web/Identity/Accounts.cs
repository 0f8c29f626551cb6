using Lms.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Identity;

public sealed record NewAccount(Guid PersonKey, string StaffCode, string Email, string? Password, IReadOnlyList<(Role Role, Guid? OrganisationKey)> Grants);

/// <summary>Accounts and their role grants, above ASP.NET Core Identity's own manager.</summary>
public sealed class Accounts(UserManager<Account> manager, LmsDb db)
{
    /// <summary>Staff code or e-mail address; null where nobody has it.</summary>
    public async Task<Account?> FindAsync(string staffCodeOrEmail)
    {
        var text = staffCodeOrEmail.Trim();
        return text.Contains('@') ? await manager.FindByEmailAsync(text) : await manager.FindByNameAsync(text);
    }

    /// <returns>Empty where the account was made, else Identity's own errors.</returns>
    public async Task<IReadOnlyList<IdentityError>> OpenAsync(NewAccount draft)
    {
        await using var unit = await db.BeginUnitAsync();
        var account = new Account { Id = draft.PersonKey, UserName = draft.StaffCode, Email = draft.Email, EmailConfirmed = true };
        var result = draft.Password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, draft.Password);
        if (!result.Succeeded) return [.. result.Errors];
        db.RoleGrants.AddRange(draft.Grants.Select(g => new RoleGrant { AccountId = account.Id, Role = g.Role, OrganisationKey = g.OrganisationKey }));
        await db.SaveChangesAsync();
        await unit.CommitAsync();
        return [];
    }

    /// <summary>Replaces all grants and makes every open session of the account read them anew.</summary>
    public async Task<bool> GrantAsync(Guid accountKey, IReadOnlyList<(Role Role, Guid? OrganisationKey)> grants)
    {
        await using var unit = await db.BeginUnitAsync();
        if (await manager.FindByIdAsync(accountKey.ToString()) is not { } account) return false;
        db.RoleGrants.RemoveRange(await db.RoleGrants.Where(g => g.AccountId == accountKey).ToListAsync());
        db.RoleGrants.AddRange(grants.Select(g => new RoleGrant { AccountId = accountKey, Role = g.Role, OrganisationKey = g.OrganisationKey }));
        await manager.UpdateSecurityStampAsync(account);
        await db.SaveChangesAsync();
        await unit.CommitAsync();
        return true;
    }

    public Task<List<RoleGrant>> GrantsAsync(Guid accountKey) =>
        db.RoleGrants.AsNoTracking().Where(g => g.AccountId == accountKey).ToListAsync();
}

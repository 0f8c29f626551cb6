using System.Security.Claims;
using Lms.Data;
using Lms.Training.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Web.Identity;

/// <summary>Puts name, organisation and role grants into the cookie, so that a request needs no query to know what it may do.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, LmsDb db, People people)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var person = await people.FindAsync(user.Id);
        identity.AddClaim(new Claim(Visitor.FullNameClaim, person?.FullName ?? user.UserName ?? ""));
        if (person?.OrganisationKey is { } organisation)
            identity.AddClaim(new Claim(Visitor.OrganisationClaim, organisation.ToString()));
        foreach (var grant in await db.RoleGrants.AsNoTracking().Where(g => g.AccountId == user.Id).ToListAsync())
            identity.AddClaim(Visitor.Claim(grant));
        return identity;
    }
}

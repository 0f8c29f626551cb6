using System.Security.Claims;

namespace Lms.Web.Identity;

/// <summary>The organisations a permission reaches: all, or the named ones.</summary>
public sealed record Scope(bool All, IReadOnlySet<Guid> Organisations)
{
    public bool Covers(Guid? organisationKey) => All || (organisationKey is { } key && Organisations.Contains(key));

    /// <summary>For lists that take one owner or none: null means no restriction.</summary>
    public Guid? Only => All ? null : Organisations.FirstOrDefault();
}

/// <summary>What a request knows of the person behind it, read from the sign-in cookie alone.</summary>
public static class Visitor
{
    /// <summary>Claim "grant": role, colon, organisation key or "*".</summary>
    public const string GrantClaim = "grant";
    public const string FullNameClaim = "full_name";
    public const string OrganisationClaim = "organisation";

    extension(ClaimsPrincipal user)
    {
        /// <summary>The person's key. Only behind authorisation.</summary>
        /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
        public Guid PersonKey => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var key)
            ? key : throw new InvalidOperationException("Nobody is signed in.");

        public string FullName => user.FindFirstValue(FullNameClaim) ?? user.Identity?.Name ?? "";

        public IEnumerable<Role> Roles => user.Grants().Select(g => g.Role).Distinct();

        public bool May(Permission permission) => user.Grants().Any(g => Permissions.Of(g.Role).Contains(permission));

        public Scope ScopeOf(Permission permission)
        {
            var grants = user.Grants().Where(g => Permissions.Of(g.Role).Contains(permission)).ToList();
            return new Scope(grants.Any(g => g.Organisation is null), grants.Select(g => g.Organisation).OfType<Guid>().ToHashSet());
        }

        private IEnumerable<(Role Role, Guid? Organisation)> Grants()
        {
            foreach (var claim in user.FindAll(GrantClaim))
            {
                var parts = claim.Value.Split(':');
                if (parts.Length == 2 && Enum.TryParse<Role>(parts[0], out var role))
                    yield return (role, Guid.TryParse(parts[1], out var key) ? key : null);
            }
        }
    }

    public static Claim Claim(RoleGrant grant) => new(GrantClaim, $"{grant.Role}:{grant.OrganisationKey?.ToString() ?? "*"}");
}

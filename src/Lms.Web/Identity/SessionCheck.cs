using System.Collections.Concurrent;
using System.Security.Claims;
using Lms.Data;
using Lms.Training.Organisations;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Web.Identity;

/// <summary>
/// Identity's own check loads the account, makes a new principal and writes a new cookie each minute of each session. In an
/// exam that is every page. Nearly always nothing has changed: then two reads say so, and it is noted in memory.
/// </summary>
internal sealed class SessionCheck(IOptions<SecurityStampValidatorOptions> options, SignInManager<Account> signIn, ILoggerFactory loggers, LmsDb db, People people,
    UnchangedSessions unchanged, TimeProvider clock) : SecurityStampValidator<Account>(options, signIn, loggers)
{
    private sealed record Granted(string? Stamp, Role Role, Guid? OrganisationKey);

    private static readonly CompiledQuery<Func<LmsDb, Guid, IAsyncEnumerable<Granted>>> Grants = new(() => EF.CompileAsyncQuery((LmsDb db, Guid key) =>
        db.Set<RoleGrant>().Where(g => g.AccountId == key).Select(g => new Granted(db.Set<Account>().Where(a => a.Id == key).Select(a => a.SecurityStamp).FirstOrDefault(), g.Role, g.OrganisationKey))));

    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        if (context.Principal is not { } visitor || !Guid.TryParse(visitor.FindFirstValue(ClaimTypes.NameIdentifier), out var key)
            || (context.Properties.IssuedUtc is { } issued && now - issued < Options.ValidationInterval))
        {
            await base.ValidateAsync(context);
            return;
        }

        var held = Held(visitor);
        if (unchanged.Within(Options.ValidationInterval, key, held, now)) return;
        if (await StandsAsync(key) == held) unchanged.Note(key, held, now);
        else await base.ValidateAsync(context);
    }

    /// <summary>All that a cookie says and that may change without the stamp's changing, in one text.</summary>
    private string Held(ClaimsPrincipal visitor) => Text(visitor.FindFirstValue(SignInManager.Options.ClaimsIdentity.SecurityStampClaimType), visitor.FullName,
        visitor.FindFirstValue(Visitor.OrganisationClaim), visitor.FindAll(Visitor.GrantClaim).Select(c => c.Value));

    private async Task<string?> StandsAsync(Guid key)
    {
        var grants = new List<Granted>();
        await foreach (var grant in Grants.On(db)(db, key)) grants.Add(grant);
        return grants.Count > 0 && await people.FindAsync(key) is { } person
            ? Text(grants[0].Stamp, person.FullName, person.OrganisationKey?.ToString(), grants.Select(g => Visitor.Claim(RoleGrant.For(key, g.Role, g.OrganisationKey)).Value)) : null;
    }

    private static string Text(string? stamp, string name, string? organisation, IEnumerable<string> grants) =>
        $"{stamp}\n{name}\n{organisation}\n{string.Join('\n', grants.Order(StringComparer.Ordinal))}";
}

/// <summary>Of each account what a session of it held when it was last found unchanged, on this node.</summary>
internal sealed class UnchangedSessions
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<Guid, (string Held, DateTimeOffset At)> noted = [];

    public bool Within(TimeSpan interval, Guid accountKey, string held, DateTimeOffset now) =>
        noted.TryGetValue(accountKey, out var found) && found.Held == held && now - found.At < interval;

    public void Note(Guid accountKey, string held, DateTimeOffset now)
    {
        // Forgetting costs one check each, so it need not be done with care.
        if (noted.Count >= Most) noted.Clear();
        noted[accountKey] = (held, now);
    }
}

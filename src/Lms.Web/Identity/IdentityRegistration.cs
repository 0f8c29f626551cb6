using Lms.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Lms.Web.Identity;

internal static class IdentityRegistration
{
    public static IServiceCollection AddLmsIdentity(this IServiceCollection services)
    {
        services.AddModelPart<Account>();
        services.AddScoped<Accounts>().AddScoped<PasswordResets>();
        services.AddIdentityCore<Account>(o =>
            {
                // Length over composition rules (NIST SP 800-63B, 5.1.1.2).
                o.Password.RequiredLength = 10;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 4;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = ""; // staff codes are the organisations' own; "Đ" and "/" occur
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3; // the first with passkeys
            })
            .AddUserStore<UserOnlyStore<Account, LmsDb, Guid>>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager()
            .AddErrorDescriber<AccountErrors>()
            .AddDefaultTokenProviders();

        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = PasswordResets.Lifetime);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(SignInCookies.Configure);
        // Every minute a session reads its account anew: a changed role counts from then on, a changed stamp (new password,
        // lock, "sign out everywhere") ends it. Meanwhile no request needs a query to know what it may do.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddSingleton<UnchangedSessions>().AddScoped<ISecurityStampValidator, SessionCheck>();
        // A passkey stands for both steps of signing in, so the device must have checked who holds it; and it must be found
        // without a user name.
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((o, configuration) =>
        {
            // A passkey belongs to one host name for good: to the one the site is known by, where that is set.
            if (Uri.TryCreate(configuration["Site:Address"], UriKind.Absolute, out var address)) o.ServerDomain = address.Host;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });

        services.AddAuthorization(o =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                o.AddPolicy(RequiresAttribute.PolicyOf(permission), p => p.RequireAuthenticatedUser().RequireAssertion(c => c.User.May(permission)));
            // Closed unless said otherwise. An address that leads nowhere is no secret: it goes on to "not found".
            o.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(c => c.Resource is HttpContext request && request.GetEndpoint() is null).Build();
        });
        return services;
    }
}

using Lms.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Identity;

/// <summary>
/// A way in for a person. Its id is the person's key, so one person has one account; the user name is the staff
/// code, and both it and the e-mail address sign in.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>An administrator's lock has no end; a lockout after wrong passwords ends by itself.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The language of letters to this person: "vi" or "en".</summary>
    public string Language { get; set; } = "vi";

    public void Lock() => LockoutEnd = Never;

    public AccountState StateAt(DateTime now) =>
        LockoutEnd is not { } end || end.UtcDateTime <= now ? AccountState.Open
        : end >= Never ? AccountState.Locked
        : AccountState.LockedOut;
}

/// <summary>LockedOut: too many wrong passwords, for some minutes. Locked: by an administrator, until unlocked.</summary>
public enum AccountState { Open, LockedOut, Locked }

/// <summary>A role an account holds, for one organisation or (null) for all of them.</summary>
public sealed class RoleGrant
{
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }
    public Guid? OrganisationKey { get; init; }

    /// <exception cref="ArgumentException">An administrator sees to the whole site; one for a single organisation does not exist.</exception>
    public static RoleGrant For(Guid accountId, Role role, Guid? organisationKey) =>
        role is Role.Administrator && organisationKey is not null
            ? throw new ArgumentException("An administrator is one for all organisations.", nameof(organisationKey))
            : new RoleGrant { AccountId = accountId, Role = role, OrganisationKey = organisationKey };
}

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<Account> Accounts => db.Set<Account>();
        internal DbSet<RoleGrant> RoleGrants => db.Set<RoleGrant>();
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(a => a.PasswordHash).HasMaxLength(400);
        builder.Property(a => a.Language).HasMaxLength(10).IsUnicode(false);
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("RoleGrants");
        // "All organisations" is null, which no primary key takes; so the row has a key of its own and the pair an index.
        builder.Property<Guid>("Id").ValueGeneratedOnAdd();
        builder.HasKey("Id");
        builder.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(g => new { g.AccountId, g.Role, g.OrganisationKey });
    }
}

internal sealed class AccountClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("AccountClaims");
        builder.HasKey(c => c.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class AccountLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("AccountLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(128);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("AccountTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.Property(t => t.Value).HasMaxLength(2000);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}

internal sealed class AccountPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(900); // WebAuthn allows 1023; 900 is what SQL Server can index
        builder.OwnsOne(p => p.Data, data => data.ToJson());
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
    }
}

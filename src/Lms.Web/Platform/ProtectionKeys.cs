using System.Xml.Linq;
using Lms.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Platform;

/// <summary>
/// A key that cookies and form tokens are encrypted with. It lives in the database, so that every node reads what another
/// one wrote and a restart signs nobody out. Whoever reads this table can forge sign-ins: it is as secret as the rest of the database.
/// </summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
    public required DateTime StoredAt { get; init; }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(120);
        builder.Property(k => k.Xml).IsLongText();
    }
}

/// <summary>The framework asks for keys outside any request, and synchronously.</summary>
internal sealed class ProtectionKeyRepository(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), StoredAt = clock.GetUtcNow().UtcDateTime });
        db.SaveChanges();
    }
}

internal static class ProtectionKeyRegistration
{
    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        // A fixed name: without it two nodes installed in different folders could not read each other's cookies.
        services.AddDataProtection().SetApplicationName("Lms");
        services.AddSingleton<ProtectionKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyRepository>((options, repository) => options.XmlRepository = repository);
        return services;
    }
}

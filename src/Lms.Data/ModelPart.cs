using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Data;

/// <summary>One module's share of the model: the assembly that holds its <c>IEntityTypeConfiguration</c>s.</summary>
public sealed record ModelPart(Assembly Assembly);

public static class ModelParts
{
    public static DbContextOptionsBuilder UseModelParts(this DbContextOptionsBuilder options, IEnumerable<ModelPart> parts)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ModelPartsOption(parts));
        return options;
    }
}

/// <summary>Rides in the options, because a pooled context is given nothing else.</summary>
internal sealed class ModelPartsOption : IDbContextOptionsExtension
{
    public ModelPartsOption(IEnumerable<ModelPart> parts)
    {
        // Ordered by name so that every process, and the migration snapshot, sees one and the same model.
        Assemblies = [.. parts.Select(p => p.Assembly).Distinct().OrderBy(a => a.FullName, StringComparer.Ordinal)];
        Info = new PartsInfo(this);
    }

    public IReadOnlyList<Assembly> Assemblies { get; }
    public DbContextOptionsExtensionInfo Info { get; }

    public void ApplyServices(IServiceCollection services) { }
    public void Validate(IDbContextOptions options) { }

    private sealed class PartsInfo(ModelPartsOption option) : DbContextOptionsExtensionInfo(option)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";
        public override int GetServiceProviderHashCode() => 0;
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is PartsInfo;
        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}

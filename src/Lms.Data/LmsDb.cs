using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lms.Data;

/// <summary>
/// The only DbContext. It knows no table: each module brings its configurations as a <see cref="ModelPart"/>
/// and reaches its own tables through internal extension properties, so no module can query another's rows.
/// ADR 0002 tells why there is one context and not one for each module.
/// </summary>
public sealed class LmsDb(DbContextOptions<LmsDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LmsDb).Assembly);
        foreach (var assembly in this.GetService<IDbContextOptions>().FindExtension<ModelPartsOption>()!.Assemblies)
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTime>().HaveConversion<UtcAsTicks>();
            configurationBuilder.Properties<Guid>().HaveConversion<GuidAsBigEndian>();
        }
        else
        {
            configurationBuilder.Properties<DateTime>().HaveConversion<UtcAsDateTime>();
        }

        configurationBuilder.Properties<PublicCode>().HaveConversion<PublicCodeAsText>().HaveMaxLength(PublicCode.Length).AreUnicode(false);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    /// <summary>
    /// Opens the unit of work of a use case that reads before it writes under contention (numbers, last
    /// attempts). On SQLite this is BEGIN IMMEDIATE, so the reads already hold the write lock. Where the
    /// caller has a unit open (a replay of a whole class, say) this one joins it and commits nothing itself.
    /// </summary>
    public async Task<UnitOfWork> BeginUnitAsync(CancellationToken ct = default) =>
        new(Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null);

    /// <summary>False where somebody was faster: a row has changed since it was read, or its unique place is taken. Nothing is saved then.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct = default)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            return false;
        }
    }
}

/// <summary>A transaction of one's own, or a share in the caller's. Disposed without a commit it undoes its own.</summary>
public readonly struct UnitOfWork(IDbContextTransaction? own) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken ct = default) => own?.CommitAsync(ct) ?? Task.CompletedTask;
    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}

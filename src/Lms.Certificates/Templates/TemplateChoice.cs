using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Templates;

/// <summary>Which version of which template a credential's certificates are issued in now; asked once in a scope, because a whole class is issued in one.</summary>
internal sealed class TemplateChoice(LmsDb db)
{
    private readonly Dictionary<Guid, Guid> known = [];

    /// <returns>The default design's, where the credential has no template, or one that was never published.</returns>
    public async Task<Guid> VersionAsync(Guid? template, CancellationToken ct)
    {
        if (template is not { } key) return BuiltInDesigns.Default;
        if (BuiltInDesigns.Find(key) is not null) return key;
        if (known.TryGetValue(key, out var version)) return version;
        return known[key] = await db.Templates.Where(t => t.Key == key).Select(t => t.VersionKey).SingleOrDefaultAsync(ct) ?? BuiltInDesigns.Default;
    }
}

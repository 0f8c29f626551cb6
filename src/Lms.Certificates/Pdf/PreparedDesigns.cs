using System.Collections.Concurrent;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Pdf;

/// <summary>Designs ready to print, by the key of their version, kept for as long as the process lives: a version never changes.</summary>
internal sealed class PreparedDesigns
{
    private readonly ConcurrentDictionary<Guid, PreparedDesign> known = new();

    /// <param name="version">Null: issued when there was but one.</param>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<PreparedDesign> GetAsync(LmsDb db, Guid? version, CancellationToken ct)
    {
        var key = version ?? BuiltInDesigns.LotusLandscape;
        if (known.TryGetValue(key, out var design)) return design;
        var data = BuiltInDesigns.Find(key)?.Design
            ?? TemplateJson.Read(await db.TemplateVersions.Where(v => v.Key == key).Select(v => v.Design).SingleOrDefaultAsync(ct) ?? throw new InvalidOperationException($"There is no version {key} of a template."));
        return known.GetOrAdd(key, await PrepareAsync(db, data, ct));
    }

    public static async Task<PreparedDesign> PrepareAsync(LmsDb db, TemplateDesign design, CancellationToken ct)
    {
        var keys = PictureKeys(design);
        var pictures = keys.Count == 0 ? [] : await db.TemplatePictures.AsNoTracking().Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, p => p.ToPdf(), ct);
        return new PreparedDesign(design, pictures);
    }

    public static HashSet<string> PictureKeys(TemplateDesign design) => [.. design.Fields.Select(f => f.Picture).Append(design.Background).OfType<string>()];
}

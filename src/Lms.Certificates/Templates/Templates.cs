using Lms.Certificates.Pdf;
using Lms.Certificates.Templates.Pictures;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Templates;

/// <param name="Version">0: never published, or built in.</param>
/// <param name="HasChanges">The draft is newer than what certificates are issued in.</param>
public sealed record TemplateSummary(Guid Key, string Name, bool IsBuiltIn, int Version, bool HasChanges, PaperShape Shape, DateTime? SavedAt);

/// <param name="Design">The draft; of a built-in template the design itself.</param>
/// <param name="SavedAt">To be given back when saving, so that nobody's work is overwritten unseen.</param>
/// <param name="Problems">What keeps the draft from being published.</param>
public sealed record TemplateDetail(Guid Key, string Name, bool IsBuiltIn, int Version, bool HasChanges, DateTime SavedAt, TemplateDesign Design, IReadOnlyList<DesignProblem> Problems);

public enum TemplateOutcome { Done, NotFound, NameMissing, ChangedByOthers, NotPublishable }

public sealed record TemplatePreview(byte[] Pdf, IReadOnlyList<DesignProblem> Problems);

/// <summary>How certificates look, as data. Built-in templates are read and copied; a department's own have a draft and frozen versions.</summary>
public sealed class Templates
{
    public const int LongestName = 120;

    /// <summary>What a text may name in braces.</summary>
    public static IReadOnlyCollection<string> FactNames => [.. SampleFacts.Facts.Keys];

    private readonly LmsDb db;
    private readonly TimeProvider clock;

    internal Templates(LmsDb db, TimeProvider clock) => (this.db, this.clock) = (db, clock);

    /// <summary>The built-in ones first, then by name.</summary>
    public async Task<List<TemplateSummary>> ListAsync(CancellationToken ct = default)
    {
        var own = await db.Templates.AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        return [.. BuiltInDesigns.All.Select(b => new TemplateSummary(b.Key, b.Name, true, 0, false, b.Design.Shape, null)),
            .. own.Select(t => new TemplateSummary(t.Key, t.Name, false, t.VersionNumber, HasChanges(t), TemplateJson.Read(t.Draft).Shape, t.SavedAt))];
    }

    public async Task<TemplateDetail?> FindAsync(Guid key, CancellationToken ct = default)
    {
        if (BuiltInDesigns.Find(key) is { } built) return new TemplateDetail(key, built.Name, true, 0, false, default, built.Design, []);
        if (await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, ct) is not { } row) return null;
        var design = TemplateJson.Read(row.Draft);
        return new TemplateDetail(key, row.Name, false, row.VersionNumber, HasChanges(row), row.SavedAt, design, await ProblemsAsync(design, ct));
    }

    /// <summary>A new template that begins as a copy of another, built in or not. Null: there is no such template, or no name.</summary>
    public async Task<Guid?> CopyAsync(Guid from, string name, CancellationToken ct = default)
    {
        if (await FindAsync(from, ct) is not { } source || NameOf(name) is not { } clean) return null;
        var row = new TemplateRow(clean, source.Design, clock.GetUtcNow().UtcDateTime);
        db.Templates.Add(row);
        await db.SaveChangesAsync(ct);
        return row.Key;
    }

    /// <summary>Keeps an unfinished design too; certificates go on being issued in the version that is published.</summary>
    public async Task<TemplateOutcome> SaveDraftAsync(Guid key, string name, TemplateDesign design, DateTime savedAt, CancellationToken ct = default)
    {
        if (NameOf(name) is not { } clean) return TemplateOutcome.NameMissing;
        if (await db.Templates.SingleOrDefaultAsync(t => t.Key == key, ct) is not { } row) return TemplateOutcome.NotFound;
        if (row.SavedAt != savedAt) return TemplateOutcome.ChangedByOthers;
        row.Save(clean, Clean(design), clock.GetUtcNow().UtcDateTime);
        return await SavedAsync(ct);
    }

    /// <summary>From now on certificates are issued in the draft as it stands. Those issued before keep their version.</summary>
    public async Task<TemplateOutcome> PublishAsync(Guid key, CancellationToken ct = default)
    {
        if (await db.Templates.SingleOrDefaultAsync(t => t.Key == key, ct) is not { } row) return TemplateOutcome.NotFound;
        if ((await ProblemsAsync(TemplateJson.Read(row.Draft), ct)).Count > 0) return TemplateOutcome.NotPublishable;
        db.TemplateVersions.Add(row.Publish(clock.GetUtcNow().UtcDateTime));
        return await SavedAsync(ct);
    }

    /// <summary>The design with invented facts. Fields with a fault are left out of the page.</summary>
    /// <param name="holderName">To see how a long name comes out; null: an invented one.</param>
    public async Task<TemplatePreview> PreviewAsync(TemplateDesign design, string? holderName = null, CancellationToken ct = default)
    {
        var clean = Clean(design);
        var problems = await ProblemsAsync(clean, ct);
        var faulty = problems.Where(p => p.Fault is not (DesignFault.HolderMissing or DesignFault.NumberMissing)).Select(p => p.Field).ToHashSet();
        var hasNoPicture = problems.Contains(new DesignProblem("", DesignFault.PictureMissing));
        var printable = clean with
        {
            Fields = [.. clean.Fields.Take(DesignRules.MostFields).Where(f => !faulty.Contains(f.Name))],
            Accent = DesignRules.IsColor(clean.Accent) ? clean.Accent : DesignParts.Ink, Muted = DesignRules.IsColor(clean.Muted) ? clean.Muted : DesignParts.Ink,
            Ground = hasNoPicture ? Ground.Plain : clean.Ground, Background = hasNoPicture || clean.Ground != Ground.Picture ? null : clean.Background,
        };
        var page = FilledPage.Fill(await PreparedDesigns.PrepareAsync(db, printable, ct), SampleFacts.With(holderName), out _);
        return new TemplatePreview(CertificatePdf.Render(page).Bytes, problems);
    }

    /// <summary>A PNG or JPEG file for a background or emblem.</summary>
    public async Task<PictureResult> AddPictureAsync(byte[] file, CancellationToken ct = default)
    {
        var outcome = PictureReading.Read(file, out var picture);
        if (picture is null) return new PictureResult(outcome, null);
        var row = new TemplatePicture(picture, clock.GetUtcNow().UtcDateTime);
        if (await db.TemplatePictures.AnyAsync(p => p.Key == row.Key, ct)) return new PictureResult(outcome, row.Key);
        db.TemplatePictures.Add(row);
        await db.SaveChangesAsync(ct);
        return new PictureResult(outcome, row.Key);
    }

    private async Task<List<DesignProblem>> ProblemsAsync(TemplateDesign design, CancellationToken ct)
    {
        var keys = PreparedDesigns.PictureKeys(design);
        var stored = keys.Count == 0 ? [] : await db.TemplatePictures.Where(p => keys.Contains(p.Key)).Select(p => p.Key).ToHashSetAsync(ct);
        return DesignRules.Problems(design, stored.Contains);
    }

    private async Task<TemplateOutcome> SavedAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return TemplateOutcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return TemplateOutcome.ChangedByOthers;
        }
    }

    private static bool HasChanges(TemplateRow row) => row.PublishedAt is not { } published || row.SavedAt > published;

    private static string? NameOf(string name) => PrintedText.CleanOrNull(name) is { Length: <= LongestName } clean ? clean : null;

    /// <summary>Text in NFC: a mark that arrives as a letter of its own would be drawn beside its vowel. Spaces stay as they are.</summary>
    private static TemplateDesign Clean(TemplateDesign design) => design with
    {
        Fields = [.. design.Fields.Select(f => f with { Name = PrintedText.Clean(f.Name), Text = Composed(f.Text), Label = Composed(f.Label), English = Composed(f.English) })],
    };

    private static string Composed(string text) => text.Any(char.IsSurrogate) ? text : text.Normalize(System.Text.NormalizationForm.FormC);
}

using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// Published papers in memory, one copy for the process. A version never changes, so nothing is ever invalidated; the
/// bound only keeps a node that serves years of papers from growing. Public because the faces' constructors name it.
/// </summary>
public sealed class FrozenPapers : IDisposable
{
    private const int MostPapers = 200;
    private readonly MemoryCache papers = new(new MemoryCacheOptions { SizeLimit = MostPapers });

    internal async ValueTask<FrozenPaper?> FindAsync(LmsDb db, Guid versionKey, CancellationToken ct) =>
        papers.TryGetValue(versionKey, out FrozenPaper? paper) ? paper
            : (await FindAllAsync(db, [versionKey], ct)).GetValueOrDefault(versionKey);

    /// <exception cref="InvalidOperationException">An exam names a paper that is not there: a foreign key is broken.</exception>
    internal async ValueTask<FrozenPaper> GetAsync(LmsDb db, Guid versionKey, CancellationToken ct) =>
        await FindAsync(db, versionKey, ct) ?? throw new InvalidOperationException($"No paper version {versionKey}.");

    /// <summary>Two statements, however many papers are not in memory yet. Unknown keys are missing from the result.</summary>
    internal async Task<Dictionary<Guid, FrozenPaper>> FindAllAsync(LmsDb db, IReadOnlyCollection<Guid> versionKeys, CancellationToken ct)
    {
        var found = new Dictionary<Guid, FrozenPaper>();
        var missing = new List<Guid>();
        foreach (var key in versionKeys.Distinct())
            if (papers.TryGetValue(key, out FrozenPaper? paper)) found[key] = paper!;
            else missing.Add(key);
        if (missing.Count == 0) return found;

        foreach (var paper in await LoadAsync(db, missing, ct))
            found[paper.VersionKey] = papers.Set(paper.VersionKey, paper, new MemoryCacheEntryOptions { Size = 1 });
        return found;
    }

    public void Dispose() => papers.Dispose();

    private static async Task<List<FrozenPaper>> LoadAsync(LmsDb db, List<Guid> keys, CancellationToken ct)
    {
        var rows = await db.Set<ItemVersion>().AsNoTracking().Where(v => keys.Contains(v.Key))
            .Join(db.Set<PublishableItem>().Where(i => i.Kind == Papers.Kind), v => v.ItemKey, i => i.Key, (v, i) => new { v.Key, v.Number, v.Body })
            .ToListAsync(ct);
        var bodies = rows.ConvertAll(r => (r.Key, r.Number, Body: AssessmentJson.Read<PaperBody>(r.Body)));
        var cased = bodies.SelectMany(b => b.Body.Cases?.Values ?? []).Distinct().ToList();
        var texts = await BodiesAsync(db, [.. bodies.SelectMany(b => b.Body.VersionKeys).Concat(cased).Distinct()], ct);
        var cases = cased.ToDictionary(k => k, k => new FrozenCase(k, CaseBody.Read(texts[k].Body)));
        var definitions = texts.Where(t => !cases.ContainsKey(t.Key)).ToDictionary(t => t.Key, t => QuestionBody.Read(t.Value.Body).Definition);
        return bodies.ConvertAll(b => b.Body.Freeze(b.Key, b.Number,
            b.Body.VersionKeys.Distinct().ToDictionary(k => k, k => new PoolEntry(texts[k].ItemKey, definitions[k], b.Body.Cases?.TryGetValue(k, out var study) == true ? cases[study] : null))));
    }

    internal static async Task<Dictionary<Guid, QuestionDefinition>> QuestionsAsync(LmsDb db, List<Guid> versionKeys, CancellationToken ct) =>
        (await BodiesAsync(db, versionKeys, ct)).ToDictionary(v => v.Key, v => QuestionBody.Read(v.Value.Body).Definition);

    private static async Task<Dictionary<Guid, (Guid ItemKey, string Body)>> BodiesAsync(LmsDb db, List<Guid> versionKeys, CancellationToken ct) => versionKeys.Count == 0 ? []
        : (await db.Set<ItemVersion>().AsNoTracking().Where(v => versionKeys.Contains(v.Key)).Select(v => new { v.Key, v.ItemKey, v.Body }).ToListAsync(ct)).ToDictionary(v => v.Key, v => (v.ItemKey, v.Body));
}

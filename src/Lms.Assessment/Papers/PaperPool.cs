using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Papers;

/// <summary>Which published questions the draws of a paper may take at this moment.</summary>
internal static class PaperPool
{
    /// <summary>
    /// Two statements, and one more where there are case studies. What a draw goes by is read from the published versions: what an author has changed in a draft since
    /// then is not what would be asked.
    /// </summary>
    /// <param name="ownerKey">The institution whose paper it is: banks of others that are not shared with it (or no longer) are refused. Null, the department, may take from all.</param>
    public static async Task<ResolvedPool> ResolveAsync(LmsDb db, PaperContent content, Guid? ownerKey, CancellationToken ct)
    {
        var bankKeys = content.Sections.SelectMany(s => s.Draws).Select(d => d.BankKey).Distinct().ToList();
        var fixedKeys = PaperRules.Questions(content).Select(q => q.Question.QuestionKey).ToHashSet();
        var banks = await BanksAsync(db, bankKeys, fixedKeys, ownerKey, ct);
        var published = await PublishedAsync(db, [.. bankKeys.Where(banks.ContainsKey)], [.. fixedKeys], ct);
        var draws = PaperRules.Draws(content).ToList();
        var taken = draws.ConvertAll(d => PoolCases.Whole(published.FindAll(q => Takes(d.Draw, q) && !fixedKeys.Contains(q.ItemKey)), published));
        var pool = taken.ConvertAll(questions => questions.ConvertAll(q => q.VersionKey));
        var asked = PaperRules.Questions(content).Select(q => (q.Field, Found: published.Find(p => p.ItemKey == q.Question.QuestionKey))).ToList();
        var body = new PaperBody(content, pool) { Fixed = asked.ConvertAll(q => q.Found?.VersionKey ?? Guid.Empty) };
        var used = body.VersionKeys.ToHashSet();
        var entries = published.FindAll(q => used.Contains(q.VersionKey));
        return new ResolvedPool(body with { Cases = PoolCases.Of(entries) }, entries.ToDictionary(q => q.VersionKey, q => new PoolEntry(q.ItemKey, q.Draft.Definition, q.Case)), published,
        [
            .. Lacking(draws, pool).Select(d => banks.ContainsKey(d.Draw.BankKey) ? new PaperProblem($"{d.Field}.Count", PaperProblemKind.NotEnoughQuestions) : new PaperProblem($"{d.Field}.BankKey", PaperProblemKind.UnknownBank)),
            .. draws.Where(d => banks.TryGetValue(d.Draw.BankKey, out var open) && !open).Select(d => new PaperProblem($"{d.Field}.BankKey", PaperProblemKind.BankNotShared)),
            .. draws.Where((d, i) => taken[i].Count >= d.Draw.Count && !PoolCases.CanDraw(taken[i], d.Draw.Count)).Select(d => new PaperProblem($"{d.Field}.Count", PaperProblemKind.CasesDoNotFit)),
            .. draws.Where((_, i) => taken[i].Exists(q => q.Case is not null) && pool.Where((_, other) => other != i).Any(other => other.Intersect(pool[i]).Any())).Select(d => new PaperProblem(d.Field, PaperProblemKind.OverlappingDraws)),
            .. asked.Where(q => q.Found is null).Select(q => new PaperProblem(q.Field, PaperProblemKind.UnknownQuestion)),
            .. asked.Where(q => q.Found is { } found && !banks[found.BankKey]).Select(q => new PaperProblem(q.Field, PaperProblemKind.BankNotShared)),
            .. PoolCases.Torn(content, published),
        ]);
    }

    /// <summary>Draws that cannot be filled by themselves, or not together with those before them that can.</summary>
    private static IEnumerable<(string Field, PaperDraw Draw)> Lacking(List<(string Field, PaperDraw Draw)> draws, List<List<Guid>> pool)
    {
        var shared = new SharedPools(pool);
        var demand = new int[draws.Count];
        for (var i = 0; i < draws.Count; i++)
        {
            demand[i] = Math.Max(0, draws[i].Draw.Count);
            if (shared.Suffice(demand)) continue;
            demand[i] = 0;
            yield return draws[i];
        }
    }

    private static bool Takes(PaperDraw draw, PublishedQuestion question) =>
        question.BankKey == draw.BankKey
        && (draw.Category is null || question.Draft.Category == draw.Category)
        && (draw.Difficulty is null || question.Draft.Difficulty == draw.Difficulty)
        && (draw.Tag is null || question.Draft.Tags.Contains(draw.Tag, StringComparer.OrdinalIgnoreCase))
        && (draw.Outcome is null || question.Draft.Outcome == draw.Outcome)
        && (draw.Level is null || question.Draft.Level == draw.Level);

    /// <summary>The banks that are drawn from or hold a fixed question, and whether the owner may take from them.</summary>
    private static async Task<Dictionary<Guid, bool>> BanksAsync(LmsDb db, List<Guid> bankKeys, HashSet<Guid> questionKeys, Guid? ownerKey, CancellationToken ct)
    {
        if (bankKeys.Count + questionKeys.Count == 0) return [];
        var (entries, shares) = (db.Questions, db.BankShares);
        return await db.Banks.Where(b => bankKeys.Contains(b.Key) || entries.Any(q => q.BankKey == b.Key && questionKeys.Contains(q.ItemKey)))
            .Select(b => new { b.Key, Open = ownerKey == null || b.OwnerKey == ownerKey || b.SharedWithAll || shares.Any(s => s.BankKey == b.Key && s.OrganisationKey == ownerKey) })
            .ToDictionaryAsync(b => b.Key, b => b.Open, ct);
    }

    private static async Task<List<PublishedQuestion>> PublishedAsync(LmsDb db, List<Guid> bankKeys, List<Guid> questionKeys, CancellationToken ct)
    {
        if (bankKeys.Count + questionKeys.Count == 0) return [];
        var entries = db.Questions;
        // With the other questions of their cases: whether a case is asked whole has to be known.
        var rows = await entries.Where(q => bankKeys.Contains(q.BankKey) || questionKeys.Contains(q.ItemKey)
                || (q.CaseKey != null && entries.Any(f => questionKeys.Contains(f.ItemKey) && f.CaseKey == q.CaseKey)))
            .Join(db.Set<PublishableItem>(), q => q.ItemKey, i => i.Key, (q, i) => new { q.BankKey, q.Position, q.ItemKey, i.PublishedVersionKey })
            .Join(db.Set<ItemVersion>(), x => x.PublishedVersionKey, v => (Guid?)v.Key, (x, v) => new { x.BankKey, x.Position, x.ItemKey, v.Key, v.Body })
            .OrderBy(x => x.Position).ThenBy(x => x.ItemKey)
            .ToListAsync(ct);
        return await PoolCases.AddAsync(db, rows.ConvertAll(r => new PublishedQuestion(r.Key, r.ItemKey, r.BankKey, QuestionBody.Read(r.Body), null)), ct);
    }
}

/// <param name="Questions">Those the paper may ask.</param>
/// <param name="Published">All of its banks.</param>
internal sealed record ResolvedPool(PaperBody Body, Dictionary<Guid, PoolEntry> Questions, List<PublishedQuestion> Published, List<PaperProblem> Problems);

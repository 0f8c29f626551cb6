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
    /// Two statements, and one more where there are case studies. Category and difficulty are read from the published versions: what an author has changed in a
    /// draft since then is not what would be asked.
    /// </summary>
    public static async Task<(PaperBody Body, Dictionary<Guid, PoolEntry> Questions, List<PaperProblem> Problems)> ResolveAsync(LmsDb db, PaperContent content, CancellationToken ct)
    {
        var bankKeys = content.Sections.SelectMany(s => s.Draws).Select(d => d.BankKey).Distinct().ToList();
        var banks = bankKeys.Count == 0 ? [] : await db.Banks.Where(b => bankKeys.Contains(b.Key)).Select(b => b.Key).ToListAsync(ct);
        var fixedKeys = PaperRules.Questions(content).Select(q => q.Question.QuestionKey).ToList();
        var published = await PublishedAsync(db, banks, fixedKeys, ct);
        var pool = new List<IReadOnlyList<Guid>>();
        var problems = new List<PaperProblem>();
        foreach (var (field, draw) in PaperRules.Draws(content))
        {
            var wanted = published.Where(q => Takes(draw, q) && !fixedKeys.Contains(q.ItemKey)).ToList();
            var whole = PoolCases.Whole(wanted, published);
            var candidates = whole.ConvertAll(q => q.VersionKey);
            pool.Add(candidates);
            if (!banks.Contains(draw.BankKey)) problems.Add(new($"{field}.BankKey", PaperProblemKind.UnknownBank));
            else if (candidates.Count < draw.Count) problems.Add(new($"{field}.Count", PaperProblemKind.NotEnoughQuestions));
            else if (!PoolCases.CanDraw(whole, draw.Count)) problems.Add(new($"{field}.Count", PaperProblemKind.CasesDoNotFit));
        }

        var asked = new List<Guid>();
        foreach (var (field, question) in PaperRules.Questions(content))
        {
            var found = published.Find(q => q.ItemKey == question.QuestionKey);
            asked.Add(found?.VersionKey ?? Guid.Empty);
            if (found is null) problems.Add(new(field, PaperProblemKind.UnknownQuestion));
        }

        problems.AddRange(PoolCases.Torn(content, published));
        var body = new PaperBody(content, pool) { Fixed = asked };
        var used = body.VersionKeys.ToHashSet();
        var entries = published.FindAll(q => used.Contains(q.VersionKey));
        return (body with { Cases = PoolCases.Of(entries) }, entries.ToDictionary(q => q.VersionKey, q => new PoolEntry(q.Draft.Definition, q.Case)), problems);
    }

    private static bool Takes(PaperDraw draw, PublishedQuestion question) =>
        question.BankKey == draw.BankKey
        && (draw.Category is null || question.Draft.Category == draw.Category)
        && (draw.Difficulty is null || question.Draft.Difficulty == draw.Difficulty);

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

using Lms.Assessment.Questions.Cases;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <summary>A bank as a whole: what goes into a file, and what comes out of one.</summary>
public sealed class BankContents(LmsDb db, Publications publications, QuestionBanks banks, CaseStudies cases)
{
    /// <summary>The drafts in order of entry: one query, however many.</summary>
    public async Task<List<QuestionDraft>> AllAsync(Guid bankKey, CancellationToken ct = default)
    {
        var bodies = await db.Questions.Where(q => q.BankKey == bankKey)
            .Join(publications.Items(QuestionBanks.Kind), q => q.ItemKey, i => i.Key, (q, i) => new { q.Position, i.Key, i.DraftBody })
            .OrderBy(x => x.Position).ThenBy(x => x.Key).Select(x => x.DraftBody).ToListAsync(ct);
        return [.. bodies.Select(QuestionBody.Read)];
    }

    /// <summary>The case studies as they are drafted, by key.</summary>
    public async Task<Dictionary<Guid, CaseDraft>> CasesAsync(Guid bankKey, CancellationToken ct = default) =>
        (await db.Cases.Where(c => c.BankKey == bankKey).Join(publications.Items(CaseStudies.Kind), c => c.ItemKey, i => i.Key, (_, i) => new { i.Key, i.DraftBody }).ToListAsync(ct))
            .ToDictionary(c => c.Key, c => CaseBody.Read(c.DraftBody));

    /// <summary>Adds what came in a file: each case study once, then the questions. One transaction: all of it or nothing.</summary>
    public async Task<(QuestionOutcome Outcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem> Problems)> TakeInAsync(Guid bankKey, IReadOnlyList<(QuestionDraft Draft, CaseDraft? Case)> questions, Guid? by, CancellationToken ct = default)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        var keys = new Dictionary<CaseDraft, Guid>();
        foreach (var study in questions.Select(q => q.Case).OfType<CaseDraft>().Distinct())
        {
            var (added, key, problems) = await cases.AddAsync(bankKey, study, by, ct);
            if (added != QuestionOutcome.Done) return (added, [], problems);
            keys[study] = key;
        }

        var result = await banks.AddAsync(bankKey, [.. questions.Select(q => q.Case is { } study ? q.Draft with { CaseKey = keys[study] } : q.Draft)], by, ct);
        if (result.Outcome == QuestionOutcome.Done) await unit.CommitAsync(ct);
        return result;
    }

    /// <summary>The places of those that say exactly what a question of the bank, or one before them, says already.</summary>
    public async Task<IReadOnlySet<int>> DuplicatesAsync(Guid bankKey, IReadOnlyList<QuestionDefinition?> definitions, CancellationToken ct = default)
    {
        var known = (await AllAsync(bankKey, ct)).Select(d => Content(d.Definition)).ToHashSet(StringComparer.Ordinal);
        return definitions.Index().Where(d => d.Item is not null && !known.Add(Content(d.Item))).Select(d => d.Index).ToHashSet();
    }

    /// <summary>
    /// Takes a bulk out again that came in at one instant: those of its questions that are still drafts as they came. What
    /// has been worked on, handed in or published since stays. A case study goes with the last of its questions, where it too is as it came.
    /// </summary>
    /// <returns>How many questions went.</returns>
    public async Task<int> TakeBackAsync(Guid bankKey, Guid oneOfThem, CancellationToken ct = default)
    {
        var items = publications.Items(QuestionBanks.Kind);
        var at = await items.Where(i => i.Key == oneOfThem).Select(i => (DateTime?)i.CreatedAt).SingleOrDefaultAsync(ct);
        if (at is null) return 0;
        var gone = await db.Questions.Where(q => q.BankKey == bankKey)
            .Join(items.Where(i => i.CreatedAt == at && i.Revision == 0 && i.LatestNumber == 0 && i.Stage == Stage.Draft), q => q.ItemKey, i => i.Key, (q, i) => new { Entry = q, Item = i })
            .ToListAsync(ct);
        db.RemoveRange(gone.Select(g => g.Entry));
        db.RemoveRange(gone.Select(g => g.Item));
        await TakeCasesBackAsync(gone.ConvertAll(g => g.Entry), ct);
        await db.SaveChangesAsync(ct);
        return gone.Count;
    }

    private async Task TakeCasesBackAsync(List<QuestionEntry> gone, CancellationToken ct)
    {
        var (named, goneKeys) = (gone.Select(q => q.CaseKey).OfType<Guid>().Distinct().ToList(), gone.ConvertAll(q => q.ItemKey));
        if (named.Count == 0) return;
        var questions = db.Questions;
        var cases = await db.Cases.Where(c => named.Contains(c.ItemKey) && !questions.Any(q => q.CaseKey == c.ItemKey && !goneKeys.Contains(q.ItemKey)))
            .Join(publications.Items(CaseStudies.Kind).Where(i => i.Revision == 0 && i.LatestNumber == 0 && i.Stage == Stage.Draft), c => c.ItemKey, i => i.Key, (c, i) => new { Case = c, Item = i })
            .ToListAsync(ct);
        db.RemoveRange(cases.Select(c => c.Case));
        db.RemoveRange(cases.Select(c => c.Item));
    }

    private static string Content(QuestionDefinition definition) => AssessmentJson.Write(definition).Normalize();
}

using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <summary>A bank as a whole: what goes into a file, and what comes out of one.</summary>
public sealed class BankContents(LmsDb db, Publications publications)
{
    /// <summary>The drafts in order of entry: one query, however many.</summary>
    public async Task<List<QuestionDraft>> AllAsync(Guid bankKey, CancellationToken ct = default)
    {
        var bodies = await db.Questions.Where(q => q.BankKey == bankKey)
            .Join(publications.Items(QuestionBanks.Kind), q => q.ItemKey, i => i.Key, (q, i) => new { q.Position, i.Key, i.DraftBody })
            .OrderBy(x => x.Position).ThenBy(x => x.Key).Select(x => x.DraftBody).ToListAsync(ct);
        return [.. bodies.Select(QuestionBody.Read)];
    }

    /// <summary>The places of those that say exactly what a question of the bank, or one before them, says already.</summary>
    public async Task<IReadOnlySet<int>> DuplicatesAsync(Guid bankKey, IReadOnlyList<QuestionDefinition?> definitions, CancellationToken ct = default)
    {
        var known = (await AllAsync(bankKey, ct)).Select(d => Content(d.Definition)).ToHashSet(StringComparer.Ordinal);
        return definitions.Index().Where(d => d.Item is not null && !known.Add(Content(d.Item))).Select(d => d.Index).ToHashSet();
    }

    /// <summary>
    /// Takes a bulk out again that came in at one instant: those of its questions that are still drafts as they came. What
    /// has been worked on, handed in or published since stays.
    /// </summary>
    /// <returns>How many went.</returns>
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
        await db.SaveChangesAsync(ct);
        return gone.Count;
    }

    private static string Content(QuestionDefinition definition) => AssessmentJson.Write(definition).Normalize();
}

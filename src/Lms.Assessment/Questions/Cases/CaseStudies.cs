using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions.Cases;

/// <summary>Case studies of a bank, from draft to version, and the order of the questions in them.</summary>
public sealed class CaseStudies(LmsDb db, Publications publications, TimeProvider clock)
{
    internal const string Kind = "case";

    /// <summary>By title: one query.</summary>
    public Task<List<CaseSummary>> ListAsync(Guid bankKey, CancellationToken ct = default)
    {
        var (questions, items) = (db.Questions, publications.Items(QuestionBanks.Kind));
        return db.Cases.Where(c => c.BankKey == bankKey).Join(publications.Items(Kind), c => c.ItemKey, i => i.Key, (c, i) => i).OrderBy(i => i.Title).ThenBy(i => i.Key)
            .Select(i => new CaseSummary(i.Key, bankKey, i.Title, i.Stage, i.LatestNumber, i.PublishedVersionKey,
                questions.Count(q => q.CaseKey == i.Key), questions.Count(q => q.CaseKey == i.Key && items.Any(x => x.Key == q.ItemKey && x.PublishedVersionKey != null))))
            .ToListAsync(ct);
    }

    public async Task<CaseDetail?> FindAsync(Guid caseKey, CancellationToken ct = default)
    {
        var found = await db.Cases.Where(c => c.ItemKey == caseKey)
            .Join(publications.Items(Kind), c => c.ItemKey, i => i.Key, (c, i) => new { c.BankKey, i.Revision, i.Stage, i.LatestNumber, i.PublishedVersionKey, i.DraftBody }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var questions = await QuestionSearch.Summaries(db.Questions.Where(q => q.CaseKey == caseKey), publications).ToListAsync(ct);
        return new CaseDetail(caseKey, found.BankKey, found.Revision, found.Stage, found.LatestNumber, found.PublishedVersionKey, CaseBody.Read(found.DraftBody), questions);
    }

    public async Task<(QuestionOutcome Outcome, Guid Key, IReadOnlyList<QuestionProblem> Problems)> AddAsync(Guid bankKey, CaseDraft draft, Guid? by, CancellationToken ct = default)
    {
        var tidy = CaseBody.Tidy(draft);
        var problems = CaseBody.Problems(tidy).ToList();
        if (problems.Count > 0) return (QuestionOutcome.Invalid, Guid.Empty, problems);
        if (await db.Banks.Where(b => b.Key == bankKey).Select(b => new { b.OwnerKey }).SingleOrDefaultAsync(ct) is not { } bank) return (QuestionOutcome.NotFound, Guid.Empty, []);
        var item = publications.Create(Kind, bank.OwnerKey, tidy.Title, CaseBody.Write(tidy), by, clock.GetUtcNow().UtcDateTime);
        db.Add(CaseStudy.Create(item.Key, bankKey));
        await db.SaveChangesAsync(ct);
        return (QuestionOutcome.Done, item.Key, []);
    }

    public async Task<(QuestionOutcome Outcome, IReadOnlyList<QuestionProblem> Problems)> SaveAsync(Guid caseKey, int revision, CaseDraft draft, Guid? by, CancellationToken ct = default)
    {
        var tidy = CaseBody.Tidy(draft);
        var problems = CaseBody.Problems(tidy).ToList();
        if (problems.Count > 0) return (QuestionOutcome.Invalid, problems);
        if (await publications.FindAsync(Kind, caseKey, ct) is not { } item) return (QuestionOutcome.NotFound, []);
        if (item.Revision != revision) return (QuestionOutcome.ChangedMeanwhile, []);
        item.Revise(tidy.Title, CaseBody.Write(tidy), by, clock.GetUtcNow().UtcDateTime);
        return (await SaveAsync(ct), []);
    }

    /// <summary>The case alone: its questions go their own way, and a paper takes neither without the other.</summary>
    public async Task<QuestionOutcome> MoveAsync(Guid caseKey, PublishAction action, string? note, Guid? by, CancellationToken ct = default)
    {
        if (await publications.FindAsync(Kind, caseKey, ct) is not { } item) return QuestionOutcome.NotFound;
        if (!item.Allows(action)) return QuestionOutcome.WrongStage;
        await publications.MoveAllAsync([item], action, by, clock.GetUtcNow().UtcDateTime, note, ct);
        return await SaveAsync(ct);
    }

    /// <summary>One question one place up or down within its case; at either end nothing happens. A published paper keeps the order it was published with.</summary>
    public async Task<QuestionOutcome> ReorderAsync(Guid caseKey, Guid questionKey, bool up, CancellationToken ct = default)
    {
        var entries = await db.Questions.Where(q => q.CaseKey == caseKey).OrderBy(q => q.Position).ThenBy(q => q.ItemKey).ToListAsync(ct);
        var at = entries.FindIndex(q => q.ItemKey == questionKey);
        if (at < 0) return QuestionOutcome.NotFound;
        var other = up ? at - 1 : at + 1;
        if (other >= 0 && other < entries.Count) entries[at].ChangePlaces(entries[other]);
        return await SaveAsync(ct);
    }

    private async Task<QuestionOutcome> SaveAsync(CancellationToken ct) => await db.TrySaveAsync(ct) ? QuestionOutcome.Done : QuestionOutcome.ChangedMeanwhile;
}

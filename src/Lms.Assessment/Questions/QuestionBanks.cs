using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

public sealed record BankSummary(Guid Key, string Title, Guid? OwnerKey, int Questions, int Published, int InReview);
/// <param name="Prompt">The beginning of the prompt, at most 300 characters.</param>
public sealed record QuestionSummary(Guid Key, Guid BankKey, string Prompt, string Type, string Category, int Difficulty, Stage Stage, int LatestNumber, Guid? PublishedVersionKey);
public sealed record QuestionDetail(Guid Key, Guid BankKey, int Revision, Stage Stage, int LatestNumber, Guid? PublishedVersionKey, QuestionDraft Draft);
/// <param name="Field">A path from the draft, "Definition.Options[1].Text"; where several drafts were given, it starts with the place: "[3].Category".</param>
public sealed record QuestionProblem(string Field, QuestionProblemKind Kind);
public enum QuestionProblemKind { Required, TooLong, TooFewOptions, TooManyOptions, DuplicateId, DuplicateText, NoCorrectOption, SeveralCorrectOptions, OutOfRange, NotANumber, NotAFormula, UnknownReference, GapsDoNotMatch }
/// <summary>How a change ended. Nothing is changed unless it is <see cref="Done"/>.</summary>
public enum QuestionOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <summary>Question banks, owned by an institution, and the questions in them from draft to version.</summary>
public sealed class QuestionBanks(LmsDb db, Publications publications, TimeProvider clock)
{
    internal const string Kind = "question";

    /// <summary>By title. A null owner means the banks of all owners.</summary>
    public Task<List<BankSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default)
    {
        var (questions, items) = (db.Questions, publications.Items(Kind));
        return db.Banks.Where(b => ownerKey == null || b.OwnerKey == ownerKey).OrderBy(b => b.Title).ThenBy(b => b.Key)
            .Select(b => new BankSummary(b.Key, b.Title, b.OwnerKey,
                questions.Count(q => q.BankKey == b.Key),
                questions.Count(q => q.BankKey == b.Key && items.Any(i => i.Key == q.ItemKey && i.PublishedVersionKey != null)),
                questions.Count(q => q.BankKey == b.Key && items.Any(i => i.Key == q.ItemKey && i.Stage == Stage.InReview))))
            .ToListAsync(ct);
    }

    public async Task<Guid> CreateAsync(string title, Guid? ownerKey, Guid? by, CancellationToken ct = default)
    {
        var bank = QuestionBank.Create(title, ownerKey, by, clock.GetUtcNow().UtcDateTime);
        db.Add(bank);
        await db.SaveChangesAsync(ct);
        return bank.Key;
    }

    /// <summary>False where there is no such bank.</summary>
    public async Task<bool> RenameAsync(Guid bankKey, string title, CancellationToken ct = default)
    {
        if (await db.Banks.SingleOrDefaultAsync(b => b.Key == bankKey, ct) is not { } bank) return false;
        bank.Rename(title);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>In order of entry. Search ignores case and diacritics, and every word must occur. Null filters mean all.</summary>
    public Task<List<QuestionSummary>> QuestionsAsync(Guid bankKey, string? search = null, string? category = null, Stage? stage = null, CancellationToken ct = default)
    {
        var entries = db.Questions.Where(q => q.BankKey == bankKey && (category == null || q.Category == category));
        foreach (var word in FoldedText.Words(search))
            entries = entries.Where(q => q.SearchText.Contains(word));
        return entries
            .Join(publications.Items(Kind).Where(i => stage == null || i.Stage == stage), q => q.ItemKey, i => i.Key, (q, i) => new { q, i })
            .OrderBy(x => x.q.Position).ThenBy(x => x.q.ItemKey)
            .Select(x => new QuestionSummary(x.i.Key, x.q.BankKey, x.i.Title, x.q.Type, x.q.Category, x.q.Difficulty, x.i.Stage, x.i.LatestNumber, x.i.PublishedVersionKey))
            .ToListAsync(ct);
    }

    public async Task<QuestionDetail?> QuestionAsync(Guid questionKey, CancellationToken ct = default)
    {
        var found = await publications.Items(Kind).Where(i => i.Key == questionKey)
            .Join(db.Questions, i => i.Key, q => q.ItemKey, (i, q) => new { q.BankKey, i.Revision, i.Stage, i.LatestNumber, i.PublishedVersionKey, i.DraftBody })
            .SingleOrDefaultAsync(ct);
        return found is null ? null
            : new(questionKey, found.BankKey, found.Revision, found.Stage, found.LatestNumber, found.PublishedVersionKey, QuestionBody.Read(found.DraftBody));
    }

    /// <summary>All or nothing: one invalid draft and none is added.</summary>
    public async Task<(QuestionOutcome Outcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem> Problems)> AddAsync(Guid bankKey, IReadOnlyList<QuestionDraft> drafts, Guid? by, CancellationToken ct = default)
    {
        var problems = drafts.SelectMany((d, n) => QuestionRules.Problems(d).Select(p => p with { Field = $"[{n}].{p.Field}" })).ToList();
        if (problems.Count > 0) return (QuestionOutcome.Invalid, [], problems);
        var questions = db.Questions;
        var bank = await db.Banks.Where(b => b.Key == bankKey)
            .Select(b => new { b.OwnerKey, Last = questions.Where(q => q.BankKey == bankKey).Max(q => (int?)q.Position) })
            .SingleOrDefaultAsync(ct);
        if (bank is null) return (QuestionOutcome.NotFound, [], []);

        var now = clock.GetUtcNow().UtcDateTime;
        var position = bank.Last ?? 0;
        var keys = new List<Guid>(drafts.Count);
        foreach (var draft in drafts.Select(QuestionBody.Tidy))
        {
            var item = publications.Create(Kind, bank.OwnerKey, QuestionBody.Title(draft), QuestionBody.Write(draft), by, now);
            db.Add(QuestionEntry.Create(item.Key, bankKey, ++position, draft));
            keys.Add(item.Key);
        }

        await db.SaveChangesAsync(ct);
        return (QuestionOutcome.Done, keys, []);
    }

    public async Task<(QuestionOutcome Outcome, IReadOnlyList<QuestionProblem> Problems)> SaveAsync(Guid questionKey, int revision, QuestionDraft draft, Guid? by, CancellationToken ct = default)
    {
        var problems = QuestionRules.Problems(draft).ToList();
        if (problems.Count > 0) return (QuestionOutcome.Invalid, problems);
        if (await publications.FindAsync(Kind, questionKey, ct) is not { } item) return (QuestionOutcome.NotFound, []);
        if (item.Revision != revision) return (QuestionOutcome.ChangedMeanwhile, []);

        var tidy = QuestionBody.Tidy(draft);
        // A body from before a property was added says the same without it: saving that untouched is no change.
        if (QuestionBody.Write(tidy) is var body && body != QuestionBody.Write(QuestionBody.Read(item.DraftBody))) item.Revise(QuestionBody.Title(tidy), body, by, clock.GetUtcNow().UtcDateTime);
        (await db.Questions.SingleAsync(q => q.ItemKey == questionKey, ct)).Describe(tidy);
        return (await SaveAsync(ct), []);
    }

    /// <summary>All or nothing, and flat: the number of reads does not depend on the number of questions.</summary>
    public async Task<QuestionOutcome> MoveAsync(IReadOnlyList<Guid> questionKeys, PublishAction action, string? note, Guid? by, CancellationToken ct = default)
    {
        var items = await publications.Items(Kind).Where(i => questionKeys.Contains(i.Key)).ToListAsync(ct);
        if (items.Count != questionKeys.Distinct().Count()) return QuestionOutcome.NotFound;
        if (!items.All(i => i.Allows(action))) return QuestionOutcome.WrongStage;
        await publications.MoveAllAsync(items, action, by, clock.GetUtcNow().UtcDateTime, note, ct);
        return await SaveAsync(ct);
    }

    private async Task<QuestionOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return QuestionOutcome.Done;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            return QuestionOutcome.ChangedMeanwhile;
        }
    }
}

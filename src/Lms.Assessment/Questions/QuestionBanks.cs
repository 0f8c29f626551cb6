using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

public sealed record BankSummary(Guid Key, string Title, Guid? OwnerKey, int Questions, int Published, int InReview);
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
    public Task<List<BankSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) =>
        Summaries(db, publications, db.Banks.Where(b => ownerKey == null || b.OwnerKey == ownerKey)).ToListAsync(ct);

    public Task<BankSummary?> FindAsync(Guid bankKey, CancellationToken ct = default) => Summaries(db, publications, db.Banks.Where(b => b.Key == bankKey)).SingleOrDefaultAsync(ct);

    public async Task<Guid> CreateAsync(string title, Guid? ownerKey, Guid? by, CancellationToken ct = default)
    {
        var bank = QuestionBank.Create(title, ownerKey, by, clock.GetUtcNow().UtcDateTime);
        db.Add(bank);
        await db.SaveChangesAsync(ct);
        return bank.Key;
    }

    public async Task<QuestionDetail?> QuestionAsync(Guid questionKey, CancellationToken ct = default)
    {
        var found = await publications.Items(Kind).Where(i => i.Key == questionKey)
            .Join(db.Questions, i => i.Key, q => q.ItemKey, (i, q) => new { q.BankKey, i.Revision, i.Stage, i.LatestNumber, i.PublishedVersionKey, i.DraftBody })
            .SingleOrDefaultAsync(ct);
        return found is null ? null
            : new(questionKey, found.BankKey, found.Revision, found.Stage, found.LatestNumber, found.PublishedVersionKey, QuestionBody.Read(found.DraftBody));
    }

    /// <summary>What <see cref="AddAsync"/> would refuse of the drafts themselves, for who has something to store before; nothing is read or written.</summary>
    public static IReadOnlyList<QuestionProblem> Problems(IReadOnlyList<QuestionDraft> drafts) =>
        [.. drafts.SelectMany((d, n) => QuestionRules.Problems(d).Select(p => p with { Field = $"[{n}].{p.Field}" }))];

    /// <summary>All or nothing: one invalid draft and none is added.</summary>
    public async Task<(QuestionOutcome Outcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem> Problems)> AddAsync(Guid bankKey, IReadOnlyList<QuestionDraft> drafts, Guid? by, CancellationToken ct = default)
    {
        var problems = Problems(drafts).ToList();
        if (problems.Count > 0) return (QuestionOutcome.Invalid, [], problems);
        var questions = db.Questions;
        var bank = await db.Banks.Where(b => b.Key == bankKey)
            .Select(b => new { b.OwnerKey, Last = questions.Where(q => q.BankKey == bankKey).Max(q => (int?)q.Position) })
            .SingleOrDefaultAsync(ct);
        if (bank is null) return (QuestionOutcome.NotFound, [], []);
        var cases = await CasesAsync(bankKey, drafts, ct);
        problems.AddRange(drafts.Index().Where(d => !Known(d.Item, cases)).Select(d => new QuestionProblem($"[{d.Index}].CaseKey", QuestionProblemKind.UnknownReference)));
        if (problems.Count > 0) return (QuestionOutcome.Invalid, [], problems);

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

        var entry = await db.Questions.SingleAsync(q => q.ItemKey == questionKey, ct);
        if (!Known(draft, await CasesAsync(entry.BankKey, [draft], ct))) return (QuestionOutcome.Invalid, [new("CaseKey", QuestionProblemKind.UnknownReference)]);
        var tidy = QuestionBody.Tidy(draft);
        // A body from before a property was added says the same without it: saving that untouched is no change.
        if (QuestionBody.Write(tidy) is var body && body != QuestionBody.Write(QuestionBody.Read(item.DraftBody))) item.Revise(QuestionBody.Title(tidy), body, by, clock.GetUtcNow().UtcDateTime);
        entry.Describe(tidy);
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

    internal static IQueryable<BankSummary> Summaries(LmsDb db, Publications publications, IQueryable<QuestionBank> banks)
    {
        var (questions, items) = (db.Questions, publications.Items(Kind));
        return banks.OrderBy(b => b.Title).ThenBy(b => b.Key)
            .Select(b => new BankSummary(b.Key, b.Title, b.OwnerKey,
                questions.Count(q => q.BankKey == b.Key),
                questions.Count(q => q.BankKey == b.Key && items.Any(i => i.Key == q.ItemKey && i.PublishedVersionKey != null)),
                questions.Count(q => q.BankKey == b.Key && items.Any(i => i.Key == q.ItemKey && i.Stage == Stage.InReview))));
    }

    /// <summary>Those of the bank that the drafts name; no statement where they name none.</summary>
    private async Task<List<Guid>> CasesAsync(Guid bankKey, IReadOnlyList<QuestionDraft> drafts, CancellationToken ct)
    {
        var named = drafts.Select(d => d.CaseKey).OfType<Guid>().Distinct().ToList();
        return named.Count == 0 ? [] : await db.Cases.Where(c => c.BankKey == bankKey && named.Contains(c.ItemKey)).Select(c => c.ItemKey).ToListAsync(ct);
    }

    private static bool Known(QuestionDraft draft, List<Guid> cases) => draft.CaseKey is not { } key || cases.Contains(key);

    private async Task<QuestionOutcome> SaveAsync(CancellationToken ct) => await db.TrySaveAsync(ct) ? QuestionOutcome.Done : QuestionOutcome.ChangedMeanwhile;
}

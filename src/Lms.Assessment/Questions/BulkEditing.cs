using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <summary>One change for many questions of a bank: looked at first, then made for all of them or for none.</summary>
public sealed class BulkEditing(LmsDb db, Publications publications, TimeProvider clock)
{
    public const int Most = 500;

    /// <summary>What would become of them, in order of entry: three statements at most. Questions that are not in the bank are missing.</summary>
    public async Task<List<BulkChange>> PreviewAsync(Guid bankKey, IReadOnlyCollection<Guid> questionKeys, BulkEdit edit, CancellationToken ct = default) =>
        [.. (await ReadAsync(bankKey, questionKeys, ct)).Select(q => Change(q.Entry, q.Item, edit))];

    /// <param name="questions">Each with the revision that was looked at.</param>
    public async Task<QuestionOutcome> ApplyAsync(Guid bankKey, IReadOnlyDictionary<Guid, int> questions, BulkEdit edit, string? note, Guid? by, CancellationToken ct = default)
    {
        var found = await ReadAsync(bankKey, [.. questions.Keys], ct);
        if (found.Count != questions.Count || edit.IsEmpty) return QuestionOutcome.NotFound;
        if (found.Exists(q => q.Item.Revision != questions[q.Item.Key])) return QuestionOutcome.ChangedMeanwhile;
        var changes = found.ConvertAll(q => Change(q.Entry, q.Item, edit));
        if (changes.Exists(c => c.Obstacle is BulkObstacle.Invalid or BulkObstacle.OfCase)) return QuestionOutcome.Invalid;
        if (changes.Exists(c => c.Obstacle is BulkObstacle.WrongStage)) return QuestionOutcome.WrongStage;

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var ((entry, item), change) in found.Zip(changes))
        {
            if (change.Fields.Count > 0) item.Revise(QuestionBody.Title(change.After), QuestionBody.Write(change.After), by, now);
            entry.Describe(change.After);
        }

        if (edit.ToBank is { } to && !await MoveToAsync(to, found, ct)) return QuestionOutcome.NotFound;
        if (edit.Step is { } step) await publications.MoveAllAsync(found.ConvertAll(q => q.Item), step, by, now, note, ct);
        return await SaveAsync(ct);
    }

    private async Task<bool> MoveToAsync(Guid bankKey, List<(QuestionEntry Entry, PublishableItem Item)> questions, CancellationToken ct)
    {
        var entries = db.Questions;
        if (await db.Banks.Where(b => b.Key == bankKey).Select(b => new { b.OwnerKey, Last = entries.Where(q => q.BankKey == bankKey).Max(q => (int?)q.Position) }).SingleOrDefaultAsync(ct) is not { } bank) return false;
        var position = bank.Last ?? 0;
        foreach (var (entry, item) in questions)
        {
            entry.MoveTo(bankKey, ++position);
            item.HandOver(bank.OwnerKey);
        }

        return true;
    }

    private async Task<List<(QuestionEntry Entry, PublishableItem Item)>> ReadAsync(Guid bankKey, IReadOnlyCollection<Guid> keys, CancellationToken ct) =>
        [.. (await db.Questions.Where(q => q.BankKey == bankKey && keys.Contains(q.ItemKey)).OrderBy(q => q.Position).ThenBy(q => q.ItemKey)
            .Join(publications.Items(QuestionBanks.Kind), q => q.ItemKey, i => i.Key, (q, i) => new { Entry = q, Item = i }).ToListAsync(ct)).OrderBy(x => x.Entry.Position).Select(x => (x.Entry, x.Item))];

    private static BulkChange Change(QuestionEntry entry, PublishableItem item, BulkEdit edit)
    {
        var before = QuestionBody.Read(item.DraftBody);
        var after = edit.Of(before);
        string[] fields =
        [
            .. Changed(nameof(BulkEdit.Category), before.Category != after.Category), .. Changed(nameof(BulkEdit.Difficulty), before.Difficulty != after.Difficulty),
            .. Changed(nameof(BulkEdit.Level), before.Level != after.Level), .. Changed(nameof(BulkEdit.Outcome), before.Outcome != after.Outcome),
            .. Changed(nameof(BulkEdit.Source), before.Source != after.Source), .. Changed(nameof(QuestionDraft.Tags), !before.Tags.SequenceEqual(after.Tags)),
        ];
        // A revision makes a draft of whatever it was; the step goes on from there.
        var revised = fields.Length > 0 ? Stage.Draft : item.Stage;
        BulkObstacle? obstacle = QuestionRules.Problems(after).Any() ? BulkObstacle.Invalid
            : edit.ToBank is not null && edit.ToBank != entry.BankKey && entry.CaseKey is not null ? BulkObstacle.OfCase
            : edit.Step is { } step && !Allows(item, revised, step) ? BulkObstacle.WrongStage : null;
        return new BulkChange(item.Key, item.Revision, item.Title, before, after, fields, item.Stage, edit.Step is { } taken ? After(taken) : revised, obstacle);
    }

    private static bool Allows(PublishableItem item, Stage stage, PublishAction step) => stage == item.Stage ? item.Allows(step)
        : step switch
        {
            PublishAction.Submitted or PublishAction.Published => true,
            PublishAction.Returned => false,
            PublishAction.Withdrawn => item.PublishedVersionKey is not null,
        };

    private static Stage After(PublishAction step) => step switch
    {
        PublishAction.Submitted => Stage.InReview,
        PublishAction.Returned => Stage.Returned,
        PublishAction.Published => Stage.Published,
        PublishAction.Withdrawn => Stage.Withdrawn,
    };

    private static IEnumerable<string> Changed(string field, bool changed) => changed ? [field] : [];

    private async Task<QuestionOutcome> SaveAsync(CancellationToken ct) => await db.TrySaveAsync(ct) ? QuestionOutcome.Done : QuestionOutcome.ChangedMeanwhile;
}

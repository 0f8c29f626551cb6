using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Publishing;

/// <summary>
/// Draft → immutable version → publish log, for whatever a module keeps in the body. Its verbs join the
/// caller's unit of work and never save: the module that owns the item saves once, at the end of its use case.
/// </summary>
public sealed class Publications(LmsDb db)
{
    /// <summary>For lists: project what the page shows; do not pull bodies.</summary>
    public IQueryable<PublishableItem> Items(string kind) => db.Set<PublishableItem>().Where(i => i.Kind == kind);

    /// <summary>For lists and reads of frozen bodies; rows are never changed.</summary>
    public IQueryable<ItemVersion> Versions => db.Set<ItemVersion>().AsNoTracking();

    public PublishableItem Create(string kind, Guid? ownerKey, string title, string body, Guid? by, DateTime now)
    {
        var item = PublishableItem.Create(kind, ownerKey, title, body, by, now);
        db.Add(item);
        return item;
    }

    public Task<PublishableItem?> FindAsync(string kind, Guid key, CancellationToken ct = default) =>
        db.Set<PublishableItem>().SingleOrDefaultAsync(i => i.Kind == kind && i.Key == key, ct);

    public void Submit(PublishableItem item, Guid? by, DateTime now, string? note = null) => db.Add(item.Submit(by, now, note));

    public void Return(PublishableItem item, Guid? by, DateTime now, string? note = null) => db.Add(item.Return(by, now, note));

    public void Withdraw(PublishableItem item, Guid? by, DateTime now, string? note = null) => db.Add(item.Withdraw(by, now, note));

    /// <summary>Freezes the draft and points the public at it. An unchanged draft adds no version: the latest one is published again.</summary>
    public Task<ItemVersion> PublishAsync(PublishableItem item, Guid? by, DateTime now, string? note = null, CancellationToken ct = default) =>
        PublishAsync(item, item.DraftBody, by, now, note, ct);

    /// <summary>
    /// For a draft that publishing completes, as a paper is completed with its pool of questions: the version holds
    /// <paramref name="body"/>, the draft stays as its author left it.
    /// </summary>
    public async Task<ItemVersion> PublishAsync(PublishableItem item, string body, Guid? by, DateTime now, string? note = null, CancellationToken ct = default)
    {
        var hash = PublishableItem.Hash(body);
        var latest = item.LatestNumber == 0 ? null
            : await Versions.SingleOrDefaultAsync(v => v.ItemKey == item.Key && v.Number == item.LatestNumber, ct);
        var version = latest is not null && latest.ContentHash == hash && latest.Title == item.Title ? latest : null;
        if (version is null)
        {
            version = item.Freeze(body, by, now);
            db.Add(version);
        }

        db.Add(item.Publish(version.Key, by, now, note));
        return version;
    }

    /// <summary>One read for all of them.</summary>
    private async Task PublishAllAsync(IReadOnlyCollection<PublishableItem> items, Guid? by, DateTime now, string? note = null, CancellationToken ct = default)
    {
        var keys = items.Where(i => i.LatestNumber > 0).Select(i => i.Key).ToList();
        var latest = keys.Count == 0 ? [] : await db.Set<PublishableItem>().Where(i => keys.Contains(i.Key))
            .Join(Versions, i => new { ItemKey = i.Key, Number = i.LatestNumber }, v => new { v.ItemKey, v.Number },
                (_, v) => new { v.ItemKey, v.Key, v.ContentHash, v.Title })
            .ToDictionaryAsync(v => v.ItemKey, ct);
        foreach (var item in items)
        {
            if (latest.GetValueOrDefault(item.Key) is { } same && same.ContentHash == PublishableItem.Hash(item.DraftBody) && same.Title == item.Title)
            {
                db.Add(item.Publish(same.Key, by, now, note));
                continue;
            }

            var version = item.Freeze(item.DraftBody, by, now);
            db.Add(version);
            db.Add(item.Publish(version.Key, by, now, note));
        }
    }

    /// <summary>One step for many items. Whether each <see cref="PublishableItem.Allows">allows</see> it is the caller's check.</summary>
    public async Task MoveAllAsync(IReadOnlyCollection<PublishableItem> items, PublishAction action, Guid? by, DateTime now, string? note = null, CancellationToken ct = default)
    {
        if (action == PublishAction.Published) await PublishAllAsync(items, by, now, note, ct);
        else foreach (var item in items) db.Add(Step(item));

        PublishLogEntry Step(PublishableItem item) => action switch
        {
            PublishAction.Submitted => item.Submit(by, now, note),
            PublishAction.Returned => item.Return(by, now, note),
            PublishAction.Withdrawn => item.Withdraw(by, now, note),
            PublishAction.Published => throw new ArgumentOutOfRangeException(nameof(action), action, "Publishing reads before it moves."),
        };
    }

    /// <summary>Newest first.</summary>
    public Task<List<PublishLogEntry>> HistoryAsync(Guid itemKey, CancellationToken ct = default) =>
        db.Set<PublishLogEntry>().AsNoTracking().Where(e => e.ItemKey == itemKey).OrderByDescending(e => e.At).ThenByDescending(e => e.Key).ToListAsync(ct);
}

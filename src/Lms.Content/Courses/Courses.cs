using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Content.Courses;

public sealed record CourseSummary(Guid Key, string Code, string Title, Guid? OwnerKey, Stage Stage, int LatestNumber, Guid? PublishedVersionKey, DateTime ChangedAt);
public sealed record CourseDraft(Guid Key, Guid? OwnerKey, Stage Stage, int Revision, Guid? PublishedVersionKey, CourseContent Content);
public sealed record CourseVersion(Guid Key, Guid CourseKey, int Number, CourseContent Content);

/// <summary>How a change to a draft ended. Nothing is changed unless it is <see cref="Done"/>.</summary>
public enum DraftOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <param name="Field">Where, as a path a form can show: "Modules[1].Lessons[0].Title".</param>
public sealed record CourseProblem(string Field, CourseProblemKind Kind);
public enum CourseProblemKind { Required, TooLong, DuplicateId, NoModules, NoLessons, NoParts, UnknownMedia, OutOfRange, CodeTaken }

/// <summary>Courses from draft to version. Every verb that changes saves once; reads are projections.</summary>
public sealed class Courses
{
    private const string Kind = "course";
    private static readonly CourseProblem CodeTaken = new("Code", CourseProblemKind.CodeTaken);

    private readonly LmsDb db;
    private readonly Publications publications;
    private readonly CourseVersionCache cache;
    private readonly TimeProvider clock;

    internal Courses(LmsDb db, Publications publications, CourseVersionCache cache, TimeProvider clock) =>
        (this.db, this.publications, this.cache, this.clock) = (db, publications, cache, clock);

    /// <summary>By code.</summary>
    /// <param name="ownerKey">Null: the courses of every owner.</param>
    public Task<List<CourseSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) =>
        publications.Items(Kind)
            .Where(i => ownerKey == null || i.OwnerKey == ownerKey)
            .Join(db.Courses, i => i.Key, c => c.CourseKey, (i, c) => new { i, c.Code })
            .OrderBy(x => x.Code)
            .Select(x => new CourseSummary(x.i.Key, x.Code, x.i.Title, x.i.OwnerKey, x.i.Stage, x.i.LatestNumber, x.i.PublishedVersionKey, x.i.ChangedAt))
            .ToListAsync(ct);

    /// <summary>A draft may be unfinished; what is asked of it at least is the code, the title and distinct ids.</summary>
    public async Task<(DraftOutcome Outcome, Guid Key, IReadOnlyList<CourseProblem> Problems)> CreateAsync(Guid? ownerKey, CourseContent content, Guid? by, CancellationToken ct = default)
    {
        if (CourseRules.ProblemsOfDraft(content) is { Count: > 0 } problems) return (DraftOutcome.Invalid, Guid.Empty, problems);

        var item = publications.Create(Kind, ownerKey, content.Title, CourseJson.Write(content), by, clock.GetUtcNow().UtcDateTime);
        db.Add(CourseEntry.Of(item, content));
        return await SaveAsync(ct) switch
        {
            SaveResult.Saved => (DraftOutcome.Done, item.Key, []),
            SaveResult.CodeTaken => (DraftOutcome.Invalid, Guid.Empty, [CodeTaken]),
            SaveResult.ChangedMeanwhile => throw new InvalidOperationException("A new course cannot have changed."),
        };
    }

    public async Task<CourseDraft?> DraftAsync(Guid courseKey, CancellationToken ct = default) =>
        await publications.Items(Kind).AsNoTracking().SingleOrDefaultAsync(i => i.Key == courseKey, ct) is { } item
            ? new CourseDraft(item.Key, item.OwnerKey, item.Stage, item.Revision, item.PublishedVersionKey, CourseJson.Read(item.DraftBody))
            : null;

    /// <param name="revision">The <see cref="CourseDraft.Revision"/> the author started from.</param>
    public async Task<(DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems)> SaveAsync(Guid courseKey, int revision, CourseContent content, Guid? by, CancellationToken ct = default)
    {
        if (await publications.FindAsync(Kind, courseKey, ct) is not { } item) return (DraftOutcome.NotFound, []);
        if (item.Revision != revision) return (DraftOutcome.ChangedMeanwhile, []);
        if (CourseRules.ProblemsOfDraft(content) is { Count: > 0 } problems) return (DraftOutcome.Invalid, problems);

        item.Revise(content.Title, CourseJson.Write(content), by, clock.GetUtcNow().UtcDateTime);
        (await db.Courses.SingleAsync(c => c.CourseKey == courseKey, ct)).Follow(content);
        return Outcome(await SaveAsync(ct));
    }

    /// <summary>Submitting and publishing ask for a course a trainee can work through; the problems say what is missing.</summary>
    public async Task<(DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems)> MoveAsync(Guid courseKey, PublishAction action, string? note, Guid? by, CancellationToken ct = default)
    {
        if (await publications.FindAsync(Kind, courseKey, ct) is not { } item) return (DraftOutcome.NotFound, []);
        if (!item.Allows(action)) return (DraftOutcome.WrongStage, []);
        if (action is PublishAction.Submitted or PublishAction.Published
            && await ProblemsOfPublicationAsync(CourseJson.Read(item.DraftBody), ct) is { Count: > 0 } problems) return (DraftOutcome.Invalid, problems);

        var now = clock.GetUtcNow().UtcDateTime;
        switch (action)
        {
            case PublishAction.Submitted: publications.Submit(item, by, now, note); break;
            case PublishAction.Returned: publications.Return(item, by, now, note); break;
            case PublishAction.Published: await publications.PublishAsync(item, by, now, note, ct); break;
            case PublishAction.Withdrawn: publications.Withdraw(item, by, now, note); break;
        }

        return Outcome(await SaveAsync(ct));
    }

    /// <summary>A frozen version; cached in memory, because a version never changes.</summary>
    public async Task<CourseVersion?> VersionAsync(Guid versionKey, CancellationToken ct = default) =>
        cache.Find(versionKey) ?? (await VersionsAsync([versionKey], ct)).GetValueOrDefault(versionKey);

    /// <summary>Those that exist, by key; at most one query.</summary>
    public async Task<Dictionary<Guid, CourseVersion>> VersionsAsync(IReadOnlyCollection<Guid> versionKeys, CancellationToken ct = default)
    {
        var versions = versionKeys.Distinct().Select(cache.Find).OfType<CourseVersion>().ToDictionary(v => v.Key);
        var missing = versionKeys.Where(k => !versions.ContainsKey(k)).Distinct().ToList();
        if (missing.Count == 0) return versions;

        var rows = await publications.Versions
            .Where(v => missing.Contains(v.Key) && publications.Items(Kind).Any(i => i.Key == v.ItemKey))
            .Select(v => new { v.Key, v.ItemKey, v.Number, v.Body })
            .ToListAsync(ct);
        foreach (var row in rows) versions[row.Key] = cache.Keep(new CourseVersion(row.Key, row.ItemKey, row.Number, CourseJson.Read(row.Body)));
        return versions;
    }

    /// <summary>Newest first.</summary>
    public Task<List<PublishLogEntry>> HistoryAsync(Guid courseKey, CancellationToken ct = default) => publications.HistoryAsync(courseKey, ct);

    private async Task<List<CourseProblem>> ProblemsOfPublicationAsync(CourseContent content, CancellationToken ct)
    {
        var named = CourseRules.MediaOf(content).Where(m => PublicCode.TryParse(m, out _)).Select(m => new PublicCode(m)).Distinct().ToList();
        var known = named.Count == 0 ? [] : await db.MediaFiles.Where(f => named.Contains(f.Code)).Select(f => f.Code).ToListAsync(ct);
        return CourseRules.ProblemsOfPublication(content, known.Select(c => c.Value).ToHashSet(StringComparer.Ordinal));
    }

    private enum SaveResult { Saved, CodeTaken, ChangedMeanwhile }

    private async Task<SaveResult> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return SaveResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SaveResult.ChangedMeanwhile;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return SaveResult.CodeTaken;
        }
    }

    private static (DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems) Outcome(SaveResult result) => result switch
    {
        SaveResult.Saved => (DraftOutcome.Done, []),
        SaveResult.CodeTaken => (DraftOutcome.Invalid, [CodeTaken]),
        SaveResult.ChangedMeanwhile => (DraftOutcome.ChangedMeanwhile, []),
    };
}
